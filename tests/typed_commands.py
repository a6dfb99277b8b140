"""The calls of stdkit that documents and settings show, parsed by stdkit itself without running them."""

from __future__ import annotations

import re
import shlex

import click

from stdkit.cli.language import speaker
from stdkit.cli.main import COMMANDS, Commands

CALL = re.compile(r"(?:(?<=[\s`])|^)stdkit (?=[a-z-])[^`\n#;&|]*", re.MULTILINE)


def calls(text: str) -> list[list[str]]:
    """Return the words behind ``stdkit`` of every call in a text."""
    return [shlex.split(found.removeprefix("stdkit ")) for found in CALL.findall(text)]


def code(page: str) -> str:
    """Return what stands in fences and between single backticks of a page, each on lines of its own."""
    fence = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)
    return "\n".join([*fence.findall(page), *re.findall(r"`([^`\n]+)`", fence.sub("", page))])


def accept(words: list[str]) -> str:
    """Return the command that the words call. Raises ``click.UsageError`` when the command line would refuse them."""
    group = Commands(speaker("en"))
    before = list(words)
    while before and before[0].startswith("-"):
        before = before[2:] if before[0] in {"-C", "--set", "--lang", "--as-of"} else before[1:]
    name, *rest = before
    if name not in COMMANDS:
        raise click.UsageError(f"there is no command {name}")
    group.make_context("stdkit", words[: len(words) - len(rest)])
    command = group.get_command(click.Context(group), name)
    assert command is not None
    command.make_context(name, rest)
    return name

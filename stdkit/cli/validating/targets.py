"""Where reports go: one to the screen, any number into files."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import click

from stdkit.cli.language import Say
from stdkit.cli.reporting.formats import FORMATS, Format

SCREEN = "-"


class Target(NamedTuple):
    """A format and the file that it goes into, ``-`` for the screen."""

    format: Format
    file: str


class Targets(NamedTuple):
    """The format of the screen, and the files."""

    screen: Format
    files: tuple[Target, ...]


def read_target(typed: str, say: Say) -> Target:
    """Return what ``FORMAT=FILE`` means. Raises ``click.BadParameter`` for another form or an unknown format."""
    name, _, file = typed.partition("=")
    if not file:
        raise click.BadParameter(say(f"“{typed}”不是“格式=文件”，如 sarif=report.sarif", f"{typed!r} is not FORMAT=FILE"))
    form = next((each for each in FORMATS if each == name), None)
    if form is None:
        known = ", ".join(FORMATS)
        raise click.BadParameter(say(f"没有格式“{name}”：可用 {known}", f"there is no format {name!r}: use one of {known}"))
    return Target(form, file)


def targets(form: Format | None, outputs: tuple[Target, ...], say: Say) -> Targets:
    """Return where reports go; an output to ``-`` is the format of the screen.

    Raises ``click.UsageError`` when two reports would go to the screen or into one file.
    """
    screens = [*([form] if form else []), *(each.format for each in outputs if each.file == SCREEN)]
    if len(screens) > 1:
        raise click.UsageError(
            say(
                "只能有一种格式写到屏幕：其余的用 --output 写到文件",
                "only one format goes to the screen: write the others to files",
            )
        )
    files = tuple(each for each in outputs if each.file != SCREEN)
    places = [Path(each.file).resolve() for each in files]
    twice = next((each.file for each, place in zip(files, places, strict=True) if places.count(place) > 1), None)
    if twice is not None:
        raise click.UsageError(say(f"{twice} 不能写两次", f"{twice} cannot be written twice"))
    return Targets(screens[0] if screens else "text", files)

"""Open the set that a command works on."""

from __future__ import annotations

import gc
import json
from dataclasses import dataclass
from pathlib import Path

import click

from stdkit.cli.language import Say, pick, speaker
from stdkit.cli.options import Options
from stdkit.model.diagnostics import StdkitError
from stdkit.model.system import StandardSet
from stdkit.read.load import find_set, load, set_directory
from stdkit.resolve.resolved import ResolvedSet


@dataclass(frozen=True, slots=True)
class Opened:
    """A resolved set, the language to speak, and how paths are shown."""

    resolved: ResolvedSet
    language: str
    prefix: str

    @property
    def say(self) -> Say:
        """Pick the phrase of the language."""
        return speaker(self.language)

    @property
    def standards(self) -> StandardSet:
        """Return the set as read."""
        return self.resolved.source


def open_set(options: Options, form: str = "") -> Opened:
    """Return the set that the options name, or the nearest one upwards, read and resolved.

    Raises ``StdkitError`` when there is none, or its ``system.yaml`` or house cannot be read; with the form ``json`` standard
    output holds why, as a program that reads it expects JSON in any case.
    """
    try:
        return _opened(options)
    except StdkitError as error:
        if form == "json":
            click.echo(json.dumps({"error": pick(error.message, options.language or "zh")}, ensure_ascii=False, indent=2))
        raise


def _opened(options: Options) -> Opened:
    from stdkit.read.house import load_house  # for start-up time: help needs none of it
    from stdkit.resolve.resolve import resolve

    directory = locate(options)
    gc.disable()  # nothing that is read becomes garbage before the command ends; looking for it doubles the time
    standards = load(directory)
    house = load_house(standards.system.house, directory)
    resolved = resolve(standards, house)
    gc.freeze()
    gc.enable()
    return Opened(resolved, options.language or standards.system.language, shown_prefix(directory))


def tell_unread(opened: Opened) -> None:
    """Say on standard error which files could not be read, so that nothing of them is in what follows."""
    from stdkit.reports.report import unread

    if left_out := ", ".join(unread(opened.resolved)):
        click.echo(opened.say(f"没有计入读不出来的文件：{left_out}", f"not counted, as it cannot be read: {left_out}"), err=True)


def locate(options: Options) -> Path:
    """Return the folder of the set. Raises ``StdkitError`` when there is none."""
    if options.directory:
        return set_directory(options.directory.resolve())
    return find_set(Path.cwd())


def shown_prefix(directory: Path) -> str:
    """Return what stands before a path of the set when it is shown.

    Paths are relative to the working directory when the set lies under it, else to the set's parent.
    """
    here = Path.cwd()
    base = here if directory.is_relative_to(here) else directory.parent
    relative = directory.relative_to(base).as_posix()
    return "" if relative == "." else f"{relative}/"

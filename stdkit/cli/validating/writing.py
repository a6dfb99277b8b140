"""Put a report on the screen and into files."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import click

from stdkit.cli.options import Options
from stdkit.cli.reporting.formats import formatted
from stdkit.cli.reporting.look import Look
from stdkit.cli.reporting.report import Report
from stdkit.cli.validating.targets import Targets
from stdkit.cli.validating.wanted import Wanted
from stdkit.model.diagnostics import Bilingual, StdkitError


def write(report: Report, places: Targets, wanted: Wanted, options: Options) -> None:
    """Show a report in the format of the screen, then write the files.

    Raises ``StdkitError`` when a file cannot be written; what is on the screen is whole by then.
    """
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    screen = Look(options.color, width, wanted.statistics, options.quiet)
    click.echo(formatted(places.screen, report, screen), nl=False, color=options.color)
    if report.failure:
        click.echo(f"stdkit: {report.failure}", err=True)
    for target in places.files:
        write_file(Path(target.file), formatted(target.format, report, Look(statistics=wanted.statistics, quiet=options.quiet)))


def write_file(path: Path, text: str) -> None:
    """Write a text as UTF-8 with one rename, its folders made before; what is no plain file (a pipe, a device) is written to.

    Raises ``StdkitError`` when that is not possible.
    """
    data = text.encode("utf-8", "backslashreplace")
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
        else:
            _replace(path.resolve(), data)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise StdkitError(Bilingual(f"不能写入 {path}：{reason}", f"cannot write {path}: {reason}")) from error


def _replace(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.parent / f".stdkit-{os.getpid()}"
    try:
        new.write_bytes(data)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)

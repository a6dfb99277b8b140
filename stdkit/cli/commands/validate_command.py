"""``stdkit validate``: check a set, show what is wrong, say by the exit code whether it may pass."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from stdkit.check.checker import check
from stdkit.cli.language import Say
from stdkit.cli.opening import Opened, locate, open_set, shown_prefix
from stdkit.cli.options import GlobalCommand, Options
from stdkit.cli.report import Report, as_json, as_text
from stdkit.model.diagnostics import Bilingual, Diagnostic, Severity, StdkitError
from stdkit.model.standard import Stage
from stdkit.read.load import UnreadableSystemError

FORMATS = ("text", "json")
STAGES = click.Choice([each.value for each in Stage])
COULD_NOT_RUN = 2


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person has asked ``validate`` for."""

    paths: tuple[str, ...]
    format: str
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    stage: str | None
    strict: bool


def command(say: Say) -> click.Command:
    """Return the command."""
    return GlobalCommand(
        "validate",
        params=[
            click.Argument(["paths"], nargs=-1, metavar="[PATH]..."),
            click.Option(["--format"], type=click.Choice(FORMATS), default="text", help=say("输出的格式", "format of output")),
            click.Option(
                ["--select"],
                multiple=True,
                metavar="RULE",
                help=say("只报这些规则（可写前缀）", "only these (prefixes)"),
            ),
            click.Option(
                ["--ignore"],
                multiple=True,
                metavar="RULE",
                help=say("不报这些规则（可写前缀）", "not these (prefixes)"),
            ),
            click.Option(["--stage"], type=STAGES, help=say("按这个阶段判断", "judge as if at that stage")),
            click.Option(["--strict"], is_flag=True, help=say("有警告也算不通过", "warnings fail too")),
        ],
        help=say("检查一套标准；给出 PATH 时只报这些文件。", "Check a set; with PATHs only their findings are shown."),
        epilog=say("例：stdkit validate --strict --stage published", "Example: stdkit validate --strict --stage published"),
        callback=lambda **given: _run(Wanted(**given), click.get_current_context().obj),
    )


def _run(wanted: Wanted, options: Options) -> int:
    report, code = _report(wanted, options)
    click.echo(as_json(report) if wanted.format == "json" else as_text(report, color=options.color))
    if code:
        return code
    failing = report.count(Severity.ERROR) or (wanted.strict and report.count(Severity.WARNING))
    return 1 if failing else 0


def _report(wanted: Wanted, options: Options) -> tuple[Report, int]:
    """Return what was found, and the exit code when the set could not be read."""
    try:
        opened = open_set(options)
    except UnreadableSystemError as error:
        prefix = shown_prefix(locate(options))
        language = options.language or "zh"
        return Report(error.diagnostics, error.sources, prefix, language, str(options.as_of), 1, 0), COULD_NOT_RUN
    standards = opened.standards
    stage = Stage(wanted.stage) if wanted.stage else None
    found = (*standards.diagnostics, *opened.resolved.diagnostics, *check(opened.resolved, stage=stage))
    report = Report(
        diagnostics=sorted(_shown(found, wanted, opened)),
        sources=standards.sources,
        prefix=opened.prefix,
        language=opened.language,
        as_of=str(options.as_of),
        files=standards.files,
        standards=len(standards.standards) + len(standards.failed),
    )
    return (_narrowed(report, wanted, opened) if wanted.paths else report), 0


def _shown(found: Sequence[Diagnostic], wanted: Wanted, opened: Opened) -> list[Diagnostic]:
    paths = _paths(wanted, opened)
    return [
        each
        for each in found
        if (not wanted.paths or each.path in paths)
        and (not wanted.select or each.rule.startswith(wanted.select))
        and not (wanted.ignore and each.rule.startswith(wanted.ignore))
    ]


def _narrowed(report: Report, wanted: Wanted, opened: Opened) -> Report:
    paths = _paths(wanted, opened)
    read = sum(each.path in paths for each in opened.standards.standards)
    failed = sum(each.path in paths for each in opened.standards.failed)
    return replace(report, files=len(paths), standards=read + failed)


def _paths(wanted: Wanted, opened: Opened) -> set[str]:
    """Return the files of the set that the named paths mean: themselves, or all below a folder.

    Raises ``StdkitError`` for a path that is no file or folder of the set.
    """
    directory = opened.standards.directory
    found: set[str] = set()
    for typed in wanted.paths:
        path = Path(typed).resolve()
        inside = path.relative_to(directory).as_posix() if path.is_relative_to(directory) else None
        if path == directory:
            return set(opened.standards.sources)
        matching = {each for each in opened.standards.sources if inside and (each == inside or each.startswith(f"{inside}/"))}
        if not matching:
            raise StdkitError(Bilingual(f"{typed} 不是这套标准中的文件", f"{typed} is no file of this set"))
        found |= matching
    return found

"""Read the set, judge it, and report what was asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from stdkit.check.checker import check
from stdkit.check.fingerprint import fingerprints
from stdkit.cli.language import pick
from stdkit.cli.opening import Opened, locate, open_set, shown_prefix
from stdkit.cli.options import Options
from stdkit.cli.reporting.report import Report
from stdkit.cli.validating.selection import Marked, chosen, chosen_paths, marked
from stdkit.cli.validating.wanted import Wanted
from stdkit.model.diagnostics import Diagnostic, Severity, StdkitError
from stdkit.model.standard import Stage
from stdkit.read.load import UnreadableSystemError

CLEAN, FINDINGS, COULD_NOT_RUN = 0, 1, 2


def examine(wanted: Wanted, options: Options) -> Report:
    """Return what was found; when there is no set, or it could not be read, the report says so.

    Raises ``StdkitError`` for a path that is no file of the set.
    """
    try:
        opened = open_set(options)
    except UnreadableSystemError as error:
        return _unread(error, options, error.diagnostics, error.sources)
    except StdkitError as error:
        return _unread(error, options, (), {})
    everything = _found(opened, wanted)
    found = _new(marked(everything, opened), wanted, opened)
    known = {*opened.standards.sources, *(each.path for each in everything)}
    paths = chosen_paths(wanted, opened.standards.directory, known)
    return _report(chosen(found, wanted, paths), paths, opened, options)


def _new(found: tuple[Marked, ...], wanted: Wanted, opened: Opened) -> tuple[Marked, ...]:
    """Return the findings that neither the baseline holds nor unchanged lines bear; write the baseline that is asked for."""
    if not (wanted.write_baseline or wanted.baseline or wanted.since):
        return found
    # for start-up time: most runs need none of it
    from stdkit.check.baseline import read_baseline, without_baseline, write_baseline
    from stdkit.cli.since import changed_lines, is_changed

    diagnostics = tuple(each.diagnostic for each in found)
    if wanted.write_baseline:
        write_baseline(Path(wanted.write_baseline), diagnostics, opened.standards.sources)
    if wanted.baseline:
        compared = without_baseline(diagnostics, opened.standards.sources, read_baseline(Path(wanted.baseline)))
        _tell_gone(len(compared.gone), opened)
        new = set(map(id, compared.new))
        found = tuple(each for each in found if id(each.diagnostic) in new)
    if wanted.since:
        changed = changed_lines(opened.standards.directory, wanted.since)
        found = tuple(each for each in found if is_changed(each.diagnostic, changed))
    return found


def _tell_gone(count: int, opened: Opened) -> None:
    if count:
        text = opened.say(
            f"基线中有{count}条已经改好：用 --write-baseline 重写基线",
            f"{count} entries of the baseline are mended: write it anew with --write-baseline",
        )
        click.echo(text, err=True)


def exit_code(report: Report, *, strict: bool) -> int:
    """Return 0 when clean, 1 when something shown is too heavy, 2 when the set could not be read."""
    if report.failure:
        return COULD_NOT_RUN
    failing = report.count(Severity.ERROR) or (strict and report.count(Severity.WARNING))
    return FINDINGS if failing else CLEAN


def _found(opened: Opened, wanted: Wanted) -> tuple[Diagnostic, ...]:
    stage = Stage(wanted.stage) if wanted.stage else None
    return (*opened.standards.diagnostics, *opened.resolved.diagnostics, *check(opened.resolved, stage=stage))


def _report(shown: Sequence[Marked], paths: frozenset[str] | None, opened: Opened, options: Options) -> Report:
    standards = opened.standards
    known = sorted(standards.sources) if paths is None else sorted(paths & standards.sources.keys())
    files = {*(each.path for each in standards.standards), *(each.path for each in standards.failed)}
    return Report(
        diagnostics=tuple(each.diagnostic for each in shown),
        fingerprints=tuple(each.fingerprint for each in shown),
        sources=standards.sources,
        paths=tuple(known),
        standards=len(files.intersection(known)),
        prefix=opened.prefix,
        language=opened.language,
        as_of=str(options.as_of),
    )


def _unread(
    error: StdkitError, options: Options, diagnostics: Sequence[Diagnostic], sources: Mapping[str, Sequence[str]]
) -> Report:
    language = options.language or "zh"
    found = sorted(diagnostics)
    return Report(
        diagnostics=found,
        fingerprints=fingerprints(found, sources),
        sources=sources,
        paths=tuple(sources),
        standards=0,
        prefix=shown_prefix(locate(options)) if sources else "",
        language=language,
        as_of=str(options.as_of),
        failure=_from_here(pick(error.message, language)),
    )


def _from_here(text: str) -> str:
    """Return a text with the working directory as a point: reports that travel name no folder of the machine."""
    here = Path.cwd()
    return text if here == here.parent else text.replace(str(here), ".")

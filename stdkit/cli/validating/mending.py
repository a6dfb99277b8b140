"""``--fix`` and ``--diff``: make the safe fixes of a set, or show what they would change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from stdkit.check.fix_set import FixedSet, diff, findings, fix_set
from stdkit.cli.language import Say
from stdkit.cli.opening import locate, shown_prefix
from stdkit.cli.options import Options
from stdkit.cli.validating.selection import chosen_paths, is_chosen
from stdkit.cli.validating.wanted import Wanted
from stdkit.model.diagnostics import Diagnostic
from stdkit.model.standard import Stage


def mend(wanted: Wanted, options: Options, say: Say) -> None:
    """Make the safe fixes of the findings that are asked for; what was done goes to standard error."""
    outcome = fix_set(locate(options), _finder(wanted, options), write=True)
    if not options.quiet:
        files = len(outcome.changes)
        click.echo(say(f"改正了{outcome.count}处，{files}个文件", f"{outcome.count} fixes made in {files} files"), err=True)
    _tell(outcome, say)


def show_diff(wanted: Wanted, options: Options) -> int:
    """Print what ``--fix`` would change as a unified diff; return 1 when there is something, else 0."""
    directory = locate(options)
    outcome = fix_set(directory, _finder(wanted, options), write=False)
    prefix = shown_prefix(directory)
    for change in outcome.changes:
        click.echo(diff(change.before, change.after, prefix + change.path), nl=False)
    return 1 if outcome.changes else 0


def _finder(wanted: Wanted, options: Options) -> Callable[[Path], Sequence[Diagnostic]]:
    """Return the search for the findings of a folder that are asked for; the folder may be a copy of the set."""
    original = locate(options)
    stage = Stage(wanted.stage) if wanted.stage else None

    def find(folder: Path) -> Sequence[Diagnostic]:
        found = findings(folder, stage=stage)
        known = {file.relative_to(original).as_posix() for file in original.rglob("*.yaml")} | {each.path for each in found}
        paths = chosen_paths(wanted, original, known)
        return tuple(each for each in found if is_chosen(each, wanted, paths))

    return find


def _tell(outcome: FixedSet, say: Say) -> None:
    for refused in outcome.refused:
        where = f"{refused.diagnostic.path}:{refused.diagnostic.span.line} [{refused.diagnostic.rule}]"
        reason = say(refused.reason.zh, refused.reason.en)
        click.echo(say(f"没有改 {where}：{reason}", f"not mended {where}: {reason}"), err=True)
    for path, why in outcome.unwritten:
        reason = say(why.zh, why.en)
        click.echo(say(f"没有写 {path}：{reason}", f"not written {path}: {reason}"), err=True)
    if not outcome.settled:
        click.echo(say("还有可以改的：再运行一次 --fix", "there is more to mend: run --fix again"), err=True)

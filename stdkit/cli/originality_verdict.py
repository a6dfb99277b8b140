"""``stdkit originality verdict``: what a reviewer has decided of a shared passage; it survives later reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import click

from stdkit.cli.language import Say
from stdkit.cli.opening import Opened, open_set
from stdkit.cli.options import GlobalCommand, Options
from stdkit.model.diagnostics import Bilingual, Severity, StdkitError
from stdkit.model.system import Verdict
from stdkit.read.verdicts import KINDS, VERDICTS, write_verdicts
from stdkit.resolve.references import nearest

NONE = "none"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person has asked ``originality verdict`` for."""

    passage: str
    kind: Any
    reason: str


def verdict_command(say: Say) -> GlobalCommand:
    """Return the command."""
    return GlobalCommand(
        "verdict",
        params=[
            click.Argument(["passage"], metavar="PASSAGE"),
            click.Argument(["kind"], type=click.Choice((*KINDS, NONE))),
            click.Option(["--reason"], metavar="TEXT", default="", help=say("理由", "why")),
        ],
        help=say(
            "对报告中的一个重合段落记下审阅意见：accepted 认可，quoted 注明来源的引用，boilerplate 通用文字，none 收回。"
            "文字和所在的条不变，意见就一直有效。",
            "Note what a reviewer decides of a passage of the report: accepted, quoted, boilerplate; none takes it back. "
            "It holds as long as the words and the clauses on both sides do.",
        ),
        short_help=say("记审阅意见", "note a verdict"),
        epilog=say(
            "例：stdkit originality verdict 3f9c02ab77e1 accepted --reason 两处都须写明时限",
            "Example: stdkit originality verdict 3f9c02ab77e1 accepted --reason 'both must state the time limit'",
        ),
        callback=lambda **given: _run(Wanted(**given), click.get_current_context().obj),
    )


def _run(wanted: Wanted, options: Options) -> int:
    if wanted.kind != NONE and not wanted.reason.strip():
        raise StdkitError(Bilingual("用 --reason 写明理由", "say why with --reason"))
    opened = open_set(options)
    _require_readable(opened)
    verdicts = dict(opened.standards.verdicts)
    if wanted.kind == NONE:
        if verdicts.pop(wanted.passage, None) is None:
            raise _unknown(wanted.passage, list(verdicts))
        where = ""
    else:
        where = _where(wanted.passage, opened)
        verdicts[wanted.passage] = Verdict(wanted.kind, " ".join(wanted.reason.split()), where)
    write_verdicts(opened.standards.directory, verdicts)
    if not options.quiet:
        click.echo(f"{opened.prefix}{VERDICTS}: {wanted.passage} {wanted.kind} {where}".rstrip(), err=True)
    return 0


def _where(passage: str, opened: Opened) -> str:
    """Return which clauses of which standards share a passage. Raises ``StdkitError`` when no passage has that id."""
    from stdkit.reports.originality import passages  # for start-up time

    found = {each.id: each for each in passages(opened.resolved)}
    if passage not in found:
        raise _unknown(passage, list(found))
    each = found[passage]
    return f"{each.here.known.name}#{each.here.owner} {each.there.known.name}#{each.there.owner}"


def _unknown(passage: str, known: list[str]) -> StdkitError:
    near = nearest(passage, known)
    zh, en = (
        (f"：是不是 {near}", f": is {near} meant")
        if near
        else ("：见 stdkit report originality", ": see stdkit report originality")
    )
    return StdkitError(Bilingual(f"没有段落 {passage}{zh}", f"there is no passage {passage}{en}"))


def _require_readable(opened: Opened) -> None:
    """Raise ``StdkitError`` when the verdicts that are there cannot be read: writing would lose them."""
    for each in opened.standards.diagnostics:
        if each.path == VERDICTS and each.severity is Severity.ERROR:
            line = each.span.line
            raise StdkitError(
                Bilingual(f"{VERDICTS} 第{line}行读不出来：先改好它", f"{VERDICTS} cannot be read at line {line}: mend it first")
            )

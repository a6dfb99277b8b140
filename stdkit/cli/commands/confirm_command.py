"""``stdkit confirm``: somebody has looked at citations, and they hold for what is cited now."""

from __future__ import annotations

from dataclasses import dataclass

import click

from stdkit.cli.language import Say
from stdkit.cli.named import named
from stdkit.cli.opening import Opened, open_set
from stdkit.cli.options import GlobalCommand, Options
from stdkit.model.diagnostics import Bilingual, Severity, StdkitError
from stdkit.read.confirmed import CITATIONS, EDITIONS, write_confirmed
from stdkit.resolve.confirmations import Scope, confirm


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person has asked ``confirm`` for."""

    target: str | None
    every: bool
    cited: bool
    editions: bool


def command(say: Say) -> click.Command:
    """Return the command."""
    return GlobalCommand(
        "confirm",
        params=[
            click.Argument(["target"], metavar="ID[#clause]", required=False),
            click.Option(["--all", "every"], is_flag=True, help=say("全部引用", "all citations")),
            click.Option(
                ["--cited"], is_flag=True, help=say("ID 是被引用的：各处对它的引用", "ID is what is cited: all citations of it")
            ),
            click.Option(
                ["--editions"],
                is_flag=True,
                help=say(
                    "已发布文本印出的版本和条号也重记", "note anew what published texts print of editions and clause numbers"
                ),
            ),
        ],
        help=say(
            "确认一项标准或者一条中的引用：记下所引内容现在的样子，以后改动了就提示；已发布的，记下印出的版本和条号。",
            "Confirm the citations in a standard or clause: what they cite is remembered, and a later change of it is reported. "
            "Of a published text the edition and number that it prints are kept.",
        ),
        epilog=say("例：stdkit confirm XM-101#visits", "Example: stdkit confirm XM-101#visits"),
        callback=lambda **given: _run(Wanted(**given), click.get_current_context().obj),
    )


def _run(wanted: Wanted, options: Options) -> int:
    if wanted.every == bool(wanted.target):
        raise StdkitError(Bilingual("写明一项标准（ID 或 ID#条），或者 --all", "name a standard (ID or ID#clause), or --all"))
    opened = open_set(options)
    _require_readable(opened)
    standard, clause = named(wanted.target, opened.resolved) if wanted.target else (None, None)
    done = confirm(opened.resolved, Scope(standard, clause, wanted.cited), editions=wanted.editions)
    write_confirmed(opened.standards.directory, done.confirmed)
    for link in done.changed:
        path = opened.resolved.standards[link.standard].standard.path
        click.echo(f"{opened.prefix}{path}:{link.at.line}:{link.at.column}  → {link.name}")
    if not options.quiet:
        counted, changed = len(done.links), len(done.changed)
        click.echo(
            opened.say(
                f"确认{counted}处引用，其中{changed}处所引内容改动过",
                f"{counted} citations confirmed, {changed} of a text that had changed",
            ),
            err=True,
        )
    return 0


def _require_readable(opened: Opened) -> None:
    """Raise ``StdkitError`` when what was remembered cannot be read: writing would lose it."""
    for each in opened.standards.diagnostics:
        if each.path in {CITATIONS, EDITIONS} and each.severity is Severity.ERROR:
            path, line = opened.prefix + each.path, each.span.line
            raise StdkitError(
                Bilingual(f"{path} 第{line}行读不出来：先改好它", f"{path} cannot be read at line {line}: mend it first")
            )

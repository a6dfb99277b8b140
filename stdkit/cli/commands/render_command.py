"""``stdkit render``: publish standards and booklets into a folder, whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from stdkit.cli.language import Say, pick
from stdkit.cli.opening import Opened, open_set
from stdkit.cli.options import GlobalCommand, Options
from stdkit.model.diagnostics import Severity
from stdkit.model.document import Page
from stdkit.publish.build import FORMATS, Build, Order, build
from stdkit.publish.exchange import Exchange
from stdkit.publish.release import Release, is_current, release, standing
from stdkit.publish.selection import Kind, Wanted, named_booklet, select
from stdkit.read.load import MODULES

KINDS: Mapping[str, Kind] = {
    "standards": "standard",
    "booklet": "booklet",
    "handbook": "handbook",
    "forms": "forms",
    "card": "card",
    "papers": "papers",
}
PAPERS, PAGES = ("A4", "A5", "B5"), ("auto", "estimate", "libreoffice")
GATHERED = ("booklet", "handbook", "forms", "card", "papers")
USUAL, USUAL_KINDS = ("docx", "markdown"), ("standards", "booklet")


@dataclass(frozen=True, slots=True)
class Publishing:
    """What a person has asked ``render`` for."""

    ids: tuple[str, ...]
    to: tuple[str, ...]
    kinds: tuple[str, ...]
    module: str | None
    audience: str | None
    booklet: str | None
    paper: Page | None
    output: str
    pages: str
    keep_going: bool
    force: bool
    check: bool


def command(say: Say) -> click.Command:
    """Return the command."""
    return GlobalCommand(
        "render",
        params=[*_selection(say), *_writing(say)],
        help=say(
            "生成 Word、Markdown 和网页：整体写入，或者什么都不写。", "Make Word, Markdown and HTML: written whole or not at all."
        ),
        epilog=say("例：stdkit render --audience village -o out", "Example: stdkit render --audience village -o out"),
        callback=lambda **given: _run(Publishing(**given), click.get_current_context().obj),
    )


def _selection(say: Say) -> list[click.Parameter]:
    return [
        click.Argument(["ids"], nargs=-1, metavar="[ID]..."),
        click.Option(["--to"], multiple=True, type=click.Choice(FORMATS), default=USUAL, help=say("格式", "formats")),
        click.Option(
            ["--as", "kinds"],
            multiple=True,
            type=click.Choice(tuple(KINDS)),
            help=say("单项、汇编、手册、表单或者工作卡", "standards, a booklet, a handbook, forms or a card"),
        ),
        click.Option(["--module"], type=click.Choice(MODULES), help=say("只要这个模块", "only this module")),
        click.Option(
            ["--audience"], metavar="ID", help=say("只要这类执行对象或者岗位的", "only what applies to an audience or post")
        ),
        click.Option(["--paper"], type=click.Choice(PAPERS), help=say("汇编等的纸张", "paper of booklets and the like")),
        click.Option(["--booklet"], metavar="ID", help=say("system.yaml 中的一种汇编", "a booklet named in system.yaml")),
    ]


def _writing(say: Say) -> list[click.Parameter]:
    return [
        click.Option(["-o", "--output"], metavar="DIR", default="build", help=say("写到哪里", "where to write")),
        click.Option(["--pages"], type=click.Choice(PAGES), default="auto", help=say("目次页码的来源", "how pages are found")),
        click.Option(["--keep-going"], is_flag=True, help=say("有失败的也发布其余的", "publish the rest when one fails")),
        click.Option(["--force"], is_flag=True, help=say("覆盖人改过的文件", "overwrite files that a person has edited")),
        click.Option(["--check"], is_flag=True, help=say("只看是否需要更新，不写", "only say whether files are up to date")),
    ]


def _run(wanted: Publishing, options: Options) -> int:
    opened = open_set(options)
    selected = select(opened.resolved, Wanted(wanted.ids, wanted.module, wanted.audience, wanted.booklet, wanted.paper))
    kinds = tuple(KINDS[each] for each in wanted.kinds or _usual_kinds(opened, wanted.booklet))
    made = build(opened.resolved, selected, Order(wanted.to, kinds, wanted.pages, standing(Path(wanted.output))))
    _name_failures(made, opened)
    target = Release(made, opened.resolved, wanted.to)
    if wanted.check:
        return _check(Path(wanted.output), target, opened)
    if made.failures and not wanted.keep_going:
        click.echo(opened.say("没有写入任何文件", "nothing was written"), err=True)
        return 1
    done = release(Path(wanted.output), target, force=wanted.force)
    _tell(done, wanted.output, opened)
    _count_findings(opened, quiet=options.quiet)
    return 1 if made.failures else 0


def _usual_kinds(opened: Opened, booklet: str | None) -> tuple[str, ...]:
    """Return the kinds of documents that are made when nobody names any: a booklet may say what it is made as."""
    made_as = named_booklet(opened.resolved, booklet).made_as if booklet else None
    return (made_as,) if made_as else USUAL_KINDS


def _name_failures(made: Build, opened: Opened) -> None:
    for failure in made.failures:
        reason = pick(failure.message, opened.language)
        click.echo(opened.say(f"{failure.name} 不能生成：{reason}", f"{failure.name} cannot be made: {reason}"), err=True)


def _check(out: Path, target: Release, opened: Opened) -> int:
    current = is_current(out, target) and not target.build.failures
    click.echo(opened.say("文件是最新的", "up to date") if current else opened.say("文件需要更新", "out of date"))
    return 0 if current else 1


def _tell(done: Exchange, output: str, opened: Opened) -> None:
    """Name what a person wants to open first, then the totals."""
    paths = (*done.written, *done.unchanged)
    for path in sorted(each for each in paths if each.partition("/")[2].startswith(GATHERED) or each.endswith("/index.md")):
        click.echo(f"{output}/{path}")
    written, unchanged, removed = len(done.written), len(done.unchanged), len(done.removed)
    click.echo(
        opened.say(
            f"{output}：写入{written}个文件，{unchanged}个未变，移除{removed}个",
            f"{output}: {written} files written, {unchanged} unchanged, {removed} removed",
        )
    )


def _count_findings(opened: Opened, *, quiet: bool) -> None:
    """Print how many rule findings there are: they never stop a render, and nobody should miss them."""
    if quiet:
        return
    from stdkit.check.checker import check  # for start-up time

    count = sum(each.severity is not Severity.NOTE for each in check(opened.resolved))
    if count:
        click.echo(opened.say(f"另有{count}条检查发现，见 stdkit validate", f"{count} findings: see stdkit validate"), err=True)

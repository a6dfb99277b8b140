"""``stdkit report``: what the files say about the system, in every form that a reader wants."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from stdkit.cli.language import Say
from stdkit.cli.opening import Opened, open_set, tell_unread
from stdkit.cli.options import GlobalCommand, Options
from stdkit.compose.reader import reader_of
from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.publish.pictures import PICTURES, picture_files
from stdkit.publish.reporting import EXTENSIONS, Writer, report_bytes
from stdkit.publish.writing import write_bytes
from stdkit.reports.catalogue import REPORTS, make_report
from stdkit.reports.report import PARTS, Question, Report
from stdkit.resolve.references import nearest

TERMINAL = ("text", "markdown", "json", "csv")
EVERY = ("markdown", "docx", "html", "json", "xlsx", "svg", "mermaid", "png")
FORMS = {**EXTENSIONS, **PICTURES}
OF_REPORTS = {
    "--post": ("provisions", "burden"),
    "--all-sentences": ("provisions",),
    "--columns": ("system",),
    "--count": ("originality",),
}
"""The options that only some reports heed."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person has asked ``report`` for."""

    name: str | None
    to: str | None
    output: str | None
    every: bool
    post: str | None
    all_sentences: bool
    columns: str | None
    count: tuple[str, ...]


def command(say: Say) -> click.Command:
    """Return the command."""
    return GlobalCommand(
        "report",
        params=[
            click.Argument(["name"], metavar="NAME", required=False),
            click.Option(["--to"], type=click.Choice(tuple(FORMS)), help=say("格式", "format")),
            click.Option(["-o", "--output"], metavar="FILE", help=say("写到哪里", "where to write")),
            click.Option(
                ["--all", "every"], is_flag=True, help=say("全部报告，写到 -o 的文件夹", "all reports, into the folder of -o")
            ),
            click.Option(["--post"], metavar="ID", help=say("只要一个岗位的", "only what concerns a post")),
            click.Option(["--all-sentences"], is_flag=True, help=say("陈述也列出", "statements too")),
            click.Option(
                ["--columns"], metavar="NAME", help=say("明细表和统计表的栏目", "the columns of the list and the statistics")
            ),
            click.Option(
                ["--count"],
                type=click.Choice(PARTS),
                multiple=True,
                help=say("originality 也计数的部分，可多次", "a part that originality counts too; repeatable"),
            ),
        ],
        help=say(f"写一份报告：{'、'.join(REPORTS)}。", f"Write a report: {', '.join(REPORTS)}."),
        epilog=say(
            "例：stdkit report rationale --to docx -o 依据.docx", "Example: stdkit report rationale --to docx -o reasons.docx"
        ),
        callback=lambda **given: _run(Wanted(**given), click.get_current_context().obj),
    )


def _run(wanted: Wanted, options: Options) -> int:
    if wanted.every == bool(wanted.name):
        names = ", ".join(REPORTS)
        raise StdkitError(
            Bilingual(f"写明一种报告（{names}），或者 --all -o 文件夹", f"name one report ({names}), or --all -o FOLDER")
        )
    _check_options(wanted)
    opened = open_set(options)
    reader_of(opened.resolved, wanted.post)  # an unknown one ends all reports before the first is made
    tell_unread(opened)
    gc.disable()  # as while reading: what a report makes lives until it is written
    question = Question(options.as_of, wanted.post, wanted.all_sentences, opened.prefix, wanted.columns, frozenset(wanted.count))
    if wanted.every:
        return _write_all(wanted, question, opened)
    _write_one(_make(wanted.name or "", question, opened), wanted, opened, color=options.color)
    return 0


def _make(name: str, question: Question, opened: Opened) -> Report:
    if name not in REPORTS:
        raise _unknown_report(name)
    return make_report(name, opened.resolved, question)


def _check_options(wanted: Wanted) -> None:
    """Raise ``StdkitError`` for a report that there is not, and for an option that would say nothing to it."""
    if wanted.name is None:
        return
    if wanted.name not in REPORTS:
        raise _unknown_report(wanted.name)
    given = {
        "--post": wanted.post is not None,
        "--all-sentences": wanted.all_sentences,
        "--columns": wanted.columns is not None,
        "--count": bool(wanted.count),
    }
    for option, names in OF_REPORTS.items():
        if given[option] and wanted.name not in names:
            zh, en = "、".join(names), ", ".join(names)
            raise StdkitError(
                Bilingual(f"{option} 只用于报告 {zh}，不用于 {wanted.name}", f"{option} is for {en}, not for {wanted.name}")
            )


def _unknown_report(name: str) -> StdkitError:
    near, known = nearest(name, REPORTS), ", ".join(REPORTS)
    zh, en = (f"：是不是 {near}", f": is {near} meant") if near else (f"：有 {known}", f": there are {known}")
    return StdkitError(Bilingual(f"没有报告 {name}{zh}", f"there is no report {name}{en}"))


def _write_one(report: Report, wanted: Wanted, opened: Opened, *, color: bool) -> None:
    form = wanted.to or _form_of(wanted.output)
    if form in PICTURES and wanted.output:
        _write_pictures(report, form, Path(wanted.output), opened)
    elif wanted.output:
        write_bytes(Path(wanted.output), report_bytes(Writer(report, opened.resolved), form))
    elif form == "text":
        from stdkit.render.text import text  # for start-up time

        width = shutil.get_terminal_size((100, 24)).columns
        click.echo(text(report.document, width=width, color=color), nl=False)
    elif form in TERMINAL:
        click.echo(report_bytes(Writer(report, opened.resolved), form).decode("utf-8-sig"), nl=False)
    else:
        raise StdkitError(Bilingual(f"{form} 要写到文件：加 -o", f"{form} goes to a file: add -o"))


def _form_of(output: str | None) -> str:
    """Return the format that the name of a file asks for; text where it says nothing."""
    suffix = Path(output or "").suffix.removeprefix(".").lower()
    return next((form for form, extension in FORMS.items() if extension == suffix), "text")


def _write_pictures(report: Report, form: str, output: Path, opened: Opened) -> None:
    """Write the only diagram of a report under the name that was given, several under that name and their own."""
    found = picture_files(report.document, form)
    if not found:
        title = report.document.title
        raise StdkitError(
            Bilingual(f"“{title}”没有图可以写成 {form}", f"“{title}” has no diagram that could be written as {form}")
        )
    for name, data in found:
        file = output if len(found) == 1 else output.with_name(f"{output.stem}-{name}{output.suffix}")
        write_bytes(file, data)
        click.echo(opened.say(f"写入{file}", f"{file} written"))


def _write_all(wanted: Wanted, question: Question, opened: Opened) -> int:
    if not wanted.output:
        raise StdkitError(Bilingual("--all 要用 -o 写明文件夹", "--all needs a folder: add -o"))
    folder = Path(wanted.output)
    count, impossible = 0, None
    for name in REPORTS:
        report = _make(name, question, opened)
        for form in (wanted.to,) if wanted.to else EVERY:
            try:
                files = list(_files(name, report, form, opened))
            except StdkitError as error:
                if wanted.to or form != "png":
                    raise
                impossible = error  # without what draws PNG all the rest is written
                continue
            for file, data in files:
                write_bytes(folder / file, data)
            count += len(files)
    click.echo(opened.say(f"{wanted.output}：写入{count}个文件", f"{wanted.output}: {count} files written"))
    if impossible:
        click.echo(opened.say(impossible.message.zh, impossible.message.en), err=True)
    return 0


def _files(name: str, report: Report, form: str, opened: Opened) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of the files of a report in a format, nothing where it has no table or no diagram for it."""
    if form in PICTURES:
        for picture, data in picture_files(report.document, form):
            yield f"{name}-{picture}.{PICTURES[form]}", data
    elif report.sheets or form not in {"xlsx", "csv"}:
        yield f"{name}.{EXTENSIONS[form]}", report_bytes(Writer(report, opened.resolved), form)

"""``stdkit report``: what the files say about the system, in every form that a reader wants."""

from __future__ import annotations

import gc
import shutil
from dataclasses import dataclass
from pathlib import Path

import click

from stdkit.cli.language import Say
from stdkit.cli.opening import Opened, open_set
from stdkit.cli.options import GlobalCommand, Options
from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.publish.reporting import EXTENSIONS, Writer, report_bytes
from stdkit.reports.catalogue import REPORTS, make_report
from stdkit.reports.report import Question, Report
from stdkit.resolve.references import nearest

TERMINAL = ("text", "markdown", "json", "csv")
EVERY = ("markdown", "docx", "html", "json", "xlsx")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person has asked ``report`` for."""

    name: str | None
    to: str | None
    output: str | None
    every: bool
    post: str | None
    all_sentences: bool


def command(say: Say) -> click.Command:
    """Return the command."""
    return GlobalCommand(
        "report",
        params=[
            click.Argument(["name"], metavar="NAME", required=False),
            click.Option(["--to"], type=click.Choice(tuple(EXTENSIONS)), help=say("格式", "format")),
            click.Option(["-o", "--output"], metavar="FILE", help=say("写到哪里", "where to write")),
            click.Option(
                ["--all", "every"], is_flag=True, help=say("全部报告，写到 -o 的文件夹", "all reports, into the folder of -o")
            ),
            click.Option(["--post"], metavar="ID", help=say("只要一个岗位的", "only what concerns a post")),
            click.Option(["--all-sentences"], is_flag=True, help=say("陈述也列出", "statements too")),
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
    opened = open_set(options)
    gc.disable()  # as while reading: what a report makes lives until it is written
    question = Question(options.as_of, wanted.post, wanted.all_sentences, opened.prefix)
    if wanted.every:
        return _write_all(wanted, question, opened)
    _write_one(_make(wanted.name or "", question, opened), wanted, opened, color=options.color)
    return 0


def _make(name: str, question: Question, opened: Opened) -> Report:
    if name not in REPORTS:
        near = nearest(name, REPORTS)
        zh, en = (f"：是不是 {near}", f": is {near} meant") if near else ("", "")
        raise StdkitError(Bilingual(f"没有报告 {name}{zh}", f"there is no report {name}{en}"))
    return make_report(name, opened.resolved, question)


def _write_one(report: Report, wanted: Wanted, opened: Opened, *, color: bool) -> None:
    form = wanted.to or _form_of(wanted.output)
    if wanted.output:
        Path(wanted.output).write_bytes(report_bytes(Writer(report, opened.resolved), form))
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
    return next((form for form, extension in EXTENSIONS.items() if extension == suffix), "text")


def _write_all(wanted: Wanted, question: Question, opened: Opened) -> int:
    if not wanted.output:
        raise StdkitError(Bilingual("--all 要用 -o 写明文件夹", "--all needs a folder: add -o"))
    forms = (wanted.to,) if wanted.to else EVERY
    folder = Path(wanted.output)
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for name in REPORTS:
        report = _make(name, question, opened)
        for form in forms:
            if form in {"xlsx", "csv"} and not report.sheets:
                continue
            (folder / f"{name}.{EXTENSIONS[form]}").write_bytes(report_bytes(Writer(report, opened.resolved), form))
            count += 1
    click.echo(opened.say(f"{wanted.output}：写入{count}个文件", f"{wanted.output}: {count} files written"))
    return 0

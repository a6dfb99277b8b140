"""``stdkit corpus``: folders of reference texts, against which originality is checked."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from stdkit.cli.language import Say, pick, speaker
from stdkit.cli.options import GlobalCommand, GlobalGroup, Options
from stdkit.model.diagnostics import Bilingual, StdkitError

if TYPE_CHECKING:
    from stdkit.corpora.corpus import About, Added

SHIPPED = ("gbt", "iso")
MOST_SHOWN = 50
_NO_NAME = re.compile(r"[^a-z0-9\u4e00-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person has asked ``corpus add`` for."""

    folder: str
    name: str | None
    table: str | None


def command(say: Say) -> click.Command:
    """Return the command."""
    return GlobalGroup(
        say,
        _add_command(say),
        _list_command(say),
        _remove_command(say),
        _verify_command(say),
        name="corpus",
        help=say(
            "管理语料：收进来作对比用的文本。索引在 .stdkit/corpus 中，文本留在原处，不复制。",
            "Reference texts to compare with. The index is kept in .stdkit/corpus; the texts stay where they are.",
        ),
        epilog=say("例：stdkit corpus add 参考标准 --table 清单.xlsx", "Example: stdkit corpus add references --table list.xlsx"),
    )


def _add_command(say: Say) -> GlobalCommand:
    return GlobalCommand(
        "add",
        params=[
            click.Argument(["folder"], metavar="FOLDER"),
            click.Option(
                ["--as", "name"], metavar="NAME", help=say("语料的名称（默认是文件夹的名称）", "name (else that of the folder)")
            ),
            click.Option(
                ["--table"],
                metavar="FILE",
                help=say(
                    "各文件的级别、编号、发布日期、状态（csv、xlsx）", "level, number, date and status of each file (csv, xlsx)"
                ),
            ),
        ],
        help=say(
            "收进一个文件夹中的 txt、md、docx、pdf、html；再运行一次，只读新的和改过的。读不了的逐一列出。",
            "Add the txt, md, docx, pdf and html files of a folder; run again, only new and changed ones are read. Whatever "
            "cannot be read is named.",
        ),
        short_help=say("收进一个文件夹", "add a folder"),
        epilog=say("例：stdkit corpus add 法律 --as laws", "Example: stdkit corpus add Laws --as laws"),
        callback=lambda **given: _add(Wanted(**given), click.get_current_context().obj),
    )


def _list_command(say: Say) -> GlobalCommand:
    return GlobalCommand(
        "list",
        params=[click.Option(["--format"], type=click.Choice(["table", "json"]), default="table", help=say("格式", "format"))],
        help=say("列出语料。", "List the corpora of the set."),
        epilog=say("例：stdkit corpus list", "Example: stdkit corpus list"),
        callback=lambda format: _list(format, click.get_current_context().obj),  # noqa: A006 - the option's name
    )


def _remove_command(say: Say) -> GlobalCommand:
    return GlobalCommand(
        "remove",
        params=[click.Argument(["name"], metavar="NAME")],
        help=say("去掉一个语料的索引；文件夹中的文件不动。", "Remove the index of a corpus; the files of its folder stay."),
        epilog=say("例：stdkit corpus remove laws", "Example: stdkit corpus remove laws"),
        callback=lambda name: _remove(name, click.get_current_context().obj),
    )


def _verify_command(say: Say) -> GlobalCommand:
    rebuild = say("坏了的部分从原来的文件重做", "make damaged parts anew from the files")
    return GlobalCommand(
        "verify",
        params=[
            click.Argument(["names"], metavar="[NAME]...", nargs=-1),
            click.Option(["--rebuild"], is_flag=True, help=rebuild),
        ],
        help=say(
            "核对索引的全部校验和，以及文件是否还是收进时的样子。",
            "Check every checksum of the index, and whether the files are as they were added.",
        ),
        epilog=say("例：stdkit corpus verify --rebuild", "Example: stdkit corpus verify --rebuild"),
        callback=lambda names, rebuild: _verify(names, click.get_current_context().obj, rebuild=rebuild),
    )


def _add(wanted: Wanted, options: Options) -> int:
    from stdkit.cli.corpora.faults import index_faults  # for start-up time: help needs none of it
    from stdkit.cli.corpora.progress import progress
    from stdkit.cli.opening import locate
    from stdkit.corpora.corpus import Adding, add_folder
    from stdkit.corpora.place import corpus_directory

    say, folder = speaker(options.language or "zh"), Path(wanted.folder)
    if not folder.is_dir():
        raise StdkitError(Bilingual(f"{folder} 不是文件夹", f"{folder} is no folder"))
    name = wanted.name or _NO_NAME.sub("-", folder.resolve().name.lower()).strip("-")
    directory = corpus_directory(locate(options), name)
    table = _below(Path(wanted.table), folder) if wanted.table else None
    about = _table(table, folder, options) if table else None
    if table and about is None:
        return 1
    with index_faults(name), progress(options, {"read": say("读文件", "reading")}) as tell:
        adding = Adding(folder, directory, about, table, progress=lambda done, of: tell("read", done, of))
        done = add_folder(adding)
    _tell(done, name, say)
    return 1 if any(not each.harmless for each in done.unread) else 0


def _below(file: Path, folder: Path) -> Path:
    """Return a file of a folder as the folder lists it, any other as it is."""
    whole, around = file.resolve(), folder.resolve()
    return folder / whole.relative_to(around) if whole.is_relative_to(around) else file


def _table(file: Path, folder: Path, options: Options) -> About | None:
    """Return what a table says of the documents, ``None`` when something is wrong with it, which is printed."""
    from stdkit.cli.opening import locate  # for start-up time
    from stdkit.corpora.folder import list_folder
    from stdkit.importers.corpus_table import corpus_table
    from stdkit.importers.spreadsheet import spreadsheet_pages
    from stdkit.read.house import load_house

    language = options.language or "zh"
    say = speaker(language)
    houses = [load_house(name, locate(options)) for name in SHIPPED]
    table = corpus_table(spreadsheet_pages(file), houses, list_folder(folder, without=file).names)
    for fault in table.faults[:MOST_SHOWN]:
        click.echo(f"{file.name} {pick(fault.place(), language)}{say('：', ': ')}{pick(fault.message, language)}")
    count = len(table.faults)
    if count:
        click.echo(say(f"{count}处要改；什么都没有收", f"{count} to mend; nothing was added"), err=True)
        return None
    if table.unnamed:
        count = len(table.unnamed)
        click.echo(say(f"表中没有写到{count}个文件", f"{count} files are not in the table"), err=True)
    return table.about


def _tell(done: Added, name: str, say: Say) -> None:
    from stdkit.cli.corpora.faults import unread_line  # for start-up time

    for each in done.unread:
        click.echo(unread_line(each, say))
    for document, first in done.twice:
        click.echo(say(f"{document}：与 {first} 内容相同", f"{document}: the same content as {first}"))
    for document, pages in done.silent_pages:
        shown = ", ".join(map(str, pages[:10])) + (" …" if len(pages) > 10 else "")  # noqa: PLR2004 - a line's worth
        click.echo(say(f"{document}：第 {shown} 页没有文字", f"{document}: no text on page {shown}"))
    for document in done.removed:
        click.echo(say(f"{document}：不在了，去掉", f"{document}: is gone and was taken out"))
    count = len(done.added) + len(done.changed) + len(done.described) + done.unchanged
    added, changed, removed = len(done.added), len(done.changed) + len(done.described), len(done.removed)
    click.echo(
        say(
            f"{name}：{count}个文件，{done.characters:,}字符；新收{added}个，改{changed}个，去掉{removed}个，没有读{len(done.unread)}个",
            f"{name}: {count} files, {done.characters:,} characters; {added} added, {changed} changed, {removed} removed, "
            f"{len(done.unread)} not read",
        )
    )


def _list(form: str, options: Options) -> int:
    from stdkit.cli.corpora.listing import corpora_of, corpora_table  # for start-up time
    from stdkit.cli.opening import locate

    say = speaker(options.language or "zh")
    found = corpora_of(locate(options))
    if form == "json":
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        click.echo(corpora_table(found, say))
    return 0


def _remove(name: str, options: Options) -> int:
    from stdkit.cli.corpora.faults import index_faults, require_corpus  # for start-up time
    from stdkit.cli.opening import locate
    from stdkit.corpora.corpus import remove_corpus
    from stdkit.corpora.place import corpus_directory

    directory = locate(options)
    require_corpus(directory, name)
    with index_faults(name):
        remove_corpus(corpus_directory(directory, name))
    click.echo(speaker(options.language or "zh")(f"已去掉语料 {name}；文件没有动", f"corpus {name} is removed; its files stay"))
    return 0


def _verify(names: tuple[str, ...], options: Options, *, rebuild: bool) -> int:
    from stdkit.cli.corpora.faults import require_corpus
    from stdkit.cli.corpora.verifying import verify_one  # for start-up time
    from stdkit.cli.opening import locate
    from stdkit.corpora.place import corpus_directory, corpus_names

    directory = locate(options)
    for name in names:
        require_corpus(directory, name)
    codes = [verify_one(corpus_directory(directory, name), options, rebuild=rebuild) for name in names or corpus_names(directory)]
    if not codes:
        click.echo(speaker(options.language or "zh")("没有语料", "there are no corpora"))
    return max(codes, default=0)

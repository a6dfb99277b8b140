"""``stdkit originality``: what texts share with others."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from stdkit.cli.language import Say, speaker
from stdkit.cli.options import GlobalCommand, GlobalGroup, Options
from stdkit.cli.originality_verdict import verdict_command
from stdkit.model.diagnostics import Bilingual, StdkitError

if TYPE_CHECKING:
    from stdkit.corpora.loose import Checked, Progress

FORMATS = ("text", "json", "jsonl")
ENGINES = ("embedded", "spark")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person has asked ``originality check`` for."""

    files: tuple[str, ...]
    against: str | None
    corpus: str | None
    format: str
    save_text: str | None
    engine: str
    master: str
    keep: str | None
    spark_conf: tuple[str, ...]


def command(say: Say) -> click.Command:
    """Return the command."""
    return GlobalGroup(
        say,
        _check_command(say),
        verdict_command(say),
        name="originality",
        help=say("查文字重合：有重合不等于不当，没有重合只说明没有找到。", "Look for text overlap, which is often required."),
        epilog=say(
            "例：stdkit originality check 草案.docx --against 参考标准",
            "Example: stdkit originality check draft.docx --against references",
        ),
    )


def _check_command(say: Say) -> GlobalCommand:
    return GlobalCommand(
        "check",
        params=[
            click.Argument(["files"], metavar="FILE...", nargs=-1, required=True),
            click.Option(
                ["--against"], metavar="DIR", help=say("与这个文件夹中的文本对比", "compare with the texts of a folder")
            ),
            click.Option(["--corpus"], metavar="NAME", help=say("与一个语料对比", "compare with a corpus")),
            click.Option(["--format"], type=click.Choice(FORMATS), default="text", help=say("格式", "format")),
            click.Option(
                ["--save-text"],
                metavar="DIR",
                help=say("把取出的文字写到这里，位置按它计", "write the texts that offsets refer to, where files are not text"),
            ),
            *_engine_options(say),
        ],
        help=say(
            "查文件（txt、md、docx、pdf、html）与一个文件夹或者语料重合的文字。要查的文件在那个文件夹中时，不与它们自己比。",
            "Look for text that files (txt, md, docx, pdf, html) share with a folder or a corpus. Files to be checked that lie "
            "in the folder are not compared with.",
        ),
        short_help=say("查文件", "check files"),
        epilog=say(
            "例：stdkit originality check 草案.docx --against 参考标准 --format json",
            "Example: stdkit originality check draft.docx --against references --format json",
        ),
        callback=lambda **given: _run(Wanted(**given), click.get_current_context().obj),
    )


def _engine_options(say: Say) -> tuple[click.Option, ...]:
    return (
        click.Option(
            ["--engine"],
            type=click.Choice(ENGINES),
            default="embedded",
            help=say(
                "在本机对比，或者在 Spark 集群上对比，结果相同", "compare here or on a cluster of Spark; the result is the same"
            ),
        ),
        click.Option(["--master"], metavar="URL", default="local[*]", help=say("Spark 集群的地址", "address of the cluster")),
        click.Option(
            ["--keep"],
            metavar="DIR",
            help=say(
                "集群用的文本和索引留在这里，下次不重做",
                "where the texts and postings for the cluster are kept for the next time",
            ),
        ),
        click.Option(
            ["--spark-conf"], metavar="NAME=VALUE", multiple=True, help=say("Spark 自己的设置", "a setting of Spark itself")
        ),
    )


def _on_cluster(wanted: Wanted, folder: Path, files: list[Path], tell: Progress) -> Checked:
    from stdkit.corpora.cluster import OnCluster, check_on_cluster  # for start-up time
    from stdkit.originality.spark.session import Cluster

    if wrong := [each for each in wanted.spark_conf if "=" not in each]:
        raise StdkitError(Bilingual(f"--spark-conf 应是 名称=值：{wrong[0]}", f"--spark-conf should be NAME=VALUE: {wrong[0]}"))
    settings = dict(each.split("=", 1) for each in wanted.spark_conf)
    keep = Path(wanted.keep).resolve() if wanted.keep else None
    return check_on_cluster(files, folder, OnCluster(Cluster(wanted.master, settings), keep), tell)


def _run(wanted: Wanted, options: Options) -> int:
    from stdkit.cli.corpora.overlap import Shown, data, json_lines, save_texts, text  # for start-up time

    if bool(wanted.against) == bool(wanted.corpus):
        raise StdkitError(
            Bilingual(
                "用 --against 写明文件夹，或者用 --corpus 写明语料", "name a folder with --against or a corpus with --corpus"
            )
        )
    checked = _checked(wanted, options)
    shown = Shown(checked, wanted.against or wanted.corpus or "", speaker(options.language or "zh"))
    if wanted.format == "json":
        click.echo(json.dumps(data(shown), ensure_ascii=False, indent=2))
    elif wanted.format == "jsonl":
        for line in json_lines(shown):
            click.echo(line)
    else:
        click.echo(text(shown))
    if wanted.save_text:
        save_texts(checked, Path(wanted.save_text))
    return _told(shown.checked, wanted, options)


def _checked(wanted: Wanted, options: Options) -> Checked:
    from stdkit.cli.corpora.faults import index_faults, require_corpus  # for start-up time
    from stdkit.cli.corpora.progress import progress
    from stdkit.cli.opening import locate
    from stdkit.corpora.loose import check_files, check_with_corpus
    from stdkit.corpora.place import corpus_directory

    say, files = speaker(options.language or "zh"), [Path(each) for each in wanted.files]
    steps = {"read": say("读文件", "reading"), "compare": say("对比", "comparing")}
    with progress(options, steps) as tell:
        if wanted.against:
            folder = Path(wanted.against)
            if not folder.is_dir():
                raise StdkitError(Bilingual(f"{folder} 不是文件夹", f"{folder} is no folder"))
            return (
                _on_cluster(wanted, folder, files, tell)
                if wanted.engine == "spark"
                else check_files(files, folder, progress=tell)
            )
        if wanted.engine == "spark":
            raise StdkitError(
                Bilingual(
                    "--engine spark 与 --against 一起用，语料在本机对比",
                    "--engine spark goes with --against: a corpus is of this machine",
                )
            )
        name, directory = wanted.corpus or "", locate(options)
        require_corpus(directory, name)
        with index_faults(name):
            return check_with_corpus(files, corpus_directory(directory, name), progress=tell)


def _told(checked: Checked, wanted: Wanted, options: Options) -> int:
    """Name on standard error what was not compared, where the format has no place for it; return the exit code."""
    from stdkit.cli.corpora.faults import unread_line  # for start-up time

    unread = (*checked.unread, *checked.unread_sources)
    if wanted.format == "jsonl":
        for each in unread:
            click.echo(unread_line(each, speaker(options.language or "zh")), err=True)
    return 1 if any(not each.harmless for each in unread) else 0

"""``stdkit new``: the next free number of a subsystem and a skeleton of the type."""

from __future__ import annotations

from dataclasses import dataclass

import click

from stdkit.cli.language import Say
from stdkit.cli.opening import open_set
from stdkit.cli.options import GlobalCommand, Options
from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.model.standard import Type
from stdkit.publish.starter import skeleton, write_skeleton

TYPES = click.Choice([each.value for each in Type])


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person has asked ``new`` for."""

    subsystem: str
    title: str
    type: str


def command(say: Say) -> click.Command:
    """Return the command."""
    return GlobalCommand(
        "new",
        params=[
            click.Argument(["subsystem"], metavar="SUBSYSTEM"),
            click.Option(["--title"], required=True, metavar="T", help=say("中文名称", "Chinese title")),
            click.Option(["--type"], required=True, type=TYPES, help=say("类型", "function type")),
        ],
        help=say("新建一项标准：取下一个空号，写好骨架。", "Start a standard: the next free number and a skeleton."),
        epilog=say(
            "例：stdkit new XM1 --title 执委培训规范 --type specification",
            "Example: stdkit new XM1 --title 执委培训规范 --type specification",
        ),
        callback=lambda **given: _run(Wanted(**given), click.get_current_context().obj),
    )


def _run(wanted: Wanted, options: Options) -> int:
    if "\n" in wanted.title or not wanted.title.strip():
        raise StdkitError(Bilingual("名称应是一行文字", "a title is one line of text"))
    opened = open_set(options)
    path, text = skeleton(opened.standards, wanted.subsystem, wanted.title.strip(), Type(wanted.type))
    write_skeleton(opened.standards, path, text)
    say = opened.say
    click.echo(opened.prefix + path)
    click.echo(
        say(
            "下一步：把【】中的空填好，再运行 stdkit validate",
            "next: fill in the blanks 【】, then run stdkit validate",
        )
    )
    return 0

"""The global options, which every command takes too, before or after its name."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from stdkit.cli.language import Say, wanted_language
from stdkit.model.diagnostics import Bilingual, StdkitError


@dataclass(frozen=True, slots=True)
class Options:
    """What a person has said for any command.

    ``language`` is ``None`` where the set decides; ``directory`` what ``-C`` names; ``as_of`` the day by which dates are judged.
    """

    directory: Path | None
    language: str | None
    as_of: date
    quiet: bool
    debug: bool
    color: bool


def global_parameters(say: Say) -> list[click.Parameter]:
    """Return the options that the group and every command take; a command's own word wins."""
    return [
        click.Option(["-C", "--set", "directory"], metavar="DIR", help=say("标准体系所在的文件夹", "folder of the set")),
        click.Option(["--lang", "language"], type=click.Choice(["zh", "en"]), help=say("提示的语言", "language of messages")),
        click.Option(["--as-of", "as_of"], metavar="DATE", help=say("按哪一天判断日期", "the day by which dates are judged")),
        click.Option(["--quiet", "quiet"], is_flag=True, default=None, help=say("不显示进度", "no progress")),
        click.Option(["--debug", "debug"], is_flag=True, default=None, help=say("出错时显示调用过程", "show tracebacks")),
        click.Option(["--no-color", "no_color"], is_flag=True, default=None, help=say("不用颜色", "no colour")),
    ]


GLOBAL_NAMES = ("directory", "language", "as_of", "quiet", "debug", "no_color")


class GlobalCommand(click.Command):
    """A command that takes the global options too, and hands them over as ``Options`` in ``context.obj``."""

    def invoke(self, context: click.Context) -> Any:
        """Merge the global options given before and after the name, then run."""
        own = {name: context.params.pop(name, None) for name in GLOBAL_NAMES}
        around = context.parent
        while around:
            own = {name: around.params.get(name) if own[name] is None else own[name] for name in GLOBAL_NAMES}
            around = around.parent
        context.obj = make_options(own)
        return super().invoke(context)


class GlobalGroup(click.Group):
    """A command with commands of its own, which take the global options too."""

    def __init__(self, say: Say, *commands: GlobalCommand, **given: Any) -> None:
        super().__init__(commands=commands, params=global_parameters(say), callback=lambda **_: None, **given)
        self.no_args_is_help = True
        for command in commands:
            command.params.extend(global_parameters(say))


def make_options(given: dict[str, Any]) -> Options:
    """Return the options from what was typed, the environment and the clock.

    Raises ``StdkitError`` when ``--as-of`` is no date.
    """
    return Options(
        directory=Path(given["directory"]) if given["directory"] else None,
        language=given["language"] or wanted_language((), os.environ),
        as_of=_day(given["as_of"]),
        quiet=bool(given["quiet"]),
        debug=bool(given["debug"]),
        color=_color(no_color=bool(given["no_color"])),
    )


def _day(typed: str | None) -> date:
    if typed:
        try:
            return date.fromisoformat(typed)
        except ValueError as error:
            message = Bilingual(f"--as-of 的“{typed}”不是日期：写成 2025-06-20", f"--as-of {typed} is no date: write 2025-06-20")
            raise StdkitError(message) from error
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)
    return moment.date()


def _color(*, no_color: bool) -> bool:
    if no_color or os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()

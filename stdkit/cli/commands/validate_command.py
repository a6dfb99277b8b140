"""``stdkit validate``: check a set, show what is wrong, say by the exit code whether it may pass."""

from __future__ import annotations

import click

from stdkit.cli.language import Say
from stdkit.cli.options import GlobalCommand, Options
from stdkit.cli.reporting.formats import FORMATS
from stdkit.cli.validating.examination import examine, exit_code
from stdkit.cli.validating.targets import Target, read_target, targets
from stdkit.cli.validating.wanted import Wanted
from stdkit.cli.validating.writing import write
from stdkit.model.standard import Stage

STAGES = click.Choice([each.value for each in Stage])


def command(say: Say) -> click.Command:
    """Return the command."""
    return GlobalCommand(
        "validate",
        params=[
            click.Argument(["paths"], nargs=-1, metavar="[PATH]..."),
            *_judging(say),
            *_narrowing(say),
            *_mending(say),
            *_reporting(say),
        ],
        help=say("检查一套标准；给出 PATH 时只报这些文件。", "Check a set; with PATHs only their findings are shown."),
        epilog=say(
            "例：stdkit validate --strict --output sarif=report.sarif",
            "Example: stdkit validate --strict --output sarif=report.sarif",
        ),
        callback=lambda **given: _run(Wanted(**given), click.get_current_context().obj, say),
    )


def _judging(say: Say) -> list[click.Parameter]:
    only = say("只报这些规则（可写前缀）", "only these (prefixes)")
    without = say("不报这些规则（可写前缀）", "not these (prefixes)")
    return [
        click.Option(["--select"], multiple=True, metavar="RULE", help=only),
        click.Option(["--ignore"], multiple=True, metavar="RULE", help=without),
        click.Option(["--stage"], type=STAGES, help=say("按这个阶段判断", "judge as if at that stage")),
        click.Option(["--strict"], is_flag=True, help=say("有警告也算不通过", "warnings fail too")),
    ]


def _narrowing(say: Say) -> list[click.Parameter]:
    since = say("只报这个 git 版本以来改动的行", "only lines changed since this git revision")
    known = say("不报基线文件中已有的", "not what this baseline holds")
    accept = say("把现有的发现写成基线", "write what is found as a baseline")
    return [
        click.Option(["--since"], metavar="REV", help=since),
        click.Option(["--baseline"], metavar="FILE", help=known),
        click.Option(["--write-baseline"], metavar="FILE", help=accept),
    ]


def _mending(say: Say) -> list[click.Parameter]:
    fix = say("改掉能够安全改正的，报其余的", "mend what is safe to mend, report the rest")
    diff = say("只显示 --fix 会改什么，不写文件", "show what --fix would change, write nothing")
    return [click.Option(["--fix"], is_flag=True, help=fix), click.Option(["--diff"], is_flag=True, help=diff)]


def _reporting(say: Say) -> list[click.Parameter]:
    into = say("另外写入文件，可写多次", "write a file besides, any number of times")
    table = say("各规则的个数（text、json）；加 --quiet 时只有它", "counts of each rule (text, json); with --quiet nothing else")

    def read(_: click.Context, __: click.Parameter, typed: tuple[str, ...]) -> tuple[Target, ...]:
        return tuple(read_target(each, say) for each in typed)

    return [
        click.Option(["--format"], type=click.Choice(FORMATS), help=say("屏幕输出的格式", "format on the screen")),
        click.Option(["--output"], multiple=True, metavar="FORMAT=FILE", callback=read, help=into),
        click.Option(["--statistics"], is_flag=True, help=table),
    ]


def _run(wanted: Wanted, options: Options, say: Say) -> int:
    places = targets(wanted.format, wanted.output, say)
    if wanted.diff or wanted.fix:
        from stdkit.cli.validating.mending import mend, show_diff  # for start-up time: most runs mend nothing

        if wanted.diff:
            return show_diff(wanted, options)
        mend(wanted, options, say)
    report = examine(wanted, options)
    write(report, places, wanted, options)
    return exit_code(report, strict=wanted.strict)

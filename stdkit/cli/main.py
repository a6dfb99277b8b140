"""The entry: commands are imported when they are called, and whatever ends them becomes an exit code."""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click

from stdkit import __version__
from stdkit.cli.language import Say, pick, speaker, wanted_language
from stdkit.cli.options import GlobalCommand, global_parameters
from stdkit.model.diagnostics import StdkitError

COMMANDS = {
    "init": ("新建一套标准", "start a new set"),
    "new": ("新建一项标准", "start a new standard"),
    "list": ("列出标准", "list the standards"),
    "show": ("显示一项标准", "show one standard"),
    "validate": ("检查标准", "check the standards"),
    "rules": ("列出检查规则", "list the rules"),
    "explain": ("解释一条规则", "explain one rule"),
    "fmt": ("整理文件的排版", "put files into canonical layout"),
    "render": ("生成 Word 和 Markdown", "make Word and Markdown"),
    "report": ("写报告", "write a report"),
    "import": ("收进表格中的清单", "take in a list from a spreadsheet"),
    "impact": ("改动会影响哪里", "what a change reaches"),
    "confirm": ("确认引用", "confirm citations"),
    "corpus": ("管理对比用的语料", "reference texts to compare with"),
    "originality": ("查文字重合", "look for text overlap"),
    "preview": ("在浏览器中边写边看", "a page in the browser that follows the files"),
    "doctor": ("检查本机环境", "say what this machine has"),
}
USAGE, FAULT = 2, 70


class Commands(click.Group):
    """The commands of stdkit; each is imported only when it is called or asked for its help."""

    def __init__(self, say: Say) -> None:
        super().__init__(
            "stdkit",
            params=global_parameters(say),
            help=say("编写、检查和发布一个组织的标准。", "Author, check and publish an organisation's standards."),
            epilog=say("例：stdkit validate", "Example: stdkit validate"),
            callback=lambda **_: None,
        )
        self.say = say
        self.params.append(_version_option(say))

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the signature is click's
        """Return the names in the order of work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - likewise
        """Return a command, built in the person's language."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"stdkit.cli.commands.{cmd_name}_command").command(self.say)
        if isinstance(command, GlobalCommand):  # a group has seen to its own
            command.params.extend(global_parameters(self.say))
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - likewise
        """Write the commands with their short help, importing none of them."""
        with formatter.section(self.say("命令", "Commands")):
            formatter.write_dl([(name, self.say(*words)) for name, words in COMMANDS.items()])


def main() -> None:
    """Run the command line and exit: 0 clean, 1 findings or failures, 2 could not run, 70 a fault of ours."""
    _speak_utf8()
    language = wanted_language(sys.argv[1:], os.environ) or "zh"
    sys.exit(run_commands(Commands(speaker(language)), language, sys.argv[1:]))


def run_commands(commands: Commands, language: str, arguments: list[str]) -> int:
    """Run a command and return its exit code; whatever goes wrong is one line on standard error."""
    try:
        result = commands.main(arguments, standalone_mode=False, prog_name="stdkit")
        return result if isinstance(result, int) else 0
    except StdkitError as error:
        click.echo(f"stdkit: {pick(error.message, language)}", err=True)
        return USAGE
    except click.ClickException as error:
        error.show()
        return USAGE
    except (click.Abort, KeyboardInterrupt):
        click.echo(speaker(language)("已中断", "interrupted"), err=True)
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except Exception as error:
        if "--debug" in arguments:
            raise
        say = speaker(language)
        what = f"{type(error).__name__}: {error}"
        click.echo(
            say(
                f"stdkit 内部错误（{what}）：请加 --debug 再运行一次，把输出附在问题报告中",
                f"internal fault of stdkit ({what}): run again with --debug and put the output into a bug report",
            ),
            err=True,
        )
        return FAULT


def _version_option(say: Say) -> click.Option:
    def show(context: click.Context, _: click.Parameter, value: bool) -> None:
        if value:
            click.echo(f"stdkit {__version__}")
            context.exit()

    return click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=show,
        help=say("显示版本", "show the version"),
    )


def _speak_utf8() -> None:
    """Write UTF-8 wherever the output is no terminal of another encoding, and never fail on a character."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


if __name__ == "__main__":
    main()

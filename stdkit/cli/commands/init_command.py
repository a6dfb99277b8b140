"""``stdkit init``: a new set, green at once, with what editors and CI want beside it."""

from __future__ import annotations

from pathlib import Path

import click

from stdkit.cli.language import Say, speaker
from stdkit.cli.opening import locate
from stdkit.cli.options import GlobalCommand, Options
from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.publish.settings import refresh_settings
from stdkit.publish.starter import write_starter


def command(say: Say) -> click.Command:
    """Return the command."""
    refresh = say("只更新模式副本和没有改动过的设置", "only refresh schema copies and settings that nobody has changed")
    return GlobalCommand(
        "init",
        params=[
            click.Argument(["folder"], required=False, metavar="DIR"),
            click.Option(["--refresh"], is_flag=True, help=refresh),
        ],
        help=say("新建一套标准：立即可以通过检查。", "Start a new set that passes validate at once."),
        epilog=say("例：stdkit init my-standards", "Example: stdkit init my-standards"),
        callback=lambda folder, refresh: _run(folder, click.get_current_context().obj, refresh=refresh),
    )


def _run(directory: str | None, options: Options, *, refresh: bool) -> int:
    say = speaker(options.language or "zh")
    if refresh:
        return _refresh(Path(directory).resolve() if directory else locate(options), say)
    if not directory:
        raise StdkitError(Bilingual("请写明新文件夹：stdkit init DIR", "name the new folder: stdkit init DIR"))
    count = write_starter(Path(directory))
    click.echo(say(f"已在 {directory} 写入{count}个文件", f"{count} files written to {directory}"))
    click.echo(say(f"下一步：stdkit -C {directory} validate", f"next: stdkit -C {directory} validate"))
    return 0


def _refresh(directory: Path, say: Say) -> int:
    schemas, rewritten, kept = refresh_settings(directory)
    files = len(rewritten)
    click.echo(say(f"已更新{schemas}个模式副本、{files}个设置", f"{schemas} schema copies and {files} settings refreshed"))
    for path in rewritten:
        click.echo(say(f"已更新：{path}", f"refreshed: {path}"))
    for path in kept:
        click.echo(say(f"有新版，您改过，没有动：{path}", f"there is a newer one, but you have changed it: {path}"))
    return 0

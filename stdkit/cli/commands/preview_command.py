"""``stdkit preview``: a page in the browser that follows the files, with the findings beside the text."""

from __future__ import annotations

import time
import webbrowser
from threading import Thread

import click

from stdkit.cli.language import Say
from stdkit.cli.opening import locate, shown_prefix
from stdkit.cli.options import GlobalCommand, Options
from stdkit.cli.preview.live import Live
from stdkit.cli.preview.screens import Screens
from stdkit.cli.preview.server import Server
from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.publish.session import Session

PAUSE = 0.02  # seconds between two looks at the files
HIGHEST = 65535


def command(say: Say) -> click.Command:
    """Return the command."""
    return GlobalCommand(
        "preview",
        params=[
            click.Argument(["identifier"], required=False, metavar="[ID]"),
            click.Option(["--port"], type=click.IntRange(0, HIGHEST), default=0, help=say("端口；不写就任选一个", "port")),
            click.Option(["--no-browser"], is_flag=True, help=say("不打开浏览器", "do not open a browser")),
        ],
        help=say(
            "在浏览器中边写边看：保存后页面即更新，旁边列出检查发现；只在本机可见，不写任何文件。",
            "A page in the browser that follows the files, findings beside it; for this machine alone, nothing is written.",
        ),
        epilog=say("例：stdkit preview XM-101", "Example: stdkit preview XM-101"),
        callback=lambda identifier, port, no_browser: _run(
            identifier or "", port, click.get_current_context().obj, browser=not no_browser
        ),
    )


def _run(identifier: str, port: int, options: Options, *, browser: bool) -> int:
    live = open_live(options)
    if identifier and live.page(identifier) is None:
        raise StdkitError(Bilingual(f"没有标准 {identifier}", f"there is no standard {identifier}"))
    server = Server(live, port)
    address = f"{server.address}{identifier}"
    click.echo(address)
    click.echo(live.screens.say("按 Ctrl+C 结束", "press Ctrl+C to end"), err=True)
    Thread(target=follow, args=(live,), daemon=True).start()
    if browser:
        webbrowser.open(address)
    with server:
        server.serve_forever()
    return 0


def open_live(options: Options) -> Live:
    """Return the set that the options name, read once. Raises ``StdkitError`` when there is none."""
    directory = locate(options)
    live = Live(Session(directory), Screens(options.language or "zh", shown_prefix(directory)))
    live.look()
    return live


def follow(live: Live) -> None:
    """Look at the files again and again.

    Looking costs less than a millisecond, needs no library, and sees what editors do on any file system: saving in place,
    saving a new file over the old one, network drives that report no changes.
    """
    while True:
        live.look()
        time.sleep(PAUSE)

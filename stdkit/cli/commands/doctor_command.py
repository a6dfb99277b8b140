"""``stdkit doctor``: what this machine has, and what is missing for which purpose."""

from __future__ import annotations

import locale
import platform
import shutil
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import click

from stdkit import __version__
from stdkit.cli.language import Say, speaker
from stdkit.cli.opening import locate
from stdkit.cli.options import GlobalCommand, Options
from stdkit.model.diagnostics import StdkitError
from stdkit.read.data import data_directory

SCHEMAS = ("system", "standard", "references")


def command(say: Say) -> click.Command:
    """Return the command."""
    return GlobalCommand(
        "doctor",
        params=[],
        help=say("检查本机环境：Python、libyaml、LibreOffice、字体、git、编码、模式副本。", "Say what this machine has."),
        epilog=say("例：stdkit doctor", "Example: stdkit doctor"),
        callback=lambda: _run(click.get_current_context().obj),
    )


def _run(options: Options) -> int:
    say = speaker(options.language or "zh")
    for good, what in _findings(options, say):
        mark = say("有", "ok") if good else say("缺", "missing")
        click.echo(f"{mark:<3} {what}")
    return 0


def _findings(options: Options, say: Say) -> Iterator[tuple[bool, str]]:
    import yaml

    yield True, f"stdkit {__version__}, Python {platform.python_version()}, {platform.system()}"
    yield (
        bool(getattr(yaml, "__with_libyaml__", False)),
        say("libyaml（读 YAML 必需）", "libyaml (needed to read YAML)"),
    )
    yield sys.getfilesystemencoding() == "utf-8", say("文件名用 UTF-8 编码", "file names in UTF-8")
    encoding = locale.getpreferredencoding(do_setlocale=False)
    yield (
        True,
        say(f"系统默认编码 {encoding}（stdkit 一律用 UTF-8）", f"preferred encoding {encoding} (stdkit uses UTF-8)"),
    )
    yield bool(shutil.which("git")), say("git（查看改动）", "git (to see changes)")
    office = shutil.which("soffice") or shutil.which("libreoffice")
    yield (
        bool(office),
        say("LibreOffice（目次的准确页码，PDF；没有时用估算）", "LibreOffice (exact page numbers, PDF; else an estimate)"),
    )
    yield (
        find_spec("typst") is not None,
        say(
            "Typst（PNG 图必需；没有 LibreOffice 时生成 PDF；pip install 'stdkit[pdf]'）",
            "Typst (needed for PNG diagrams; PDF without LibreOffice; pip install 'stdkit[pdf]')",
        ),
    )
    yield _fonts(), say("宋体、黑体或其替代字体（查看版面）", "SimSun and SimHei or substitutes (to look at pages)")
    yield from _copies(options, say)


def _fonts() -> bool:
    wanted = ("simsun", "simhei", "notoserifcjk", "notosanscjk", "sourcehan")
    folders = [Path("/usr/share/fonts"), Path.home() / ".fonts", Path("C:/Windows/Fonts"), Path("/Library/Fonts")]
    files = (file.name.lower() for folder in folders if folder.is_dir() for file in folder.rglob("*.tt[cf]"))
    return any(file.startswith(wanted) for file in files)


def _copies(options: Options, say: Say) -> Iterator[tuple[bool, str]]:
    """Yield whether the copies of the schemas beside the set are those of this version."""
    try:
        directory = locate(options)
    except StdkitError:
        yield False, say("当前文件夹没有标准体系", "no set here")
        return
    yield True, say(f"标准体系：{directory.name}", f"set: {directory.name}")
    for base in (directory, directory.parent):
        copies = base / ".stdkit" / "schemas"
        if copies.is_dir():
            same = all(_same(copies, name) for name in SCHEMAS)
            yield (
                same,
                say(
                    "编辑器用的模式副本与本版一致（否则运行 stdkit init --refresh）",
                    "schema copies match (else: stdkit init --refresh)",
                ),
            )


def _same(copies: Path, name: str) -> bool:
    file = f"{name}.schema.json"
    copy = copies / file
    return copy.is_file() and copy.read_bytes() == (data_directory("schemas") / file).read_bytes()

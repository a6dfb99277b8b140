"""Where corpora are kept: ``.stdkit/corpus/NAME`` beside the set. What is there can be made anew, and git does not see it."""

from __future__ import annotations

import os
import re
from pathlib import Path

from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.originality.disk import Disk
from stdkit.originality.manifest import MANIFEST, Manifest

CORPORA = Path(".stdkit") / "corpus"
_NAME = re.compile(r"[a-z0-9\u4e00-\u9fff][a-z0-9\u4e00-\u9fff-]{0,63}")
_BELOW = 3  # .stdkit/corpus/NAME


def corpus_directory(set_directory: Path, name: str) -> Path:
    """Return where a corpus is kept. Raises ``StdkitError`` for a name that it cannot have."""
    if not _NAME.fullmatch(name):
        raise StdkitError(
            Bilingual(
                f"“{name}”不能作语料的名称：用 --as 起一个，只用小写字母、数字、汉字和连字符",
                f"“{name}” cannot name a corpus: give a name with --as, of small letters, digits, Chinese characters and hyphens",
            )
        )
    return set_directory / CORPORA / name


def corpus_names(set_directory: Path) -> tuple[str, ...]:
    """Return the names of the corpora of a set."""
    folder = set_directory / CORPORA
    if not folder.is_dir():
        return ()
    return tuple(sorted(each.name for each in folder.iterdir() if (each / MANIFEST).is_file()))


def make_place(directory: Path, disk: Disk) -> None:
    """Make the folder of a corpus, and keep git from committing what is in it."""
    disk.make_directory(directory)
    ignored = directory.parent / ".gitignore"
    if not ignored.exists():
        ignored.write_text("*\n", encoding="utf-8")


def path_of(directory: Path, folder: Path) -> str:
    """Return how a folder is remembered: relative to the set when it lies within it, so that both can be moved together."""
    around = directory.resolve().parents[_BELOW - 1]
    whole = folder.resolve()
    return os.path.relpath(whole, around).replace(os.sep, "/") if whole.is_relative_to(around) else str(whole)


def folder_of(directory: Path, manifest: Manifest) -> Path:
    """Return the folder whose documents a corpus holds."""
    return directory.resolve().parents[_BELOW - 1] / manifest.about.get("folder", "")

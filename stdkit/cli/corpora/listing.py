"""The corpora of a set, for ``stdkit corpus list``."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from stdkit.cli.language import Say
from stdkit.corpora.place import corpus_directory, corpus_names, folder_of
from stdkit.originality.damage import DamagedError
from stdkit.originality.index import open_index


def corpora_of(set_directory: Path) -> list[dict[str, Any]]:
    """Return each corpus: its folder, how many documents and characters, levels; ``damage`` where it cannot be opened."""
    return [_corpus(set_directory, name) for name in corpus_names(set_directory)]


def _corpus(set_directory: Path, name: str) -> dict[str, Any]:
    directory = corpus_directory(set_directory, name)
    try:
        index = open_index(directory)
        sources = [source for _, source in index.sources()]
    except DamagedError as error:
        return {"name": name, "folder": None, "documents": None, "characters": None, "levels": {}, "damage": str(error.damage)}
    levels = Counter(each.about["level"] for each in sources if "level" in each.about)
    return {
        "name": name,
        "folder": str(folder_of(directory, index.manifest)),
        "documents": len(sources),
        "characters": sum(each.characters for each in sources),
        "levels": dict(sorted(levels.items())),
        "damage": None,
    }


def corpora_table(found: list[dict[str, Any]], say: Say) -> str:
    """Return a line a corpus."""
    if not found:
        return say("没有语料：stdkit corpus add 文件夹", "there are no corpora: stdkit corpus add FOLDER")
    return "\n".join(_line(each, say) for each in found)


def _line(corpus: dict[str, Any], say: Say) -> str:
    name = corpus["name"]
    if corpus["damage"]:
        return say(
            f"{name}：索引坏了（{corpus['damage']}），见 stdkit corpus verify",
            f"{name}: its index is damaged ({corpus['damage']}), see stdkit corpus verify",
        )
    documents, characters, folder = corpus["documents"], corpus["characters"], corpus["folder"]
    return say(
        f"{name}：{documents}个文件，{characters:,}字符，{folder}",
        f"{name}: {documents} files, {characters:,} characters, {folder}",
    )

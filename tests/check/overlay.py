"""The examples of the rules' pages, laid over a minimal set: what is replaced, and which places are marked."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from stdkit.model.diagnostics import Span

MINIMAL = Path(__file__).parent / "minimal"
STANDARD = "service-project/XM-101.yaml"
TITLE = "执委走访工作规程"
Marks = dict[str, list[Span]]


def lay_over(example: str, directory: Path) -> Marks:
    """Make the minimal set in a folder with an example over it; return the places marked by ⟦ ⟧, by file.

    The keys of an example replace those of the standard; a line ``# system.yaml`` (any path of the set) begins what is laid over
    another file, a file that the minimal set lacks is laid over a copy of its standard, unless it says its own origin or is
    none (``.state/…``).
    """
    shutil.copytree(MINIMAL, directory)
    marks: Marks = {}
    for path, piece in _pieces(example):
        file = directory / path
        base = file if file.exists() else MINIMAL / STANDARD
        shared = base.read_text(encoding="utf-8")
        if not file.exists():
            shared = shared.replace(TITLE, f"{TITLE}（{file.stem}）")
        alone = not file.exists() and ("origin:" in piece or path.startswith("."))
        kept = "" if alone else _without(shared, re.findall(r"^([^\s#:][^:\n]*):", _unmarked(piece), re.MULTILINE))
        text, spans = _marked(kept + piece)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
        if spans:
            marks[path] = spans
    return marks


def _pieces(example: str) -> list[tuple[str, str]]:
    parts = re.split(r"^# ([\w./-]+\.yaml)\n", example.strip("\n") + "\n", flags=re.MULTILINE)
    named = list(zip(parts[1::2], parts[2::2], strict=True))
    return ([(STANDARD, parts[0])] if parts[0].strip() else []) + named


def _unmarked(text: str) -> str:
    return text.replace("⟦", "").replace("⟧", "")


def _without(text: str, keys: list[str]) -> str:
    blocks = re.split(r"^(?=\S)", text, flags=re.MULTILINE)
    return "".join(block for block in blocks if block.partition(":")[0] not in keys)


def _marked(text: str) -> tuple[str, list[Span]]:
    spans = []
    for number, line in enumerate(text.split("\n"), 1):
        shift = 0
        for match in re.finditer(r"⟦([^⟧]*)⟧", line):
            start = match.start() + 1 - shift
            spans.append(Span(number, start, number, start + len(match[1])))
            shift += 2
    return _unmarked(text), spans

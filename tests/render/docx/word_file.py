"""What the tests of the Word backend look at: the parts of a file, and the numbers that Word would print."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from lxml import etree

from stdkit.model.document import Document
from stdkit.render.docx import render
from tests.conftest import ROOT

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMESPACES = {
    "w": W.strip("{}"),
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
}
STYLES = ROOT / "templates" / "gbt" / "styles.yaml"


@cache
def styles() -> Mapping[str, Any]:
    """Return styles.yaml with text for every scalar, as the reader of stdkit hands it over."""
    data: Mapping[str, Any] = yaml.load(STYLES.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only
    return data


class WordFile:
    """The parts of a rendered document."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.names = archive.namelist()
            self.dates = {entry.date_time for entry in archive.infolist()}
            self.parts = {name: archive.read(name) for name in self.names}
        self.trees = {name: etree.fromstring(part) for name, part in self.parts.items() if name.endswith((".xml", ".rels"))}

    @property
    def document(self) -> etree._Element:
        return self.trees["word/document.xml"]

    def find(self, path: str, part: str = "word/document.xml") -> list[Any]:
        return list(self.trees[part].xpath(path, namespaces=NAMESPACES))

    def text(self, part: str = "word/document.xml") -> str:
        return "".join(self.find("//w:t/text()", part))


def rendered(document: Document, **changes: Mapping[str, str]) -> WordFile:
    return WordFile(render(document, styles(), **changes))


def save(data: bytes, folder: Path) -> Path:
    file = folder / "document.docx"
    file.write_bytes(data)
    return file


# ── The numbers that Word prints ─────────────────────────────────────────────────────────────────────────────────────


def printed_numbers(file: WordFile) -> Iterator[str]:
    """Yield the number of every numbered paragraph, by the rules of numbering.xml alone."""
    abstracts = {node.get(f"{W}abstractNumId"): node for node in file.find("//w:abstractNum", "word/numbering.xml")}
    lists = {node.get(f"{W}numId"): node for node in file.find("//w:num", "word/numbering.xml")}
    bound = _bound(file)
    counts: dict[str, dict[int, int]] = {}
    for paragraph in file.find("//w:body//w:p"):
        place = _place(paragraph, bound)
        if place is None:
            continue
        number, level = place
        abstract = abstracts[lists[number].find(f"{W}abstractNumId").get(f"{W}val")]
        levels = {int(node.get(f"{W}ilvl")): node for node in abstract.findall(f"{W}lvl")}
        count = counts.setdefault(number, {})
        count[level] = count[level] + 1 if level in count else _start(lists[number], levels[level], level)
        for deeper in [each for each in count if each > level]:
            del count[deeper]
        yield _printed(levels, count, level)


def _bound(file: WordFile) -> dict[str, tuple[str, int]]:
    found = {}
    for style in file.find("//w:style[w:pPr/w:numPr]", "word/styles.xml"):
        number = style.find(f"{W}pPr/{W}numPr")
        found[style.get(f"{W}styleId")] = (number.find(f"{W}numId").get(f"{W}val"), int(number.find(f"{W}ilvl").get(f"{W}val")))
    return found


def _place(paragraph: Any, bound: dict[str, tuple[str, int]]) -> tuple[str, int] | None:
    direct = paragraph.find(f"{W}pPr/{W}numPr")
    if direct is not None:
        number = direct.find(f"{W}numId").get(f"{W}val")
        return None if number == "0" else (number, int(direct.find(f"{W}ilvl").get(f"{W}val")))
    return bound.get(paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val"))


def _start(number: Any, level: Any, index: int) -> int:
    for override in number.findall(f"{W}lvlOverride"):
        if int(override.get(f"{W}ilvl")) == index:
            return int(override.find(f"{W}startOverride").get(f"{W}val"))
    return int(level.find(f"{W}start").get(f"{W}val"))


def _printed(levels: dict[int, Any], count: dict[int, int], level: int) -> str:
    def digits(place: re.Match[str]) -> str:
        index = int(place[1]) - 1
        value = count.get(index, 0)
        kind = levels[index].find(f"{W}numFmt").get(f"{W}val")
        return {"decimal": str(value), "lowerLetter": chr(96 + value), "upperLetter": chr(64 + value)}[kind]

    return re.sub(r"%(\d)", digits, levels[level].find(f"{W}lvlText").get(f"{W}val"))

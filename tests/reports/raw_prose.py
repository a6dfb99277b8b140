"""The prose of a standard as its file gives it, and the references in it, found by patterns alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

Data = dict[str, Any]
REFERENCE = re.compile(r"\[\[([^\]|]+)(?:\|([^\]]*))?\]\]")
BINDS = re.compile(r"符合|按|执行|依照|依据|遵守|采用|满足|使用")
SHOWS = re.compile(r"(?:见|参考|参照)$")
TOLD = re.compile(r"给出|提供了|列出了|描述了|的示例")
DEMAND = re.compile(
    r"(?<![因顺相回必])应(?![用急对变聘届邀激征]|到[人会数未]|选[人名数]|训[人数]|发[数份]|回收[数份单]|检[单数]|报[数单未]|查数|实施数|缴未|知应|有的|得分)"
    r"|只准许|不准许"
)
FREE = {"introduction", "scope", "note", "example", "footnote"}


class Piece(NamedTuple):
    """A paragraph, item, cell …: its kind, the number around it, the table or form that it stands in, what leads in its list."""

    text: str
    kind: str
    number: str
    annex: str = ""
    container: str = ""
    lead: str = ""
    owner: str = ""


class Mention(NamedTuple):
    """A reference as it is typed, in its piece, and whether it binds."""

    target: str
    text: str
    piece: Piece
    nature: str


def pieces(standard: Data) -> Iterator[Piece]:
    for kind in ("introduction", "scope"):
        yield from _content(standard.get(kind, []), Piece("", kind, ""))
    for position, outer in enumerate(standard.get("terms", []), 1):
        for inner, entry in enumerate(outer.get("terms", [outer]), 1):
            number = f"3.{position}.{inner}" if "terms" in outer else f"3.{position}"
            around = Piece("", "definition", number, owner=entry["id"])
            yield around._replace(text=entry["definition"])
            yield from (around._replace(text=text, kind="example") for text in entry.get("examples", []))
            yield from (around._replace(text=text, kind="note") for text in entry.get("notes", []))
    symbols = [*standard.get("symbols", []), *standard.get("abbreviations", [])]
    yield from (Piece(each["meaning"], "symbol", "") for each in symbols)
    for position, clause in enumerate(standard.get("clauses", []), 5 if symbols else 4):
        yield from _clause(clause, str(position), "")
    for position, annex in enumerate(standard.get("annexes", [])):
        yield from _clause(annex, chr(ord("A") + position), annex["id"])


def _clause(clause: Data, number: str, annex: str) -> Iterator[Piece]:
    yield from _content(clause.get("content", []), Piece("", "text", number, annex))
    for position, inner in enumerate(clause.get("clauses", []), 1):
        yield from _clause(inner, f"{number}.{position}", annex)


def _content(content: Any, around: Piece) -> Iterator[Piece]:
    for block in [content] if isinstance(content, str | dict) else content:
        if isinstance(block, str):
            yield from _prose(block, around)
            continue
        ((kind, inner),) = block.items()
        if kind == "note":
            yield around._replace(text=inner, kind="note")
        elif kind in {"example", "notice"}:
            text = inner if isinstance(inner, str) else inner["text"]
            yield from _prose(text, around._replace(kind="example" if kind == "example" else "text"))
        elif kind in {"table", "form"}:
            yield from _grid(inner, around._replace(kind=kind, container=inner["id"]))
        elif kind == "formula":
            yield from (around._replace(text=each["meaning"], kind="symbol") for each in inner.get("where", []))


def _grid(table: Data, around: Piece) -> Iterator[Piece]:
    lines = [*table.get("cells", "").split("\n"), *(cell for row in table.get("rows", []) for cell in row)]
    for line in lines:
        yield from (around._replace(text=text) for text in re.split(r" \| ", line))
    for key, kind in (("instructions", around.kind), ("paragraphs", around.kind), ("notes", "note")):
        found = table.get(key, [])
        yield from (around._replace(text=text, kind=kind) for text in ([found] if isinstance(found, str) else found))
    yield from (around._replace(text=text) for text in table.get("footnotes", {}).values())


def _prose(text: str, around: Piece) -> Iterator[Piece]:
    """Yield the paragraphs and items of a text; a footnote stands on a line of its own."""
    lead, outer = "", ""
    for block in re.split(r"\n\s*\n", text):
        for line in block.split("\n"):
            marked = re.match(r"( *)(?:\d+\.|-) +(.*)", line)
            if line.lstrip().startswith("[^"):
                yield around._replace(text=line, kind="footnote")
            elif marked:
                deeper = bool(marked[1])
                yield around._replace(text=marked[2], lead=(lead + outer) if deeper else lead or " ")
                outer = outer if deeper else marked[2]
            elif line.strip():
                yield around._replace(text=line)
                lead, outer = line, ""


def mentions(found: list[Piece], kind: str) -> list[Mention]:
    """Return the references; one in a table or form binds when a sentence that binds names that table or form."""
    own = [
        Mention(match[1], match[2] or "", piece, _nature(piece, match, kind))
        for piece in found
        for match in REFERENCE.finditer(piece.text)
    ]
    binding = {each.target for each in own if each.nature == "normative"}
    return [
        each._replace(nature="normative" if each.piece.container in binding else "informative")
        if each.piece.kind in {"table", "form"}
        else each
        for each in own
    ]


def _nature(piece: Piece, match: re.Match[str], kind: str) -> str:
    """Return whether a reference binds, by the words of its sentence."""
    before = re.split(r"[。！？；]", piece.text[: match.start()])[-1]
    after = re.split(r"[。！？；]", piece.text[match.end() :])[0]
    joined = re.sub(r"(?:\[\[[^\]]*\]\]|[、和及与或 　])+$", "", before) if before.endswith(("]]", *"、和及与或 　")) else before
    if piece.kind in FREE or SHOWS.search(joined) or TOLD.match(after):
        return "informative"
    near = re.split(r"[，；：（(]", REFERENCE.sub("", joined))[-1]
    whole = REFERENCE.sub("", piece.lead + before + after)
    demanded = DEMAND.search(whole) or (kind == "guide" and "宜" in whole)
    return "normative" if BINDS.search(near) or demanded else "informative"

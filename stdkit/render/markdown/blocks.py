"""Blocks as pieces of Markdown that stand apart by an empty line."""

from __future__ import annotations

from typing import assert_never

from stdkit.model.document import (
    Block,
    Caption,
    EndLine,
    Example,
    Figure,
    Formula,
    Heading,
    Item,
    Labelled,
    List,
    Note,
    NumberedParagraph,
    Paragraph,
    Role,
    Table,
    TermHead,
)
from stdkit.model.frontmatter import BookletCover, Contents, Cover
from stdkit.render.markdown import escape, front
from stdkit.render.markdown.inlines import inlines, plain, strong
from stdkit.render.markdown.sheet import Sheet
from stdkit.render.markdown.tables import grid

_DEEPEST = 6
_INDENT = "\u3000\u3000"

_Front = Cover | BookletCover | Contents | EndLine
_Display = Table | Figure | Formula | Example
_Text = Paragraph | Heading | NumberedParagraph | TermHead | List | Note | Labelled


def pieces(block: Block, sheet: Sheet) -> list[str]:
    """Return a block as pieces of Markdown; some may be empty."""
    match block:
        case Paragraph() | Heading() | NumberedParagraph() | TermHead() | List() | Note() | Labelled():
            return _text(block, sheet)
        case Table() | Figure() | Formula() | Example():
            return _display(block, sheet)
        case _:
            return _front(block, sheet)


def _front(block: _Front, sheet: Sheet) -> list[str]:
    match block:
        case Cover():
            return front.cover(block, sheet)
        case BookletCover():
            return front.booklet_cover(block, sheet)
        case Contents():
            return [front.contents(block, sheet)]
        case EndLine():
            return ["---"]
        case _:
            assert_never(block)


def _display(block: _Display, sheet: Sheet) -> list[str]:
    match block:
        case Table():
            return _table(block, sheet)
        case Figure():
            return _figure(block, sheet)
        case Formula():
            return [_formula(block, sheet)]
        case Example():
            return [_example(block, sheet)]
        case _:
            assert_never(block)


def _text(block: _Text, sheet: Sheet) -> list[str]:
    match block:
        case Paragraph():
            return [_paragraph(block, sheet)]
        case Heading():
            return _heading(block, sheet)
        case NumberedParagraph():
            text = f"{strong(block.number)}{sheet.gap}{inlines(block.content, sheet)}"
            return [sheet.anchor(block.anchor) + escape.paragraph(text)]
        case TermHead():
            return _term(block, sheet)
        case List():
            return ["<br>\n".join(_items(block, sheet, block.level))]
        case Note():
            return [_note(block, sheet)]
        case Labelled():
            text = f"{strong(block.label)}{sheet.gap}{inlines(block.content, sheet)}"
            return [sheet.anchor(block.anchor) + escape.paragraph(text)]
        case _:
            assert_never(block)


def _paragraph(node: Paragraph, sheet: Sheet) -> str:
    anchor = sheet.anchor(node.anchor)
    if node.role is Role.TITLE:
        return f"# {anchor}{escape.heading(inlines(node.content, sheet, cell=True))}"
    if node.role is Role.SAMPLE and plain(node.content) == sheet.sample:
        return anchor  # it stands at the head of the file
    text = anchor + escape.paragraph(inlines(node.content, sheet))
    return quoted(text) if node.role in (Role.SAMPLE, Role.NOTICE) else text


def quoted(text: str) -> str:
    """Return pieces of Markdown in a frame (a quotation)."""
    return "\n".join(f"> {line}".rstrip(" ") for line in text.split("\n"))


def _heading(node: Heading, sheet: Sheet) -> list[str]:
    number = " ".join(part for part in (node.number, node.nature) if part)
    number = number.replace(" （", "（")
    text = sheet.gap.join(part for part in (number, node.title) if part)
    marks = "#" * min(node.level, _DEEPEST)
    return [sheet.anchor(node.anchor), f"{marks} {escape.heading(escape.markdown(text))}"]


def _items(node: List, sheet: Sheet, level: int) -> list[str]:
    lines = []
    for item in node.items:
        lines.append(_INDENT * (level - 1) + _item(item, sheet))
        if item.sublist:
            lines += _items(item.sublist, sheet, level + 1)
    return lines


def _item(item: Item, sheet: Sheet) -> str:
    gap = "" if item.label.endswith("—") else " "
    text = f"{escape.markdown(item.label)}{gap}{inlines(item.content, sheet)}"
    return sheet.anchor(item.anchor) + escape.paragraph(text)


def _note(node: Note, sheet: Sheet) -> str:
    return quoted(escape.paragraph(f"{escape.markdown(node.label)}{inlines(node.content, sheet)}"))


def _example(node: Example, sheet: Sheet) -> str:
    inside = [escape.paragraph(escape.markdown(node.label))]
    for part in node.content:
        inside += _text(part, sheet)
    return quoted("\n\n".join(piece for piece in inside if piece))


def _caption(node: Caption, sheet: Sheet) -> str:
    return strong(sheet.gap.join(part for part in (node.label, node.title) if part))


def _table(node: Table, sheet: Sheet) -> list[str]:
    caption = sheet.anchor(node.caption.anchor) + _caption(node.caption, sheet) if node.caption else ""
    unit = escape.paragraph(escape.markdown(node.unit or ""))
    foot = [piece for part in node.foot for piece in _text(part, sheet)]
    return [caption, unit, *grid(node, sheet), *foot]


def _figure(node: Figure, sheet: Sheet) -> list[str]:
    name = sheet.figures.add(node.picture, node.caption.anchor)
    picture = f"![{escape.markdown(node.picture.alternative)}]({escape.address(name)})"
    return [
        sheet.anchor(node.caption.anchor) + picture,
        _caption(node.caption, sheet),
        *(_note(note, sheet) for note in node.foot),
        _mermaid(node),
    ]


def _mermaid(node: Figure) -> str:
    """Return a flow chart as text, folded under the picture: code hosts draw it, and a change of it can be read."""
    if not node.mermaid:
        return ""
    return f"<details><summary>Mermaid</summary>\n\n```mermaid\n{node.mermaid}\n```\n\n</details>"


def _formula(node: Formula, sheet: Sheet) -> str:
    number = rf" \tag*{{{escape.tex(node.number)}}}" if node.number else ""
    return f"{sheet.anchor(node.anchor)}$${escape.tex(node.tex)}{number}$$"


def _term(node: TermHead, sheet: Sheet) -> list[str]:
    names = [(node.term, node.english), *node.admitted]
    lines = [strong(term) + (sheet.gap + escape.markdown(english) if english else "") for term, english in names]
    return [sheet.anchor(node.anchor) + strong(node.number), "<br>\n".join(lines)]

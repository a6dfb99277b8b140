"""Blocks as HTML."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import assert_never

from stdkit.model.document import (
    Block,
    Caption,
    EndLine,
    Example,
    Figure,
    Formula,
    Heading,
    HeadingKind,
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
from stdkit.model.drawing import Drawing, Image
from stdkit.model.frontmatter import BookletCover, Contents, Cover
from stdkit.render.html import front
from stdkit.render.html.formulas import math
from stdkit.render.html.inlines import inlines
from stdkit.render.html.sheet import Sheet, escape
from stdkit.render.html.tables import grid
from stdkit.render.svg import svg

_DEEPEST = 6
_MEDIA = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".svg": "image/svg+xml", ".gif": "image/gif"}

_Display = Table | Figure | Formula | Example
_Text = Paragraph | Heading | NumberedParagraph | TermHead | List | Note | Labelled


def block(node: Block, sheet: Sheet) -> str:
    """Return a block as HTML."""
    match node:
        case Cover():
            return front.cover(node, sheet)
        case BookletCover():
            return front.booklet_cover(node, sheet)
        case Contents():
            return front.contents(node, sheet)
        case EndLine():
            return '<hr class="end">'
        case Table() | Figure() | Formula() | Example():
            return _display(node, sheet)
        case _:
            return _text(node, sheet)


def _display(node: _Display, sheet: Sheet) -> str:
    match node:
        case Table():
            return _table(node, sheet)
        case Figure():
            return _figure(node, sheet)
        case Formula():
            number = f'<span class="number">{escape(node.number)}</span>' if node.number else ""
            scrolling = f'tabindex="0" role="group" aria-label="{escape(node.number or node.tex.strip())}"'
            return f'<div class="formula"{sheet.id(node.anchor)} {scrolling}>{math(node.tex, display=True)}{number}</div>'
        case Example():
            inside = "".join(_text(part, sheet) for part in node.content)
            return f'<div class="example"><p class="label">{escape(node.label)}</p>{inside}</div>'
        case _:
            assert_never(node)


def _text(node: _Text, sheet: Sheet) -> str:
    match node:
        case Paragraph():
            return _paragraph(node, sheet)
        case Heading():
            return _heading(node, sheet)
        case NumberedParagraph():
            number = f'<span class="number">{escape(node.number)}</span>{sheet.gap}'
            return f'<p class="numbered"{sheet.id(node.anchor)}>{number}{inlines(node.content, sheet)}</p>'
        case TermHead():
            return _term(node, sheet)
        case List():
            return _list(node, sheet)
        case Note():
            return f'<p class="note"><span class="label">{escape(node.label)}</span>{inlines(node.content, sheet)}</p>'
        case Labelled():
            label = f'<span class="label">{escape(node.label)}</span>'
            return f'<p class="labelled"{sheet.id(node.anchor)}>{label}<span>{inlines(node.content, sheet)}</span></p>'
        case _:
            assert_never(node)


def _paragraph(node: Paragraph, sheet: Sheet) -> str:
    text = inlines(node.content, sheet)
    if node.role is Role.TITLE:
        return f'<p class="title"{sheet.id(node.anchor)}>{text}</p>'
    return f'<p class="{node.role.value}"{sheet.id(node.anchor)}>{text}</p>'


def _heading(node: Heading, sheet: Sheet) -> str:
    """Return a heading, one level below the title of the page."""
    level = min(node.level + 1, _DEEPEST)
    if node.kind is HeadingKind.ANNEX:
        lines = [line for line in (node.number, node.nature, node.title) if line]
        text = "<br>".join(map(escape, lines))
    else:
        text = sheet.gap.join(escape(part) for part in (node.number, node.title) if part)
    return f'<h{level} class="{node.kind.value}"{sheet.id(node.anchor)}>{text}</h{level}>'


def _list(node: List, sheet: Sheet) -> str:
    items = "".join(_item(item, sheet) for item in node.items)
    tag = "ul" if node.kind in {"dashes", "dots"} else "ol"
    return f'<{tag} class="{node.kind}" role="list">{items}</{tag}>'


def _item(item: Item, sheet: Sheet) -> str:
    below = _list(item.sublist, sheet) if item.sublist else ""
    label = f'<span class="label">{escape(item.label)}</span>'
    return f'<li{sheet.id(item.anchor)}>{label}<span class="text">{inlines(item.content, sheet)}</span>{below}</li>'


def _caption(node: Caption, sheet: Sheet) -> str:
    return sheet.gap.join(escape(part) for part in (node.label, node.title) if part)


def _table(node: Table, sheet: Sheet) -> str:
    unit = f'<span class="unit">{escape(node.unit)}</span>' if node.unit else ""
    words = _caption(node.caption, sheet) if node.caption else ""
    caption = f"<caption>{words}{unit}</caption>" if words or unit else ""
    foot = "".join(_text(part, sheet) for part in node.foot)
    return grid(node, sheet, caption, f'<div class="foot">{foot}</div>' if foot else "")


def _figure(node: Figure, sheet: Sheet) -> str:
    notes = "".join(_text(note, sheet) for note in node.foot)
    caption = f"<figcaption>{_caption(node.caption, sheet)}</figcaption>"
    return f"<figure{sheet.id(node.caption.anchor)}>{_picture(node.picture)}{notes}{caption}</figure>"


def _picture(picture: Drawing | Image) -> str:
    """Return a picture within the page: nothing is loaded from elsewhere."""
    if isinstance(picture, Drawing):
        scrolling = f'tabindex="0" role="group" aria-label="{escape(picture.alternative)}"'
        return f'<div class="drawing" {scrolling}>{svg(picture)}</div>'
    media = _MEDIA.get(PurePosixPath(picture.name).suffix.lower(), "application/octet-stream")
    data = b64encode(picture.data).decode("ascii")
    return f'<img src="data:{media};base64,{data}" alt="{escape(picture.alternative)}">'


def _term(node: TermHead, sheet: Sheet) -> str:
    level = min(node.level + 1, _DEEPEST)
    names: Sequence[tuple[str, str | None]] = [(node.term, node.english), *node.admitted]
    lines = "<br>".join(_term_line(*name, sheet) for name in names)
    return (
        f'<h{level} class="term"{sheet.id(node.anchor)}><span class="number">{escape(node.number)}</span><br>{lines}</h{level}>'
    )


def _term_line(term: str, english: str | None, sheet: Sheet) -> str:
    return escape(term) + (f'{sheet.gap}<span lang="en">{escape(english)}</span>' if english else "")


def footnotes(sheet: Sheet) -> Iterator[str]:
    """Yield the footnotes of a page, each with a link back to its mark."""
    for number, mark in sheet.footnotes.drain():
        back = f'<a href="#footnote-mark-{number}" role="doc-backlink">{escape(mark.label)}</a>'
        text = f"<sup>{back}</sup>{inlines(mark.content, sheet)}"
        yield f'<p class="footnote" id="footnote-{number}" role="doc-footnote">{text}</p>'

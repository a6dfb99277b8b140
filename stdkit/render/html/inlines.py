"""Inlines as HTML."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from stdkit.model.document import Blank, Code, FootnoteMark, Inline, LineBreak, Link, Math, Script, Strong, Text
from stdkit.render.html.formulas import math
from stdkit.render.html.sheet import Sheet, escape

_TAGS = {"super": "sup", "sub": "sub"}


def inlines(content: Sequence[Inline], sheet: Sheet) -> str:
    """Return inlines as HTML."""
    return "".join([_inline(node, sheet) for node in content])


def _inline(node: Inline, sheet: Sheet) -> str:
    match node:
        case Strong(content):
            return f"<strong>{inlines(content, sheet)}</strong>"
        case Link(text):
            place = sheet.address(node)
            return f'<a href="{place}">{escape(text)}</a>' if place else escape(text)
        case FootnoteMark(label):
            number = sheet.footnotes.number(node)
            link = f'<a href="#footnote-{number}" role="doc-noteref">{escape(label)}</a>'
            return f'<sup id="footnote-mark-{number}">{link}</sup>'
        case Blank(kind, lines):
            return sheet.date if kind == "date" else f'<span class="blank" style="height:{lines * 8}mm"></span>'
        case _:
            return _characters(node)


def _characters(node: Text | Script | Code | Math | LineBreak) -> str:
    match node:
        case Text(text):
            return escape(text)
        case Script(text, position):
            return f"<{_TAGS[position]}>{escape(text)}</{_TAGS[position]}>"
        case Code(text):
            return f"<code>{escape(text)}</code>"
        case Math(tex):
            return math(tex)
        case LineBreak():
            return "<br>"
        case _:
            assert_never(node)

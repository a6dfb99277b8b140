"""Inlines as Typst."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from stdkit.model.document import Blank, Code, FootnoteMark, Inline, LineBreak, Link, Math, Script, Strong, Text
from stdkit.render.typst.formulas import math
from stdkit.render.typst.markup import call, quoted, words
from stdkit.render.typst.sheet import GAP, Sheet


def inlines(content: Sequence[Inline], sheet: Sheet) -> str:
    """Return inlines as content. Raises ``StdkitError`` for a formula that cannot be converted."""
    return "".join(_inline(node, sheet) for node in content)


def _inline(node: Inline, sheet: Sheet) -> str:
    match node:
        case Text(text):
            return words(text)
        case Strong(content):
            return call("strongly", inlines(content, sheet))
        case Script(text, position):
            return call("super" if position == "super" else "sub", words(text))
        case Code(text):
            return f"#raw({quoted(text)});"
        case Math(tex):
            return f"#math.equation($ {math(tex)} $.body);"
        case Link():
            return _link(node, sheet)
        case _:
            return _mark(node, sheet)


def _mark(node: FootnoteMark | Blank | LineBreak, sheet: Sheet) -> str:
    match node:
        case FootnoteMark(label, content):
            before, _, after = sheet.styles.footnote_mark.partition("%1")
            numbering = f"_ => {quoted(before + label + after)}"
            return call("footnote", inlines(content, sheet), numbering=numbering)
        case Blank():
            return "#writing-space;"
        case LineBreak():
            return "#linebreak();"
        case _:
            assert_never(node)


def _link(link: Link, sheet: Sheet) -> str:
    if link.external:
        return f"#link({quoted(link.target)})[{words(link.text)}];"
    name = sheet.names.get(link.target)
    if name is None:
        return words(link.text)
    shown = f"#page-of(<{name}>, {quoted(link.text)});" if link.page else words(link.text)
    return f"#link(<{name}>)[{shown}];"


def with_gap(*parts: str | None) -> str:
    """Return printed parts with one full-width blank between them."""
    return words(GAP.join(part for part in parts if part))

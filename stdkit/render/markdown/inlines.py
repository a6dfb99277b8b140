"""Sentences: inlines as Markdown, and as HTML for tables with merged cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from stdkit.model.document import Blank, Code, FootnoteMark, Inline, LineBreak, Link, Math, Script, Strong, Text
from stdkit.render.markdown import escape
from stdkit.render.markdown.sheet import Sheet

_Other = Script | Code | Math | Link | FootnoteMark | Blank | LineBreak
_LINE = "＿" * 8
_TAGS = {"super": "sup", "sub": "sub"}


def inlines(content: Sequence[Inline], sheet: Sheet, *, cell: bool = False) -> str:
    """Return inlines as Markdown; in a cell (or a heading) everything stays on one line."""
    text, last = "", len(content) - 1
    for index, node in enumerate(content):
        if isinstance(node, Text):
            text += escape.markdown(node.text)
        elif isinstance(node, Strong):
            text += _strong(inlines(node.content, sheet, cell=cell), text, last=index == last)
        else:
            text += _inline(node, sheet, cell=cell)
    return text


def paragraphs_in_cell(paragraphs: Sequence[Sequence[Inline]], sheet: Sheet) -> str:
    """Return the paragraphs of a cell of a pipe table; a cell that is a blank is as high as its lines."""
    return "<br>".join([_blank_cell(content) or inlines(content, sheet, cell=True).strip(" ") for content in paragraphs])


def _blank_cell(content: Sequence[Inline]) -> str | None:
    """Return what keeps a cell as high as the lines to be written there; ``None`` when it is no such cell."""
    if len(content) == 1 and isinstance(blank := content[0], Blank) and blank.kind == "line":
        return "&nbsp;" + "<br>&nbsp;" * (blank.lines - 1)
    return None


def plain(content: Sequence[Inline]) -> str:
    """Return the characters of inlines without any mark."""
    return "".join(_plain(content))


def strong(text: str) -> str:
    """Return a line of plain text in bold."""
    return _strong(escape.markdown(text), "", last=True)


def _strong(inner: str, before: str, *, last: bool) -> str:
    if not inner:
        return ""
    # Beside Chinese punctuation CommonMark does not take "**" for a mark; the element always works.
    opens = inner[0].isalnum() or not before
    closes = inner[-1].isalnum() or last
    marked = opens and closes and "*" not in (before[-1:], inner[0], inner[-1])
    return f"**{inner}**" if marked and inner.strip() == inner else f"<strong>{inner}</strong>"


def _inline(node: _Other, sheet: Sheet, *, cell: bool) -> str:
    match node:
        case Script(text, position):
            return f"<{_TAGS[position]}>{escape.markdown(text)}</{_TAGS[position]}>"
        case Code(text):
            return f"<code>{escape.markdown(text)}</code>" if cell and "|" in text else escape.code(text)
        case Math(formula):
            return f"${escape.tex(formula, cell=cell)}$" if formula.strip() else ""
        case Link(text):
            place = sheet.address(node)
            return f"[{escape.markdown(text)}]({place})" if place else escape.markdown(text)
        case FootnoteMark():
            return f"[^{sheet.footnotes.key(node)}]"
        case Blank():
            return _blank(node, sheet)
        case LineBreak():
            return "<br>" if cell else "<br>\n"
        case _:
            assert_never(node)


def _blank(node: Blank, sheet: Sheet) -> str:
    return sheet.date if node.kind == "date" else "<br>".join([_LINE] * node.lines)


def html_inlines(content: Sequence[Inline], sheet: Sheet) -> str:
    """Return inlines as HTML on one line; a footnote leaves its mark only."""
    return _blank_cell(content) or "".join([_html(node, sheet) for node in content]).strip(" ")


def _html(node: Inline, sheet: Sheet) -> str:
    match node:
        case Text(text):
            return escape.html(text)
        case Strong(content):
            return f"<strong>{html_inlines(content, sheet)}</strong>"
        case Script(text, position):
            return f"<{_TAGS[position]}>{escape.html(text)}</{_TAGS[position]}>"
        case Code(text):
            return f"<code>{escape.html(text)}</code>"
        case Math(formula):
            return escape.html(f"${escape.tex(formula)}$")
        case Link(text):
            place = sheet.address(node)
            return f'<a href="{place}">{escape.html(text)}</a>' if place else escape.html(text)
        case FootnoteMark(label):
            return f"<sup>{escape.html(label)}</sup>"
        case Blank() | LineBreak():
            return _blank(node, sheet) if isinstance(node, Blank) else "<br>"
        case _:
            assert_never(node)


def footnotes_in(content: Sequence[Inline]) -> Iterator[FootnoteMark]:
    """Yield the footnotes of inlines, in order."""
    for node in content:
        if isinstance(node, FootnoteMark):
            yield node
        elif isinstance(node, Strong):
            yield from footnotes_in(node.content)


def _plain(content: Sequence[Inline]) -> Iterator[str]:
    for node in content:
        match node:
            case Text(text) | Script(text) | Code(text) | Link(text):
                yield text
            case Strong(inner):
                yield from _plain(inner)
            case Math(formula):
                yield formula
            case FootnoteMark() | Blank() | LineBreak():
                pass
            case _:
                assert_never(node)

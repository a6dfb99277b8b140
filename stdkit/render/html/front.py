"""Covers and contents as HTML."""

from __future__ import annotations

from collections.abc import Iterable

from stdkit.model.frontmatter import BookletCover, Contents, Cover
from stdkit.render.html.sheet import Sheet, escape


def cover(node: Cover, sheet: Sheet) -> str:
    """Return the cover of a standard: its lines in the order of the paper, those of a pair beside each other."""
    upper = _pair(("classification", node.classification), ("mark", (node.mark,)))
    number = _lines("replaced", (node.replaces,))
    dates = _pair(("issued", (node.issued,)), ("implemented", (node.implemented,)))
    issuer = f'<p class="issuer">{escape(node.issuer)}{sheet.gap}<span class="issue">{escape(node.issue_word)}</span></p>'
    parts = [
        upper,
        _lines("banner", (node.banner,)),
        _lines("number", (node.number,)),
        number,
        _lines("sample", (node.sample,)),
        f'<h2 class="title">{escape(node.title)}</h2>',
        _lines("english", (node.english,), ' lang="en"'),
        _lines("correspondence", (node.correspondence,)),
        _lines("stage", node.stage),
        dates,
        issuer if node.issuer else "",
    ]
    return f'<header class="cover"{sheet.id(node.anchor)}>{"".join(parts)}</header>'


def booklet_cover(node: BookletCover, sheet: Sheet) -> str:
    """Return the cover of a booklet."""
    parts = [
        _lines("sample", (node.sample,)),
        f'<p class="title">{escape(node.title)}</p>',
        _lines("subtitle", (node.subtitle,)),
        _lines("line", node.lines),
        _lines("issuer", (node.issuer,)),
        _lines("date", (node.date,)),
    ]
    return f'<header class="booklet cover"{sheet.id(node.anchor)}>{"".join(parts)}</header>'


def contents(node: Contents, sheet: Sheet) -> str:
    """Return a table of contents as links; pages mean nothing here."""
    lowest = min((entry.level for entry in node.entries), default=1)
    items = []
    for entry in node.entries:
        place, text = sheet.target(entry.target), escape(entry.text)
        link = f'<a href="{place}">{text}</a>' if place else text
        items.append(f'<li class="level-{entry.level - lowest + 1}">{link}</li>')
    return f'<ul class="contents">{"".join(items)}</ul>'


def _lines(name: str, lines: Iterable[str], attributes: str = "") -> str:
    return "".join(f'<p class="{name}"{attributes}>{escape(line)}</p>' for line in lines if line)


def _pair(left: tuple[str, Iterable[str]], right: tuple[str, Iterable[str]]) -> str:
    return f'<div class="pair"><div>{_lines(*left)}</div><div>{_lines(*right)}</div></div>'

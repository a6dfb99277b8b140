"""What stands before the text of a Typst file: the page, and a function for the style of each role."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.document import Document
from stdkit.render.docx.styles import ParagraphStyle
from stdkit.render.typst.markup import millimetres, points, quoted
from stdkit.render.typst.sheet import Sheet

_ALIGN = {"justify": "left", "distribute": "center"}
_HELPERS = """
#show heading: it => it.body
#show math.equation: set text(font: ("New Computer Modern Math", @song@))
#show raw: set text(font: ("DejaVu Sans Mono", @hei@), size: 1em / 0.8)
#show link: it => it
#set footnote.entry(separator: line(length: 25%, stroke: 0.5pt), gap: 3pt, indent: 2em)
#show footnote.entry: set text(size: 9pt)
#set table.cell(breakable: false)
#let strongly(body) = text(font: @strong@, body)
#let writing-space = box(width: 8em, height: 1em, stroke: (bottom: 0.5pt))
#let labelled(width, label) = context box(width: calc.max(width, measure(label).width), label)
#let page-of(name, fallback) = context {
  let found = query(name)
  let pattern = if found.len() > 0 { found.first().location().page-numbering() }
  if pattern == none { fallback } else { numbering(pattern, ..counter(page).at(found.first().location())) }
}
#let running(odd, even) = context if calc.odd(here().page()) { odd } else { even }
#let stretched(factor, body) = box(scale(x: factor, reflow: true, body))
#let next-page(to) = { set page(header: none, footer: none); pagebreak(to: to) }
"""


def preamble(document: Document, sheet: Sheet) -> str:
    """Return the rules and functions that the text of a document uses."""
    styles, page = sheet.styles, sheet.styles.page
    properties = dict(document.properties)
    author = properties.get("organization") or properties.get("creator", "")
    named = f", author: {quoted(author)}" if author else ""
    chinese = document.language.startswith("zh")
    lines = [
        f"#set document(title: {quoted(document.title)}, date: none{named})",
        f'#set text(lang: "{document.language[:2]}", region: "{"cn" if chinese else "us"}", '
        f"font: {sheet.families_of(styles['normal'])}, size: {points(styles['normal'].size)}, "
        "top-edge: 0.88em, bottom-edge: -0.12em)",
        f"#set page(width: {millimetres(page.width)}, height: {millimetres(page.height)})",
        _helpers(sheet),
        *(_function(role, style, sheet) for role, style in styles.paragraphs.items()),
    ]
    return "\n".join(lines) + "\n"


def _helpers(sheet: Sheet) -> str:
    song, strong = sheet.styles["normal"], sheet.styles["chapter"]
    families = {"song": sheet.families[song.font.east_asian], "hei": sheet.families[strong.font.east_asian]}
    text = _HELPERS.replace("@strong@", sheet.families_of(strong))
    return text.replace("@song@", f'"{families["song"]}"').replace("@hei@", f'"{families["hei"]}"')


def _function(role: str, style: ParagraphStyle, sheet: Sheet) -> str:
    """Return the function that prints a paragraph in a role; lines stand as far apart as in Word."""
    leading = max(style.line - style.size, 0) if style.line else style.size * 0.65
    space = {"above": points(style.before + leading), "below": points(style.after + leading)}
    inset = f"(left: {points(style.left - style.hanging)}, right: {points(style.right)})"
    arguments = ", ".join(f"{key}: {value}" for key, value in {**space, "inset": inset}.items())
    sticky = ", sticky: true" if style.keep_next else ""
    inner = "; ".join(_rules(style, leading, sheet))
    before = "pagebreak(weak: true); " if style.page_break else ""
    if style.page_break or role == "title":  # what stands at the head of a page keeps its distance, as in Word
        before += f"v({points(style.before)}); "
    block = f"block(width: 100%, {arguments}{sticky}, {{ {inner}; par(body) }})"
    return f"#let s-{role.replace('_', '-')}(body) = {{ {before}{block} }}"


def _rules(style: ParagraphStyle, leading: float, sheet: Sheet) -> Iterator[str]:
    weight = "bold" if style.bold else "regular"
    yield f'set text(size: {points(style.size)}, font: {sheet.families_of(style)}, weight: "{weight}")'
    yield f"set align({_ALIGN.get(style.align, style.align)})"
    first = f"(amount: {style.first:g}em, all: true)" if style.first else "0pt"
    hanging = points(style.hanging)
    justify = str(style.align == "justify").lower()
    yield f"set par(leading: {points(leading)}, first-line-indent: {first}, hanging-indent: {hanging}, justify: {justify})"

"""One document as one HTML file: its style in its head, its contents beside its text, its footnotes below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from stdkit.model.document import Document, Heading, Section
from stdkit.model.frontmatter import BookletCover, Contents, ContentsEntry, Cover
from stdkit.render.anchors import fragments
from stdkit.render.html.blocks import block, footnotes
from stdkit.render.html.sheet import Sheet, escape


@dataclass(frozen=True, slots=True)
class Page:
    """What stands around the text of a page: its style sheet, the words of its controls, links that lead to the set.

    ``labels`` has ``contents``, ``skip`` and ``footnotes``. ``before`` and ``after`` are HTML around the text, ``head`` in the
    head of the page: the pages of a site have them.
    """

    style: str
    labels: Mapping[str, str]
    head: str = ""
    before: str = ""
    after: str = ""


def render(document: Document, links: Mapping[str, str], page: Page) -> str:
    """Return a document as an HTML page.

    ``links`` says where an anchor of another document is found: a path relative to this file, with its fragment. A reference
    whose target is found nowhere is printed as plain text. Raises ``StdkitError`` for a formula that cannot be converted.
    """
    sheet = Sheet(fragments(document), links, document.language)
    body = "\n".join(_section(section, sheet) for section in document.sections)
    notes = "".join(footnotes(sheet))
    notes = f'<section class="footnotes" aria-label="{escape(page.labels["footnotes"])}">{notes}</section>' if notes else ""
    parts = (
        _notice(document),
        _navigation(document, sheet, page.labels["contents"]),
        f'<main id="text">\n<h1 class="page">{escape(document.title)}</h1>\n{body}\n{notes}\n</main>',
    )
    return frame((document.title, document.language), page, parts, document.properties)


def frame(named: tuple[str, str], page: Page, parts: Iterable[str], properties: Iterable[tuple[str, str]] = ()) -> str:
    """Return a whole page around its parts; ``named`` is its title and its language."""
    title, language = named
    return "\n".join(
        (
            f'<!DOCTYPE html>\n<html lang="{_language(language)}">\n<head>',
            '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(title)}</title>",
            *(f'<meta name="{escape(name)}" content="{escape(value)}">' for name, value in properties),
            f"<style>\n{page.style}</style>\n{page.head}</head>\n<body>",
            f'<a class="skip" href="#text">{escape(page.labels["skip"])}</a>',
            page.before,
            *parts,
            f"{page.after}</body>\n</html>\n",
        )
    )


def _language(language: str) -> str:
    return "zh-CN" if language == "zh" else language


def _section(section: Section, sheet: Sheet) -> str:
    blocks = "\n".join(block(each, sheet) for each in section.blocks)
    return f'<section class="{section.kind}">\n{blocks}\n</section>'


def _notice(document: Document) -> str:
    """Return the fullest sample notice of a document as a banner, nothing without one."""
    notice = max(_samples(document), key=len, default="")
    return f'<p class="banner-sample" role="note">{escape(notice)}</p>' if notice else ""


def _samples(document: Document) -> Iterator[str]:
    for section in document.sections:
        yield section.sample
        for each in section.blocks:
            if isinstance(each, Cover | BookletCover):
                yield each.sample


def _navigation(document: Document, sheet: Sheet, title: str) -> str:
    """Return the contents beside the text: of one standard its headings, of a booklet its standards."""
    items = "".join(_link(entry, sheet) for entry in _entries(document))
    return f'<nav aria-label="{escape(title)}"><details open><summary>{escape(title)}</summary><ul>{items}</ul></details></nav>'


def _entries(document: Document) -> tuple[ContentsEntry, ...]:
    """Return the first contents of a document; one without any is listed by its headings."""
    found = next((each for each in document.blocks() if isinstance(each, Contents)), None)
    if found:
        return found.entries
    headings = (each for each in document.blocks() if isinstance(each, Heading))
    return tuple(ContentsEntry(each.level, f"{each.number or ''} {each.title}".strip(), each.anchor) for each in headings)


def _link(entry: ContentsEntry, sheet: Sheet) -> str:
    place, text = sheet.target(entry.target), escape(entry.text)
    return f'<li class="level-{entry.level}">' + (f'<a href="{place}">{text}</a>' if place else text) + "</li>"

"""Word: every Document once, and before that a draft when LibreOffice is to say on which pages its headings stand."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.model.document import Document
from stdkit.publish.formats.work import Files, Work, output
from stdkit.publish.making import Failure
from stdkit.render.docx import render
from stdkit.render.docx.estimate import estimate_pages
from stdkit.render.docx.libreoffice import convert, office
from stdkit.render.docx.pages import draft, libreoffice_pages
from stdkit.resolve.resolved import ResolvedSet


def files(work: Work) -> Files:
    """Return the Word files.

    Raises ``StdkitError`` when LibreOffice was asked for page numbers and cannot be used.
    """
    word = work.word
    made = {each.path: each for each in work.made}
    outputs = tuple(output("docx", made[path], "docx", data) for path, data in word.files.items())
    return Files(outputs, tuple(word.failures), word.engine, named_fonts(work.resolved))


@dataclass(slots=True)
class Word:
    """The bytes of each Word file by the path of its Document, and the engine that found its pages."""

    files: dict[str, bytes] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    engine: str = "estimate"


def render_word(work: Work) -> Word:
    """Return every Document as Word, with pages by the engine that was asked for.

    Raises ``StdkitError`` when LibreOffice was asked for page numbers and cannot be used.
    """
    word, styles = Word(), work.resolved.house.styles
    pages: Mapping[str, Mapping[str, str]] = {each.path: estimate_pages(each.document, styles) for each in work.made}
    if work.pages != "estimate":
        pages = _pages_of_libreoffice(work, word, pages)
    if work.pages == "libreoffice" and word.engine != "libreoffice":
        raise StdkitError(Bilingual("LibreOffice 不可用，页码不能确定", "LibreOffice is not available: no page numbers"))
    for each in work.made:
        try:
            word.files[each.path] = _render(work, each.document, pages[each.path])
        except StdkitError as error:
            word.failures.append(Failure(each.document.name, error.message))
    return word


def _pages_of_libreoffice(work: Work, word: Word, estimates: Mapping[str, Mapping[str, str]]) -> Mapping[str, Mapping[str, str]]:
    """Return the page labels of every Document by its path: LibreOffice's where it is there, else the estimates."""
    if office() is None:
        return estimates
    drafts: dict[str, bytes] = {}
    for each in work.made:
        with suppress(StdkitError):  # what is wrong is said when the file itself is made
            drafts[each.path] = _render(work, draft(each.document), estimates[each.path])
    converted = convert(tuple(drafts.values()))
    if converted is None:
        return estimates
    word.engine = "libreoffice"
    documents = {each.path: each.document for each in work.made}
    found = {path: libreoffice_pages(pdf, documents[path]) for path, pdf in zip(drafts, converted, strict=True)}
    return {path: {**estimate, **found.get(path, {})} for path, estimate in estimates.items()}


def _render(work: Work, document: Document, pages: Mapping[str, str]) -> bytes:
    house = work.resolved.house
    return render(document, house.styles, pages=pages, cover=house.cover)


def named_fonts(resolved: ResolvedSet) -> tuple[str, ...]:
    """Return the fonts that the Word files name."""
    fonts = resolved.house.styles.get("fonts", {})
    return tuple(sorted({name for font in fonts.values() for name in (font["latin"], font["east_asian"])}))

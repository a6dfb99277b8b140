"""Word: every Document once, then once more when LibreOffice says on which pages its headings stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.publish.formats.work import Files, Work, output
from stdkit.publish.making import Failure
from stdkit.render.docx import render
from stdkit.render.docx.estimate import estimate_pages
from stdkit.render.docx.libreoffice import convert
from stdkit.render.docx.pages import libreoffice_pages
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
    """The bytes of each Word file by the path of its Document, and the engine that found its pages.

    ``converted`` holds what LibreOffice has made of Word files, by their bytes.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    engine: str = "estimate"
    converted: dict[bytes, bytes] = field(default_factory=dict)


def render_word(work: Work) -> Word:
    """Return every Document as Word, with pages by the engine that was asked for.

    Raises ``StdkitError`` when LibreOffice was asked for page numbers and cannot be used.
    """
    word, styles = Word(), work.resolved.house.styles
    estimates = {each.path: estimate_pages(each.document, styles) for each in work.made}
    for each in work.made:
        _render(work, word, each.path, estimates[each.path])
    if work.pages == "estimate":
        return word
    documents = {each.path: each.document for each in work.made}
    converted = convert(tuple(word.files.values()))
    if converted is not None:
        word.engine = "libreoffice"
        word.converted = dict(zip(word.files.values(), converted, strict=True))
        for path, pdf in zip(list(word.files), converted, strict=True):
            _render(work, word, path, {**estimates[path], **libreoffice_pages(pdf, documents[path])})
    elif work.pages == "libreoffice":
        raise StdkitError(Bilingual("LibreOffice 不可用，页码不能确定", "LibreOffice is not available: no page numbers"))
    return word


def _render(work: Work, word: Word, path: str, pages: Mapping[str, str]) -> None:
    document = next(each.document for each in work.made if each.path == path)
    try:
        word.files[path] = render(document, work.resolved.house.styles, pages=pages, cover=work.resolved.house.cover)
    except StdkitError as error:
        word.failures.append(Failure(document.name, error.message))


def named_fonts(resolved: ResolvedSet) -> tuple[str, ...]:
    """Return the fonts that the Word files name."""
    fonts = resolved.house.styles.get("fonts", {})
    return tuple(sorted({name for font in fonts.values() for name in (font["latin"], font["east_asian"])}))

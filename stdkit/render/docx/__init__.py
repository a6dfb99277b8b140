"""A Document and the plain data of styles.yaml in; the bytes of a Word file out, the same for the same input."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from stdkit.model.document import Document
from stdkit.render.docx.body import write_document
from stdkit.render.docx.fitting import fit_forms
from stdkit.render.docx.manuscript import begin_manuscript
from stdkit.render.docx.package import build_package, core_properties, custom_properties, settings
from stdkit.render.docx.sections import Margins
from stdkit.render.docx.styles import read_styles
from stdkit.render.docx.stylesheet import font_table, stylesheet
from stdkit.render.docx.theme import theme

if TYPE_CHECKING:
    from stdkit.render.docx.cover_file import CoverFile


def render(
    document: Document, styles: Mapping[str, Any], *, pages: Mapping[str, str] | None = None, cover: bytes | None = None
) -> bytes:
    """Return a document as a .docx file.

    ``styles`` is the content of styles.yaml; ``pages`` gives the page label of an anchor and goes before the one in the entry
    of a table of contents; ``cover`` is a publisher's own cover, a Word file. Raises StdkitError for a formula or a picture that
    Word cannot show, and for a cover that is none.
    """
    look = read_styles(styles, document.page, document.text_size)
    document = fit_forms(document, look)
    manuscript = begin_manuscript(document, look, pages)
    manuscript.cover = None if cover is None else _cover_file(cover)
    margins = Margins(manuscript)
    relationships = manuscript.relationships
    chinese = document.language.startswith("zh")
    bound = manuscript.numbering.bound(manuscript.styles)
    parts = {"word/document.xml": write_document(document, manuscript, margins)}
    parts["word/styles.xml"] = stylesheet(
        manuscript.styles, bound, document.language, more=manuscript.cover.styles if manuscript.cover else ""
    )
    parts["word/numbering.xml"] = manuscript.numbering.xml()
    parts["word/fontTable.xml"] = font_table(manuscript.styles)
    parts["word/theme/theme1.xml"] = theme(manuscript.styles)
    parts["word/settings.xml"] = settings(manuscript, chinese=chinese)
    parts["docProps/core.xml"] = core_properties(document)
    if custom := custom_properties(document):
        parts["docProps/custom.xml"] = custom
    if manuscript.footnotes.notes:
        parts["word/footnotes.xml"] = manuscript.footnotes.xml()
    parts |= margins.parts
    for kind in ("styles", "numbering", "settings", "fontTable", "footnotes"):
        if f"word/{kind}.xml" in parts:
            relationships.add(kind, f"{kind}.xml")
    relationships.add("theme", "theme/theme1.xml")
    return build_package(parts, manuscript)


@lru_cache(maxsize=4)
def _cover_file(data: bytes) -> CoverFile:
    from stdkit.render.docx.cover_file import CoverFile  # for start-up time: few publishers have one

    return CoverFile(data)

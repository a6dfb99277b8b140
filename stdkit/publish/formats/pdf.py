"""PDF: what LibreOffice makes of the Word files; without LibreOffice, what Typst makes of the Documents."""

from __future__ import annotations

from importlib.util import find_spec

from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.model.document import Document
from stdkit.publish.exchange import Output
from stdkit.publish.formats.docx import named_fonts
from stdkit.publish.formats.work import Files, Work, output
from stdkit.publish.making import Failure
from stdkit.render.docx.libreoffice import convert, has_chinese_font, office
from stdkit.render.docx.pdf import finish
from stdkit.render.fonts import missing_fonts


def files(work: Work) -> Files:
    """Return the PDF files.

    Raises ``StdkitError`` when neither LibreOffice nor Typst can be used, or when there is no font for Chinese text.
    """
    return _from_word(work) or _from_documents(work)


def _from_word(work: Work) -> Files | None:
    """Return what LibreOffice makes of the Word files; ``None`` when it is not there or fails."""
    if office() is None:
        return None
    if any(_is_chinese(each.document) for each in work.made) and not has_chinese_font():
        raise missing_fonts()
    word, documents = work.word, {each.path: each for each in work.made}
    converted = convert(tuple(word.files.values()))
    if converted is None:
        return None
    found = {path: finish(pdf, documents[path].document) for path, pdf in zip(word.files, converted, strict=True)}
    outputs = tuple(output("pdf", documents[path], "pdf", data) for path, data in found.items())
    return Files(outputs, tuple(word.failures), word.engine, named_fonts(work.resolved), "libreoffice")


def _from_documents(work: Work) -> Files:
    if find_spec("typst") is None:
        raise StdkitError(
            Bilingual(
                "生成 PDF 需要 LibreOffice 或 Typst，本机都不能用：安装 LibreOffice，或者运行 pip install 'stdkit[pdf]'",
                "a PDF needs LibreOffice or Typst and neither can be used here: install LibreOffice or pip install 'stdkit[pdf]'",
            )
        )
    from stdkit.render import typst  # for start-up time: only needed without LibreOffice

    press = typst.Press(work.resolved.house.styles)
    outputs: list[Output] = []
    failures: list[Failure] = []
    for made in work.made:
        try:
            outputs.append(output("pdf", made, "pdf", press.render(made.document)))
        except typst.MissingFontError:
            raise
        except StdkitError as error:
            failures.append(Failure(made.document.name, error.message))
    return Files(tuple(outputs), tuple(failures), "typst", press.fonts, "typst")


def _is_chinese(document: Document) -> bool:
    return document.language.startswith("zh")

"""The file itself: parts, their kinds, their relationships, and a zip that is the same in every build.

Written with zipfile: the package layer of python-docx brings a template of 164 styles, a thumbnail and an import of 75 ms, and
would be used for nothing but these few lines.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

from stdkit.model.document import Document
from stdkit.render.docx.manuscript import Manuscript, Relationships
from stdkit.render.docx.xml import DECLARATION, declare, escape

_LEVEL = 6
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OFFICE = "application/vnd.openxmlformats-officedocument."
_KINDS = {
    "word/document": f"{_WORD}document.main+xml",
    "word/styles": f"{_WORD}styles+xml",
    "word/numbering": f"{_WORD}numbering+xml",
    "word/settings": f"{_WORD}settings+xml",
    "word/fontTable": f"{_WORD}fontTable+xml",
    "word/footnotes": f"{_WORD}footnotes+xml",
    "word/theme/theme": f"{_OFFICE}theme+xml",
    "word/header": f"{_WORD}header+xml",
    "word/footer": f"{_WORD}footer+xml",
    "docProps/core": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/custom": f"{_OFFICE}custom-properties+xml",
}
_PICTURES = {"png": "image/png", "jpeg": "image/jpeg", "svg": "image/svg+xml"}
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_CORE = ("creator", "subject", "description", "keywords")


def build_package(texts: Mapping[str, str], manuscript: Manuscript) -> bytes:
    """Return the bytes of a .docx file from its XML parts and the pictures of the manuscript."""
    parts: dict[str, bytes] = {name: text.encode() for name, text in texts.items()}
    parts |= manuscript.media
    parts["_rels/.rels"] = _package_relationships(texts).encode()
    parts["word/_rels/document.xml.rels"] = _relationships(manuscript.relationships).encode()
    if "word/footnotes.xml" in parts:
        parts["word/_rels/footnotes.xml.rels"] = _relationships(manuscript.relationships, only_external=True).encode()
    ordered = [("[Content_Types].xml", _content_types(parts).encode()), *sorted(parts.items())]
    return _zip(ordered)


def core_properties(document: Document) -> str:
    """Return docProps/core.xml: title and language, and what the properties of the document say of maker and matter."""
    given = dict(document.properties)
    elements = f"<dc:title>{escape(document.title)}</dc:title>"
    for name in _CORE:
        if name in given:
            prefix = "cp" if name == "keywords" else "dc"
            elements += f"<{prefix}:{name}>{escape(given[name])}</{prefix}:{name}>"
    language = "zh-CN" if document.language == "zh" else document.language
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"{elements}<dc:language>{escape(language)}</dc:language></cp:coreProperties>"
    )


def custom_properties(document: Document) -> str:
    """Return docProps/custom.xml with the other properties, or nothing where there are none."""
    pairs = [(name, value) for name, value in document.properties if name not in _CORE]
    if not pairs:
        return ""
    entries = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{escape(name)}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(pairs, start=2)
    )
    return (
        f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        f'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{entries}</Properties>'
    )


def settings(manuscript: Manuscript, *, chinese: bool) -> str:
    """Return settings.xml; no fields are updated on opening, because that asks the reader a question."""
    mirror = "<w:mirrorMargins/>" if manuscript.styles.page.mirror else ""
    notes = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>' if manuscript.footnotes.notes else ""
    east_asian = ' w:eastAsia="zh-CN"' if chinese else ""
    compatibility = (
        "<w:compat><w:doNotExpandShiftReturn/>"
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        "</w:compat>"
    )
    return (
        f'{DECLARATION}<w:settings {declare("w", "m")}>{mirror}<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
        f'<w:characterSpacingControl w:val="compressPunctuation"/>{notes}{compatibility}'
        '<m:mathPr><m:mathFont m:val="Cambria Math"/><m:defJc m:val="centerGroup"/></m:mathPr>'
        f'<w:themeFontLang w:val="en-US"{east_asian}/></w:settings>'
    )


def _content_types(parts: Mapping[str, bytes]) -> str:
    extensions = sorted({name.rpartition(".")[2] for name in parts} & set(_PICTURES))
    defaults = "".join(f'<Default Extension="{each}" ContentType="{_PICTURES[each]}"/>' for each in extensions)
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{_kind(name)}"/>' for name in sorted(parts) if _kind(name))
    return (
        f'{DECLARATION}<Types xmlns="{_TYPES}">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{defaults}{overrides}</Types>'
    )


def _kind(name: str) -> str:
    stem = name.removesuffix(".xml")
    for side in ("odd", "even"):
        stem = stem.removesuffix(side)
    return _KINDS.get(stem.rstrip("0123456789"), "")


def _package_relationships(texts: Mapping[str, str]) -> str:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
    targets = {
        "word/document.xml": f"{office}/officeDocument",
        "docProps/core.xml": f"{package}/core-properties",
        "docProps/custom.xml": f"{office}/custom-properties",
    }
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{name}"/>'
        for number, (name, kind) in enumerate(targets.items(), start=1)
        if name in texts
    )
    return f'{DECLARATION}<Relationships xmlns="{_RELATIONSHIPS}">{entries}</Relationships>'


def _relationships(relationships: Relationships, *, only_external: bool = False) -> str:
    entries = "".join(
        f'<Relationship Id="{number}" Type="{kind}" Target="{escape(target)}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if external else ''}/>"
        for (kind, target, external), number in relationships.targets.items()
        if external or not only_external
    )
    return f'{DECLARATION}<Relationships xmlns="{_RELATIONSHIPS}">{entries}</Relationships>'


def _zip(parts: Sequence[tuple[str, bytes]]) -> bytes:
    """Return a zip without anything of the machine, the user or the day in it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts:
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data, compresslevel=_LEVEL)
    return buffer.getvalue()

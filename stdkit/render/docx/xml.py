"""Pieces of WordprocessingML as text: escaping, paragraphs, runs, measures."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_STYLED = re.compile(r"(<w:pPr><w:pStyle [^>]*/>)(?!<w:keepNext)")
_MARKS, _MARKED = re.compile("([\n\t])"), {"\n": "<w:br/>", "\t": "<w:tab/>"}
_HIGH = ("<m:f>", "<m:nary>", "<m:rad>", "<m:eqArr>", "<m:m>", "<m:limLow>")

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
}


def declare(*prefixes: str) -> str:
    """Return the namespace declarations of prefixes, as they stand in a root element."""
    return " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in prefixes)


def escape(text: str) -> str:
    """Return text for an element or a quoted attribute; characters that XML cannot hold are left out."""
    text = _FORBIDDEN.sub("", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def twips(points: float) -> int:
    """Return twentieths of a point."""
    return round(points * 20)


def twips_of_mm(millimetres: float) -> int:
    """Return twentieths of a point for a length in millimetres."""
    return round(millimetres * 1440 / 25.4)


def emu(millimetres: float) -> int:
    """Return English Metric Units, in which DrawingML measures."""
    return round(millimetres * 36000)


def paragraph(style: str, content: str, properties: str = "") -> str:
    """Return a paragraph; ``properties`` follow the style in the order that the schema wants.

    A formula that is higher than the line makes the line higher; the exact pitch of the style would cut it off.
    """
    if "<m:" in content and any(tag in content for tag in _HIGH):
        properties += '<w:spacing w:lineRule="atLeast"/>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def keep_with_next(paragraphs: str) -> str:
    """Return paragraphs that stay on the page of what follows them."""
    return _STYLED.sub(r"\1<w:keepNext/>", paragraphs)


def text(characters: str) -> str:
    """Return the text elements of a run: line ends become breaks, tabs become tabs."""
    pieces = _MARKS.split(characters)
    return "".join(_MARKED.get(piece) or f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in pieces if piece)


def run(characters: str, properties: str = "") -> str:
    """Return a run of characters, nothing for none."""
    if not characters:
        return ""
    return f"<w:r>{_run_properties(properties)}{text(characters)}</w:r>"


def styled_run(characters: str, style: str) -> str:
    """Return a run in a character style."""
    return run(characters, f'<w:rStyle w:val="{style}"/>')


def field(instruction: str, cached: str) -> str:
    """Return a complex field with the result that it shows until somebody updates it."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(cached)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _run_properties(properties: str) -> str:
    return f"<w:rPr>{properties}</w:rPr>" if properties else ""

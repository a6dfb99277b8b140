"""Pieces of Office MathML as text."""

from __future__ import annotations

from stdkit.render.docx.xml import escape


def run(text: str, *, upright: bool = False, plain: bool = False, face: str = "") -> str:
    """Return a run; ``plain`` is text in the typeface of the paragraph."""
    properties = "<m:nor/>" if plain else ""
    style = face or ("p" if upright else "")
    if style and not plain:
        properties += f'<m:sty m:val="{style}"/>'
    properties = f"<m:rPr>{properties}</m:rPr>" if properties else ""
    return f'<m:r>{properties}<m:t xml:space="preserve">{escape(text)}</m:t></m:r>' if text else ""


def script(base: str, sub: str | None, sup: str | None) -> str:
    """Return a base with what stands below and above it."""
    if sub is not None and sup is not None:
        return f"<m:sSubSup><m:e>{base}</m:e><m:sub>{sub}</m:sub><m:sup>{sup}</m:sup></m:sSubSup>"
    if sub is not None:
        return f"<m:sSub><m:e>{base}</m:e><m:sub>{sub}</m:sub></m:sSub>"
    if sup is not None:
        return f"<m:sSup><m:e>{base}</m:e><m:sup>{sup}</m:sup></m:sSup>"
    return base


def fences(opening: str, closing: str, content: str) -> str:
    """Return content between brackets that grow with it; an empty one is invisible."""
    marks = f'<m:begChr m:val="{escape(opening)}"/><m:endChr m:val="{escape(closing)}"/>'
    return f"<m:d><m:dPr>{marks}</m:dPr><m:e>{content}</m:e></m:d>"


def equations(rows: list[list[str]]) -> str:
    """Return lines below each other."""
    lines = "".join(f"<m:e>{run(chr(0x2003), upright=True).join(row)}</m:e>" for row in rows if any(row))
    return f"<m:eqArr>{lines}</m:eqArr>"


def matrix(rows: list[list[str]]) -> str:
    """Return a matrix."""
    lines = "".join(f"<m:mr>{''.join(f'<m:e>{cell}</m:e>' for cell in row)}</m:mr>" for row in rows if any(row))
    return f"<m:m>{lines}</m:m>"

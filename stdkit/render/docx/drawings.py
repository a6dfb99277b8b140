"""Drawings as a group of shapes that Word and LibreOffice both show and that can be edited in Word."""

from __future__ import annotations

from stdkit.model.drawing import Box, Drawing, Line
from stdkit.render.docx.manuscript import Manuscript
from stdkit.render.docx.xml import declare, emu, escape, paragraph, run, twips

_GROUP = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_SHAPES = {"step": "rect", "decision": "diamond", "end": "roundRect", "bar": "rect", "words": "rect"}
_BAR = "8A8A8A"
_NO_STROKE = "<a:ln><a:noFill/></a:ln>"
_STROKE = 0.75  # points
_POINT = 12700  # EMU
_LABEL_HEIGHT = 4.0  # mm
_CAPTION_HEIGHT = 15.0  # mm that a caption and the gaps around it take


def draw(drawing: Drawing, manuscript: Manuscript) -> str:
    """Return a run with the drawing, made smaller with its words where the page is narrower or lower."""
    page = manuscript.styles.page
    height = page.height - page.top - page.bottom - _CAPTION_HEIGHT
    scale = min(1.0, (page.width - page.left - page.right) / drawing.width, height / drawing.height)
    number = manuscript.next_id()
    size = f'cx="{emu(drawing.width * scale)}" cy="{emu(drawing.height * scale)}"'
    inner = f'cx="{emu(drawing.width)}" cy="{emu(drawing.height)}"'
    shapes = (
        *(_line(line, manuscript) for line in drawing.lines),
        *(_box(box, manuscript, scale) for box in drawing.boxes),
        *(_label(line, manuscript, scale) for line in drawing.lines if line.label and line.label_at),
    )
    group = (
        f'<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/>'
        f'<a:chOff x="0" y="0"/><a:chExt {inner}/></a:xfrm></wpg:grpSpPr>{"".join(shapes)}</wpg:wgp>'
    )
    inline = (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{number}" name="Drawing {number}" descr="{escape(drawing.alternative)}"/>'
        f'<a:graphic {declare("a")}><a:graphicData uri="{_GROUP}">{group}</a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )
    fallback = run(drawing.alternative).removeprefix("<w:r>").removesuffix("</w:r>")
    choice = f'<mc:Choice Requires="wpg">{inline}</mc:Choice>'
    return f"<w:r><mc:AlternateContent>{choice}<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"


def _box(box: Box, manuscript: Manuscript, scale: float) -> str:
    round_ends = '<a:avLst><a:gd name="adj" fmla="val 50000"/></a:avLst>' if box.shape == "end" else "<a:avLst/>"
    geometry = f'<a:prstGeom prst="{_SHAPES[box.shape]}">{round_ends}</a:prstGeom>'
    fill = f'<a:solidFill><a:srgbClr val="{_BAR if box.shape == "bar" else box.fill}"/></a:solidFill>'
    place = _place(box.x, box.y, box.width, box.height)
    stroke = _NO_STROKE if box.shape == "words" else _stroke("")
    return _shape(place + geometry + fill + stroke, _words(box.lines, manuscript, scale), manuscript)


def _label(line: Line, manuscript: Manuscript, scale: float) -> str:
    x, y = line.label_at or (0.0, 0.0)
    width = manuscript.styles["figure_text"].size * (len(line.label or "") + 1) * 25.4 / 72
    place = _place(x - width / 2, y - _LABEL_HEIGHT / 2, width, _LABEL_HEIGHT)
    look = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>' + _NO_STROKE
    return _shape(place + look, _words((line.label or "",), manuscript, scale), manuscript)


def _line(line: Line, manuscript: Manuscript) -> str:
    """Return a line through its points; the path is measured from the corner of its own bounds."""
    left, top = min(x for x, _ in line.points), min(y for _, y in line.points)
    width = max(x for x, _ in line.points) - left
    height = max(y for _, y in line.points) - top
    marks = [f'<a:pt x="{emu(x - left)}" y="{emu(y - top)}"/>' for x, y in line.points]
    path = f"<a:moveTo>{marks[0]}</a:moveTo>" + "".join(f"<a:lnTo>{mark}</a:lnTo>" for mark in marks[1:])
    geometry = (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{emu(width)}" h="{emu(height)}" fill="none">{path}</a:path></a:pathLst></a:custGeom>'
    )
    arrow = '<a:tailEnd type="triangle" w="med" len="med"/>' if line.arrow else ""
    return _shape(
        _place(left, top, width, height) + geometry + "<a:noFill/>" + _stroke(arrow, dashed=line.dashed), "", manuscript
    )


def _place(x: float, y: float, width: float, height: float) -> str:
    return f'<a:xfrm><a:off x="{emu(x)}" y="{emu(y)}"/><a:ext cx="{emu(width)}" cy="{emu(height)}"/></a:xfrm>'


def _stroke(end: str, *, dashed: bool = False) -> str:
    dashes = '<a:prstDash val="dash"/>' if dashed else ""
    colour = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
    return f'<a:ln w="{round(_STROKE * _POINT)}">{colour}{dashes}<a:miter lim="800000"/>{end}</a:ln>'


def _words(lines: tuple[str, ...], manuscript: Manuscript, scale: float) -> str:
    style = manuscript.styles["figure_text"]
    smaller, pitch = "", ""
    if scale < 1:
        size = max(round(style.size * scale * 2), 1)
        smaller = f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        pitch = f'<w:spacing w:line="{twips(style.line * scale)}" w:lineRule="exact"/>'
    content = paragraph(style.id, run("\n".join(lines), smaller), pitch)
    return f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"


def _shape(properties: str, text: str, manuscript: Manuscript) -> str:
    number = manuscript.next_id()
    body = '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr" anchorCtr="0"/>'
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="Shape {number}"/><wps:cNvSpPr/>'
        f"<wps:spPr>{properties}</wps:spPr>{text}{body}</wps:wsp>"
    )

"""Figures and formulas that stand on their own line; pictures from files."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath

from stdkit.model.document import Figure, Formula
from stdkit.model.drawing import Drawing, Image
from stdkit.render.docx.captions import write_caption
from stdkit.render.docx.drawings import draw
from stdkit.render.docx.formulas import omml
from stdkit.render.docx.manuscript import Manuscript
from stdkit.render.docx.pictures import Picture, measure
from stdkit.render.docx.tables import write_foot
from stdkit.render.docx.xml import declare, emu, escape, keep_with_next, paragraph, run

_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_PLACEHOLDER = bytes.fromhex(  # a light grey picture of one dot, for programs that cannot show SVG
    "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
    "3a7e9b550000000a49444154789c6378070000f000eff0692ea10000000049454e44ae426082"
)


def write_figure(figure: Figure, manuscript: Manuscript) -> str:
    """Return the picture, what stands at its foot, and the caption below (9.7)."""
    picture = figure.picture
    content = draw(picture, manuscript) if isinstance(picture, Drawing) else _picture_run(picture, manuscript)
    shown = paragraph(manuscript.styles["figure"].id, content)
    foot = "".join(write_foot(each, manuscript) for each in figure.foot)
    return shown + keep_with_next(foot) + write_caption(figure.caption, manuscript)


def write_formula(formula: Formula, manuscript: Manuscript) -> str:
    """Return a formula in the middle of its line, its number at the end of the line (10.4.3)."""
    math = f"<m:oMath>{omml(formula.tex)}</m:oMath>"
    tab = "<w:r><w:tab/></w:r>"
    number = tab + manuscript.bookmark(formula.anchor, run(formula.number)) if formula.number else ""
    content = tab + (math + number if number else manuscript.bookmark(formula.anchor, math))
    return paragraph(manuscript.styles["formula"].id, content)


def shown_size(picture: Picture, manuscript: Manuscript) -> tuple[float, float]:
    """Return the size in which a picture is shown: its own, made smaller where the page is narrower or shorter."""
    page = manuscript.styles.page
    width = page.width - page.left - page.right
    height = (page.height - page.top - page.bottom) * 0.8
    scale = min(1.0, width / picture.width, height / picture.height)
    return picture.width * scale, picture.height * scale


def _picture_run(image: Image, manuscript: Manuscript) -> str:
    picture = measure(image)
    width, height = shown_size(picture, manuscript)
    embedded = _embed(image.data, picture.extension, manuscript)
    extension = ""
    if picture.extension == "svg":
        extension = (
            f'<a:extLst><a:ext uri="{_SVG_EXTENSION}"><asvg:svgBlip xmlns:asvg="{_SVG}" r:embed="{embedded}"/></a:ext></a:extLst>'
        )
        embedded = _embed(_PLACEHOLDER, "png", manuscript)
    number = manuscript.next_id()
    name = escape(PurePosixPath(image.name).name)
    described = f'id="{number}" name="{name}" descr="{escape(image.alternative)}"'
    size = f'cx="{emu(width)}" cy="{emu(height)}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr {described}/>'
        f'<a:graphic {declare("a")}><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f"<pic:pic {declare('pic')}><pic:nvPicPr><pic:cNvPr {described}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{embedded}">{extension}</a:blip><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def _embed(data: bytes, extension: str, manuscript: Manuscript) -> str:
    """Keep a picture once, under a name made from its bytes, and return its relationship."""
    name = f"media/{hashlib.blake2s(data, digest_size=8).hexdigest()}.{extension}"
    manuscript.media[f"word/{name}"] = data
    return manuscript.relationships.add("image", name)

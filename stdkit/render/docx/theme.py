"""theme1.xml: Word wants a theme in every file. It holds the plain colours and typefaces; no style refers to it."""

from __future__ import annotations

from stdkit.render.docx.styles import Styles
from stdkit.render.docx.xml import DECLARATION, declare, escape

_COLOURS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "1F1F1F", "lt2": "F2F2F2", "accent1": "404040", "accent2": "595959",
    "accent3": "737373", "accent4": "8C8C8C", "accent5": "A6A6A6", "accent6": "BFBFBF", "hlink": "000000", "folHlink": "000000",
}  # fmt: skip
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'


def theme(styles: Styles) -> str:
    """Return theme1.xml."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items())
    font = styles["normal"].font
    faces = f'<a:latin typeface="{escape(font.latin)}"/><a:ea typeface="{escape(font.east_asian)}"/><a:cs typeface=""/>'
    lines = f'<a:ln w="9525">{_FILL}</a:ln>' * 3
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'{DECLARATION}<a:theme {declare("a")} name="stdkit"><a:themeElements>'
        f'<a:clrScheme name="stdkit">{colours}</a:clrScheme>'
        f'<a:fontScheme name="stdkit"><a:majorFont>{faces}</a:majorFont><a:minorFont>{faces}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="stdkit"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effects}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )

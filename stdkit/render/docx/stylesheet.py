"""styles.xml and fontTable.xml: every style by its name in the official templates, with all of its properties."""

from __future__ import annotations

from collections.abc import Mapping

from stdkit.render.docx.numbering import Number
from stdkit.render.docx.styles import CharacterStyle, Font, ParagraphStyle, Styles, frame_properties, indentation
from stdkit.render.docx.xml import DECLARATION, declare, escape, twips

TABLE_STYLE = "standardTable"
_BUILT_IN = ("Normal", "toc ", "footnote ")
_ALIGNMENTS = {"justify": "both", "left": "left", "right": "right", "center": "center", "distribute": "distribute"}


def stylesheet(styles: Styles, numbers: Mapping[str, Number], language: str, more: str = "") -> str:
    """Return styles.xml; ``numbers`` binds styles to lists, ``language`` is that of the document, ``more`` other styles."""
    chinese = language.startswith("zh")
    normal = styles["normal"]
    lang = f'<w:lang w:val="en-US" w:eastAsia="{"zh-CN" if chinese else "en-US"}" w:bidi="ar-SA"/>'
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(normal.font, chinese=chinese)}{_size(normal.size)}{lang}</w:rPr>"
        "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
    paragraphs = "".join(
        _paragraph_style(role, style, styles, numbers.get(style.id), chinese=chinese) for role, style in styles.paragraphs.items()
    )
    characters = "".join(_character_style(style, chinese=chinese) for style in styles.characters.values())
    body = defaults + paragraphs + _default_styles() + characters + _table_style(styles) + more
    return f"{DECLARATION}<w:styles {declare('w')}>{body}</w:styles>"


def font_table(styles: Styles) -> str:
    """Return fontTable.xml, which tells other machines what to take instead of a typeface that they lack."""
    fonts: dict[str, str] = {}
    for font in styles.fonts.values():
        fonts.setdefault(font.latin, "")
        fonts[font.east_asian] = font.alternative
    entries = "".join(_font_entry(name, alternative) for name, alternative in sorted(fonts.items()))
    return f"{DECLARATION}<w:fonts {declare('w')}>{entries}</w:fonts>"


def _font_entry(name: str, alternative: str) -> str:
    if not alternative:
        return f'<w:font w:name="{escape(name)}"><w:charset w:val="00"/><w:family w:val="auto"/></w:font>'
    return (
        f'<w:font w:name="{escape(name)}"><w:altName w:val="{escape(alternative)}"/><w:charset w:val="86"/>'
        '<w:family w:val="auto"/></w:font>'
    )


def _paragraph_style(role: str, style: ParagraphStyle, styles: Styles, number: Number | None, *, chinese: bool) -> str:
    custom = "" if style.name.startswith(_BUILT_IN) else ' w:customStyle="1"'
    default = ' w:default="1"' if role == "normal" else ""
    based_on = f'<w:basedOn w:val="{style.based_on}"/>' if style.based_on else ""
    return (
        f'<w:style w:type="paragraph"{default}{custom} w:styleId="{style.id}"><w:name w:val="{escape(style.name)}"/>'
        f"{based_on}<w:qFormat/><w:pPr>{_paragraph_properties(role, style, styles, number)}</w:pPr>"
        f"<w:rPr>{_run_properties(style, chinese=chinese)}</w:rPr></w:style>"
    )


def _paragraph_properties(role: str, style: ParagraphStyle, styles: Styles, number: Number | None) -> str:
    rule = f'w:line="{twips(style.line)}" w:lineRule="exact"' if style.line else 'w:line="240" w:lineRule="auto"'
    keep = "<w:keepNext/><w:keepLines/>" if style.keep_next else '<w:keepNext w:val="0"/>'
    pieces = (
        keep,
        "<w:pageBreakBefore/>" if style.page_break else "",
        frame_properties(style),
        '<w:widowControl w:val="0"/>',
        number.properties() if number else "",
        f'<w:pBdr><w:top w:val="single" w:sz="{round(style.border * 8)}" w:space="0" w:color="auto"/></w:pBdr>'
        if style.border
        else "",
        _tabs(role, styles),
        f'<w:spacing w:before="{twips(style.before)}" w:after="{twips(style.after)}" {rule}/>',
        _shared(style, styles) if style.share else indentation(style),
        f'<w:jc w:val="{_ALIGNMENTS[style.align]}"/>',
        f'<w:outlineLvl w:val="{style.outline - 1}"/>' if style.outline else "",
    )
    return "".join(pieces)


def _tabs(role: str, styles: Styles) -> str:
    width = styles.page.text_width()
    if role.startswith("contents_") and role != "contents_title":
        return f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{width}"/></w:tabs>'
    if role == "labelled":
        return f'<w:tabs><w:tab w:val="left" w:pos="{twips(styles[role].left)}"/></w:tabs>'
    if role == "formula":
        right = f'<w:tab w:val="right" w:leader="middleDot" w:pos="{width}"/>'
        return f'<w:tabs><w:tab w:val="center" w:pos="{width // 2}"/>{right}</w:tabs>'
    return ""


def _shared(style: ParagraphStyle, styles: Styles) -> str:
    """Return the indentation of a paragraph that takes a share of the text width, in the middle."""
    side = round(styles.page.text_width() * (1 - style.share) / 2)
    return f'<w:ind w:left="{side}" w:right="{side}" w:firstLine="0"/>'


def _run_properties(style: ParagraphStyle, *, chinese: bool) -> str:
    bold = "<w:b/><w:bCs/>" if style.bold else ""
    scale = f'<w:w w:val="{style.scale}"/>' if style.scale else ""
    return _fonts(style.font, chinese=chinese) + bold + scale + _size(style.size)


def _fonts(font: Font, *, chinese: bool) -> str:
    """Return the typefaces; the hint makes Word take quotation marks and dashes of Chinese text for Chinese ones."""
    hint = ' w:hint="eastAsia"' if chinese else ""
    latin, east = escape(font.latin), escape(font.east_asian)
    return f'<w:rFonts{hint} w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{east}" w:cs="{latin}"/>'


def _size(points: float) -> str:
    half_points = round(points * 2)
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _character_style(style: CharacterStyle, *, chinese: bool) -> str:
    custom = "" if style.name.startswith(_BUILT_IN) else ' w:customStyle="1"'
    pieces = (
        _fonts(style.font, chinese=chinese) if style.font else "",
        '<w:b w:val="0"/><w:bCs w:val="0"/>' if style.font else "",
        f'<w:w w:val="{style.scale}"/>' if style.scale else "",
        _size(style.size) if style.size else "",
        '<w:u w:val="single"/>' if style.underline else "",
        '<w:vertAlign w:val="superscript"/>' if style.raised else "",
    )
    return (
        f'<w:style w:type="character"{custom} w:styleId="{style.id}"><w:name w:val="{escape(style.name)}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:rPr>{"".join(pieces)}</w:rPr></w:style>'
    )


def _default_styles() -> str:
    return (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    )


def _table_style(styles: Styles) -> str:
    table = styles.table
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE_STYLE}"><w:name w:val="{escape(table.name)}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr>{table_borders(table.frame, table.rule)}'
        f'<w:tblCellMar><w:top w:w="{twips(table.top)}" w:type="dxa"/><w:left w:w="{twips(table.side)}" w:type="dxa"/>'
        f'<w:bottom w:w="{twips(table.top)}" w:type="dxa"/><w:right w:w="{twips(table.side)}" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
    )


def table_borders(frame: float, rule: float) -> str:
    """Return the borders of a table: a frame and the rules within, in points."""
    sides = {"top": frame, "left": frame, "bottom": frame, "right": frame, "insideH": rule, "insideV": rule}
    lines = "".join(border(side, width) for side, width in sides.items())
    return f"<w:tblBorders>{lines}</w:tblBorders>"


def border(side: str, points: float) -> str:
    """Return one border."""
    return f'<w:{side} w:val="single" w:sz="{round(points * 8)}" w:space="0" w:color="auto"/>'

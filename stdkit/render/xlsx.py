"""Sheets in; the bytes of a spreadsheet out, the same for the same sheets.

The parts of the package are written as text: a register of provisions has fifty thousand cells, and an object for each of them
takes ten times as long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from stdkit.model.sheets import Sheet, Value

EPOCH = "1980-01-01T00:00:00Z"
_NARROWEST, _WIDEST = 8, 60
_LONGEST_NAME = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST_TEXT = 32_000
_WIDE = re.compile("[^\x00-\u2e7f]")
_FORMULA = ("=", "+", "-", "@")
TEXT, QUOTED, HEAD, QUOTED_HEAD = 1, 2, 3, 4
"""The formats of cells in the part on styles; the quoted ones stay texts also when a person edits the cell."""

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_STYLES = f"""<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>\
<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="3"><fill><patternFill/></fill>\
<fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFDDE6F0"/></patternFill>\
</fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1">\
<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5">\
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>{{formats}}</cellXfs><cellStyles count="1">\
<cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"""
_FORMAT = """<xf numFmtId="0" fontId="{font}" fillId="{fill}" borderId="0" xfId="0" quotePrefix="{quoted}" applyFont="1" \
applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>"""

_OTHERS = (("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml"), ("theme", "theme/theme1.xml"))
_THEME_KIND = "application/vnd.openxmlformats-officedocument.theme+xml"
_COLOURS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "1F497D",
    "lt2": "EEECE1",
    "accent1": "4F81BD",
    "accent2": "C0504D",
    "accent3": "9BBB59",
    "accent4": "8064A2",
    "accent5": "4BACC6",
    "accent6": "F79646",
    "hlink": "0000FF",
    "folHlink": "800080",
}
_FONTS = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
_SOLID = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_THEME = "".join(
    (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="stdkit"><a:themeElements>',
        '<a:clrScheme name="stdkit">',
        *(f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>' for name, colour in _COLOURS.items()),
        f'</a:clrScheme><a:fontScheme name="stdkit"><a:majorFont>{_FONTS}</a:majorFont><a:minorFont>{_FONTS}</a:minorFont>',
        f'</a:fontScheme><a:fmtScheme name="stdkit"><a:fillStyleLst>{_SOLID * 3}</a:fillStyleLst><a:lnStyleLst>',
        f'<a:ln w="9525">{_SOLID}</a:ln>' * 3,
        f"</a:lnStyleLst><a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>",
        f"<a:bgFillStyleLst>{_SOLID * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>",
    )
)


def xlsx(sheets: Sequence[Sheet], title: str) -> bytes:
    """Return a workbook: frozen heads with filters, wrapped text, widths that fit; no cell starts a formula from a text."""
    used: set[str] = set()
    texts: dict[str, int] = {}
    names = [_name(sheet.name, used) for sheet in sheets]
    parts = {
        "[Content_Types].xml": _types(len(sheets)),
        "_rels/.rels": _relations((("officeDocument", "xl/workbook.xml"), ("core", "docProps/core.xml"))),
        "docProps/core.xml": _properties(title),
        "xl/workbook.xml": _workbook(sheets, names),
        "xl/_rels/workbook.xml.rels": _relations(
            (*(("worksheet", f"worksheets/sheet{number}.xml") for number in range(1, len(sheets) + 1)), *_OTHERS)
        ),
        "xl/styles.xml": _STYLES.format(formats="".join(_formats())),
        "xl/theme/theme1.xml": _THEME,
        **{f"xl/worksheets/sheet{number}.xml": "".join(_sheet(sheet, texts)) for number, sheet in enumerate(sheets, 1)},
    }
    parts["xl/sharedStrings.xml"] = _shared(texts)
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            data = (_DECLARATION + content).encode("utf-8")
            package.writestr(ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, ZIP_DEFLATED)
    return stream.getvalue()


def _formats() -> Iterator[str]:
    """Yield the formats in the order of ``TEXT`` to ``QUOTED_HEAD``."""
    for head in (0, 1):
        for quoted in (0, 1):
            yield _FORMAT.format(font=head, fill=2 * head, quoted=quoted)


def _sheet(sheet: Sheet, texts: dict[str, int]) -> Iterator[str]:
    """Yield the part of a sheet; ``texts`` are the shared ones, to which its own are added."""
    columns = [_column(number) for number in range(1, len(sheet.head) + 1)]
    yield f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
    yield '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    yield '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>'
    if columns:
        yield "<cols>"
        for number, width in enumerate(_widths(sheet), 1):
            yield f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
        yield "</cols>"
    yield "<sheetData>"
    for number, row in enumerate((sheet.head, *sheet.rows), 1):
        plain, quoted = (HEAD, QUOTED_HEAD) if number == 1 else (TEXT, QUOTED)
        yield f'<row r="{number}">'
        for column, value in zip(columns, row, strict=True):
            yield _cell(value, f'r="{column}{number}"', texts, (plain, quoted))
        yield "</row>"
    yield "</sheetData>"
    if columns:
        yield f'<autoFilter ref="{_filtered(sheet)}"/>'
    yield "</worksheet>"


def _cell(value: Value, place: str, texts: dict[str, int], formats: tuple[int, int]) -> str:
    """Return a cell; a text is typed as one, so that it never becomes a formula."""
    plain, quoted = formats
    if value is None:
        return f'<c {place} s="{plain}"/>'
    if not isinstance(value, str):
        return f'<c {place} s="{plain}"><v>{value}</v></c>'
    text = _UNPRINTABLE.sub("", value)[:_LONGEST_TEXT]
    style = quoted if text.lstrip().startswith(_FORMULA) else plain
    return f'<c {place} s="{style}" t="s"><v>{texts.setdefault(text, len(texts))}</v></c>'


def _shared(texts: dict[str, int]) -> str:
    """Return the part that holds every text once, in the order of their numbers."""
    items = "".join(f'<si><t xml:space="preserve">{_escaped(text)}</t></si>' for text in texts)
    return f'<sst xmlns="{_MAIN}" uniqueCount="{len(texts)}">{items}</sst>'


def _escaped(text: str) -> str:
    """Return a text as XML holds it; a carriage return would be read as a line's end, ``_x000D_`` as one."""
    text = re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text) if "_x" in text else text
    return escape(text, {"\r": "&#13;"})


@cache
def _column(number: int) -> str:
    """Return the letters of a column, the first being A."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _filtered(sheet: Sheet) -> str:
    return f"A1:{_column(max(1, len(sheet.head)))}{len(sheet.rows) + 1}"


def _workbook(sheets: Sequence[Sheet], names: Sequence[str]) -> str:
    listed = "".join(
        f'<sheet name="{_attribute(name)}" sheetId="{number}" r:id="rId{number}"/>' for number, name in enumerate(names, 1)
    )
    filters = "".join(
        f'<definedName name="_xlnm._FilterDatabase" localSheetId="{number}" hidden="1">{_range(sheet, name)}</definedName>'
        for number, (sheet, name) in enumerate(zip(sheets, names, strict=True))
        if sheet.head
    )
    defined = f"<definedNames>{filters}</definedNames>" if filters else ""
    views = '<bookViews><workbookView activeTab="0"/></bookViews>'
    return f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">{views}<sheets>{listed}</sheets>{defined}</workbook>'


def _range(sheet: Sheet, name: str) -> str:
    quoted = name.replace("'", "''")
    return escape(f"'{quoted}'!$A$1:${_column(len(sheet.head))}${len(sheet.rows) + 1}")


def _properties(title: str) -> str:
    words = escape(_UNPRINTABLE.sub("", title))
    dates = "".join(f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{EPOCH}</dcterms:{name}>' for name in ("created", "modified"))
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{words}</dc:title><dc:creator>stdkit</dc:creator>{dates}</cp:coreProperties>"
    )


def _types(count: int) -> str:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {"/xl/workbook.xml": f"{kind}.sheet.main+xml", "/xl/styles.xml": f"{kind}.styles+xml"}
    parts |= {"/xl/sharedStrings.xml": f"{kind}.sharedStrings+xml", "/xl/theme/theme1.xml": _THEME_KIND}
    parts |= {f"/xl/worksheets/sheet{number}.xml": f"{kind}.worksheet+xml" for number in range(1, count + 1)}
    parts["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    named = "".join(f'<Override PartName="{part}" ContentType="{name}"/>' for part, name in parts.items())
    relations = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    xml = '<Default Extension="xml" ContentType="application/xml"/>'
    return f'<Types xmlns="{_PACKAGE}/content-types">{relations}{xml}{named}</Types>'


def _relations(parts: Sequence[tuple[str, str]]) -> str:
    """Return the part that leads to other parts."""
    core = f"{_PACKAGE}/relationships/metadata/core-properties"
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{core if name == "core" else f"{_OFFICE}/{name}"}" Target="{target}"/>'
        for number, (name, target) in enumerate(parts, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _attribute(text: str) -> str:
    return escape(text, {'"': "&quot;"})


def _widths(sheet: Sheet) -> list[float]:
    columns = zip(sheet.head, *sheet.rows, strict=True) if sheet.rows else ((each,) for each in sheet.head)
    return [min(_WIDEST, max(_NARROWEST, *(_width(value) for value in column)) + 2) for column in columns]


def _width(value: Value) -> int:
    text = "" if value is None else str(value)
    if text.isascii() and "\n" not in text:
        return len(text)
    return max(len(line) + len(_WIDE.findall(line)) for line in text[:_LONGEST_TEXT].split("\n"))


def _name(name: str, used: set[str]) -> str:
    """Return the name of a sheet: short, without forbidden characters, used once."""
    base = _UNPRINTABLE.sub("", _FORBIDDEN.sub(" ", name)).strip("' ")[:_LONGEST_NAME].rstrip("' ") or "1"
    candidate, count = base, 1
    while candidate.casefold() in used:
        count += 1
        candidate = f"{base[: _LONGEST_NAME - 4]} ({count})"
    used.add(candidate.casefold())
    return candidate

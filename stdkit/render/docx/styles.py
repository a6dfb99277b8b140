"""The plain data of styles.yaml as values: page, frames, character styles, one paragraph style per role.

Scalars may be text, as the reader of YAML files hands them over.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from stdkit.render.docx.xml import twips, twips_of_mm


@dataclass(frozen=True, slots=True)
class Page:
    """The page, in millimetres; ``mirror`` exchanges the side margins on even pages."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    header: float
    footer: float
    mirror: bool

    def text_width(self, *, landscape: bool = False) -> int:
        """Return the width of the text in twips."""
        if landscape:
            return twips_of_mm(self.height) - twips_of_mm(self.top) - twips_of_mm(self.bottom)
        return twips_of_mm(self.width) - twips_of_mm(self.left) - twips_of_mm(self.right)


@dataclass(frozen=True, slots=True)
class Font:
    """A pair of typefaces and the name under which the East Asian one is known elsewhere."""

    latin: str
    east_asian: str
    alternative: str


@dataclass(frozen=True, slots=True)
class Frame:
    """A place on a cover, in millimetres from the upper left corner of the page."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class CharacterStyle:
    """The look of characters that mean something; 0 and ``None`` leave a property as it is."""

    id: str
    name: str
    font: Font | None
    size: float
    scale: int
    underline: bool
    raised: bool


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """The look of a role. ``line`` 0 lets the line grow with what stands in it; ``first`` counts characters."""

    id: str
    name: str
    based_on: str | None
    font: Font
    size: float
    bold: bool
    scale: int
    align: str
    line: float
    before: float
    after: float
    left: float
    right: float
    hanging: float
    first: float
    keep_next: bool
    page_break: bool
    outline: int
    frame: Frame | None
    border: float
    share: float
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableStyle:
    """Rules (points), paddings (points) and the height of a row to be filled in by hand (millimetres)."""

    name: str
    frame: float
    rule: float
    side: float
    top: float
    form_row: float
    gap: float


@dataclass(frozen=True, slots=True)
class Styles:
    """Everything that a publisher may change of the look."""

    page: Page
    fonts: Mapping[str, Font]
    table: TableStyle
    footnote_mark: str
    characters: Mapping[str, CharacterStyle]
    paragraphs: Mapping[str, ParagraphStyle]

    def __getitem__(self, role: str) -> ParagraphStyle:
        """Return the style of a role."""
        return self.paragraphs[role]


def read_styles(data: Mapping[str, Any], page: str = "A4", text_size: str = "normal") -> Styles:
    """Return the styles that the plain data of styles.yaml describes, for a paper and a size of type of its own lists.

    The schema has checked the data. A paper or size that the house does not list is that of the house itself.
    """
    paper = Page(**_numbers({**data["page"], **data.get("pages", {}).get(page, {})}, without="mirror"), mirror=_mirror(data))
    scaling = _Scaling.of(data, paper, text_size)
    fonts = {name: Font(**values) for name, values in data["fonts"].items()}
    frames = {name: scaling.frame(Frame(**_numbers(values))) for name, values in data["frames"].items()}
    table = data["table"]
    return Styles(
        page=paper,
        fonts=fonts,
        table=TableStyle(name=table["name"], **_numbers(table, without="name")),
        footnote_mark=str(data["footnote"]["mark"]),
        characters={role: _character(role, values, fonts) for role, values in data["characters"].items()},
        paragraphs={
            role: scaling.style(role, _paragraph(role, _merged(role, data["paragraphs"]), fonts, frames))
            for role in data["paragraphs"]
        },
    )


@dataclass(frozen=True, slots=True)
class _Scaling:
    """How much larger or smaller than in styles.yaml things are: text, what is set in smaller type, gaps, covers."""

    text: float
    table: float
    gaps: float
    cover: float
    normal: float

    @classmethod
    def of(cls, data: Mapping[str, Any], paper: Page, text_size: str) -> _Scaling:
        sizes = _numbers(data.get("text_sizes", {}).get(text_size, {}))
        normal = _number(data["paragraphs"]["normal"], "size")
        return cls(
            sizes.get("text", 1.0),
            sizes.get("table", 1.0),
            sizes.get("gaps", 1.0),
            paper.width / _number(data["page"], "width"),
            normal,
        )

    def frame(self, frame: Frame) -> Frame:
        return Frame(frame.x * self.cover, frame.y * self.cover, frame.width * self.cover, frame.height * self.cover)

    def style(self, role: str, style: ParagraphStyle) -> ParagraphStyle:
        """Return a style in its size: covers go by the paper; words in figures, headers and footers stay as they are."""
        if role == "figure_text" or role.startswith(("header_", "footer_")):
            return style
        factor = self.cover if style.frame else self.table if style.size < self.normal else self.text
        gaps = self.cover if style.frame else self.gaps
        if factor == gaps == 1:
            return style
        return replace(
            style,
            size=_half(style.size * factor),
            line=_half(style.line * factor),
            before=_half(style.before * gaps),
            after=_half(style.after * gaps),
            left=_half(style.left * factor),
            right=_half(style.right * factor),
            hanging=_half(style.hanging * factor),
        )


def _merged(role: str, entries: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    entry = entries[role]
    if role == "normal":
        return dict(entry)
    inherited = _merged(str(entry.get("based_on", "normal")), entries)
    return {**inherited, "based_on": "normal", **entry}


def _character(role: str, values: Mapping[str, Any], fonts: Mapping[str, Font]) -> CharacterStyle:
    return CharacterStyle(
        id=_identifier(role) + "Run",
        name=str(values["name"]),
        font=fonts[values["font"]] if "font" in values else None,
        size=_number(values, "size"),
        scale=int(_number(values, "scale")),
        underline=_truth(values.get("underline")),
        raised=_truth(values.get("raised")),
    )


def _paragraph(role: str, values: Mapping[str, Any], fonts: Mapping[str, Font], frames: Mapping[str, Frame]) -> ParagraphStyle:
    based_on = values.get("based_on")
    return ParagraphStyle(
        id=_identifier(role),
        name=str(values["name"]),
        based_on=_identifier(str(based_on)) if based_on else None,
        font=fonts[values["font"]],
        size=_number(values, "size"),
        bold=_truth(values.get("bold")),
        scale=int(_number(values, "scale")),
        align=str(values["align"]),
        line=_number(values, "line"),
        before=_number(values, "before"),
        after=_number(values, "after"),
        left=_number(values, "left"),
        right=_number(values, "right"),
        hanging=_number(values, "hanging"),
        first=_number(values, "first"),
        keep_next=_truth(values.get("keep_next")),
        page_break=_truth(values.get("page_break")),
        outline=int(_number(values, "outline")),
        frame=frames[values["frame"]] if "frame" in values else None,
        border=_number(values, "border"),
        share=_number(values, "share"),
        labels=tuple(values.get("labels", ())),
    )


def indentation(style: ParagraphStyle) -> str:
    """Return the indentation of a style: the first line by characters and, for readers without them, by twips."""
    sides = f'w:left="{twips(style.left)}" w:right="{twips(style.right)}"'
    if style.hanging:
        return f'<w:ind {sides} w:hanging="{twips(style.hanging)}"/>'
    if style.first:
        first = f'w:firstLineChars="{round(style.first * 100)}" w:firstLine="{twips(style.first * style.size)}"'
        return f"<w:ind {sides} {first}/>"
    return f'<w:ind {sides} w:firstLine="0"/>'


def frame_properties(style: ParagraphStyle) -> str:
    """Return the frame of a cover line, nothing for other paragraphs.

    LibreOffice reads it only in the paragraph, Word's own templates have it in the style: it is written in both.
    """
    if style.frame is None:
        return ""
    frame = style.frame
    return (
        f'<w:framePr w:w="{twips_of_mm(frame.width)}" w:h="{twips_of_mm(frame.height)}" w:hRule="exact" '
        f'w:hSpace="0" w:vSpace="0" w:wrap="around" w:vAnchor="page" w:hAnchor="page" '
        f'w:x="{twips_of_mm(frame.x)}" w:y="{twips_of_mm(frame.y)}"/>'
    )


def _identifier(role: str) -> str:
    head, *tail = role.split("_")
    return head + "".join(word.capitalize() for word in tail)


def _number(values: Mapping[str, Any], key: str) -> float:
    return float(values.get(key, 0))


def _numbers(values: Mapping[str, Any], *, without: str = "") -> dict[str, float]:
    return {key: float(value) for key, value in values.items() if key != without}


def _half(points: float) -> float:
    """Return a length in the half points that Word counts type in."""
    return round(points * 2) / 2


def _mirror(data: Mapping[str, Any]) -> bool:
    return _truth(data["page"].get("mirror"))


def _truth(value: object) -> bool:
    return str(value).lower() in {"true", "yes", "1"}

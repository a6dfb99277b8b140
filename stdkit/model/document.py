"""What is printed: a document of sections, blocks and inlines in which every word and number is already decided.

Backends see only this module. ``anchor`` strings are unique in a document and stable from build to build; a ``Link`` whose
target is an anchor leads there, wherever a backend puts it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from stdkit.model.drawing import Drawing, Image
from stdkit.model.frontmatter import BookletCover, Contents, Cover
from stdkit.model.inlines import Blank, Code, FootnoteMark, Inline, LineBreak, Link, Math, Script, Strong, Text
from stdkit.model.roles import HeadingKind, Page, Role, TextSize

__all__ = [
    "Blank",
    "Block",
    "Caption",
    "Cell",
    "Code",
    "Document",
    "EndLine",
    "Example",
    "Figure",
    "FootnoteMark",
    "Formula",
    "Heading",
    "HeadingKind",
    "Inline",
    "Item",
    "Labelled",
    "LineBreak",
    "Link",
    "List",
    "Math",
    "Note",
    "NumberedParagraph",
    "Page",
    "Paragraph",
    "Role",
    "Script",
    "Section",
    "Strong",
    "Table",
    "TermHead",
    "Text",
    "TextSize",
]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in a role."""

    content: tuple[Inline, ...]
    role: Role = Role.TEXT
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its printed number; ``level`` 1 is a chapter, an annex, or an unnumbered part.

    ``nature`` is the second line of an annex ("（规范性）").
    """

    kind: HeadingKind
    level: int
    number: str | None
    title: str
    anchor: str
    nature: str | None = None


@dataclass(frozen=True, slots=True)
class NumberedParagraph:
    """An untitled clause: its number stands before its first paragraph (7.3.4)."""

    level: int
    number: str
    content: tuple[Inline, ...]
    anchor: str
    annex: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """An item with its printed label ("a)", "1)", "——", "·") and the list below it."""

    label: str
    content: tuple[Inline, ...]
    anchor: str | None = None
    sublist: List | None = None


@dataclass(frozen=True, slots=True)
class List:
    """A list; ``level`` is 1 or 2."""

    items: tuple[Item, ...]
    kind: Literal["letters", "digits", "dashes", "dots", "bibliography"]
    level: int = 1


@dataclass(frozen=True, slots=True)
class Note:
    """A note or an example text that stands behind a label ("注：", "示例1：")."""

    label: str
    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A paragraph with a label in the margin, which says what it is to its reader ("必做", "可选")."""

    label: str
    content: tuple[Inline, ...]
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """An example: its label on a line of its own, its blocks in a frame."""

    label: str
    content: tuple[Paragraph | List, ...]


@dataclass(frozen=True, slots=True)
class Caption:
    """The number and title of a table, form or figure ("表A.1", "走访记录表").

    ``letters`` is the annex letter in the number, ``None`` in the body; ``ordinal`` its count.
    """

    kind: Literal["table", "figure"]
    label: str
    title: str
    anchor: str
    annex: str | None
    ordinal: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell and what it spans; ``align`` is decided by ``compose``."""

    paragraphs: tuple[tuple[Inline, ...], ...]
    column_span: int = 1
    row_span: int = 1
    align: Literal["left", "center"] = "center"
    label: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its rows; a cell stands where its upper left corner is, what it covers has no cell.

    ``widths`` are shares of the width, one per column, that add up to 1. ``blank`` says that it is a form to be filled in by
    hand: rows are at least 8 mm high, a blank of n lines at least n × 8 mm. ``lowered`` says how far its rows
    go towards the least that writing by hand needs, 0 to 1: a backend that knows how high a page is may set it.
    """

    caption: Caption | None
    widths: tuple[float, ...]
    head: tuple[tuple[Cell, ...], ...]
    body: tuple[tuple[Cell, ...], ...]
    unit: str | None = None
    foot: tuple[Paragraph | Note, ...] = ()
    blank: bool = False
    landscape: bool = False
    lowered: float = 0.0


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: picture above, caption below; ``mermaid`` is a flow chart as text, for readers that draw it themselves."""

    caption: Caption
    picture: Drawing | Image
    foot: tuple[Note, ...] = ()
    mermaid: str = ""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula on its own line, with its number where it has one ("（1）")."""

    tex: str
    number: str | None
    anchor: str | None


@dataclass(frozen=True, slots=True)
class TermHead:
    """The number of a term entry on one line, the term and its English on the next (10.3.5)."""

    number: str
    term: str
    english: str | None
    anchor: str
    level: int
    admitted: tuple[tuple[str, str | None], ...] = ()


@dataclass(frozen=True, slots=True)
class EndLine:
    """The line that ends a standard (10.1.5)."""


Block = (
    Paragraph
    | Heading
    | NumberedParagraph
    | List
    | Note
    | Labelled
    | Example
    | Table
    | Figure
    | Formula
    | TermHead
    | Contents
    | Cover
    | BookletCover
    | EndLine
)


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one kind. ``header`` is the running text at their head (none on covers).

    ``pages`` is how they are numbered; ``restart`` begins again at 1. ``standard`` is the id of the standard that they print.
    ``opens`` says where it begins: on a right-hand page, or on the next one; ``line_numbers`` whether its lines are counted in
    the margin, so that comments can name them.
    """

    kind: Literal["cover", "front", "body", "list"]
    blocks: tuple[Block, ...]
    header: str = ""
    sample: str = ""
    pages: Literal["none", "roman", "arabic"] = "none"
    restart: bool = False
    standard: str | None = None
    opens: Literal["odd", "next"] = "odd"
    line_numbers: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A document, its sections in order, and its properties for file formats that carry some.

    ``name`` is the stem of its file; ``properties`` are pairs such as ``("number", "Q/SLFL XM 101—2025")``, in order. ``page``
    names its paper ("card": A4 with narrow margins), ``text_size`` the size of its type; a backend without pages may ignore both.
    """

    name: str
    title: str
    language: str
    sections: tuple[Section, ...]
    properties: tuple[tuple[str, str], ...] = ()
    page: Page = "A4"
    text_size: TextSize = "normal"

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks of all sections in order."""
        for section in self.sections:
            yield from section.blocks

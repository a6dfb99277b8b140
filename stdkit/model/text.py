"""Text as its author wrote it: short words, sentences with their marks, paragraphs and lists.

A node's place (``at``) is also its key in the tables that ``resolve`` lays beside the model.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from stdkit.model.diagnostics import Bilingual, Span


class Word(NamedTuple):
    """A short text of one line with its place."""

    text: str
    at: Span


class Title(NamedTuple):
    """A title in Chinese and English; one of them may be missing (``None``)."""

    zh: Word | None
    en: Word | None

    def text(self, language: str) -> str:
        """Return the title in a language, else in the other one."""
        word = (self.en or self.zh) if language == "en" else (self.zh or self.en)
        return word.text if word else ""

    @property
    def bilingual(self) -> Bilingual:
        """The title in both languages, as it stands in a message."""
        return Bilingual(self.text("zh"), self.text("en"))


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that stand on one line of the file exactly as here, so offsets are columns."""

    text: str
    at: Span


@dataclass(frozen=True, slots=True)
class Strong:
    """A key phrase."""

    content: tuple[Inline, ...]
    at: Span


@dataclass(frozen=True, slots=True)
class Script:
    """Superscript or subscript text."""

    text: str
    position: Literal["super", "sub"]
    at: Span


@dataclass(frozen=True, slots=True)
class Code:
    """Text that is printed letter by letter."""

    text: str
    at: Span


@dataclass(frozen=True, slots=True)
class InlineFormula:
    """A formula within a sentence, in LaTeX."""

    tex: str
    at: Span


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an address outside the set."""

    text: str
    url: str
    at: Span


@dataclass(frozen=True, slots=True)
class Reference:
    """``[[target|text]]``: what is printed is decided when the set is known."""

    target: str
    text: str | None
    at: Span


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote of the text (GB/T 1.1—2020, 9.12.1), at the place of its mark."""

    content: tuple[Inline, ...]
    at: Span


Inline = Run | Strong | Script | Code | InlineFormula | Link | Reference | Footnote


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``id`` where it can be cited."""

    content: tuple[Inline, ...]
    at: Span
    id: Word | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list (GB/T 1.1—2020, 7.5), with the list below it where there is one."""

    content: tuple[Inline, ...]
    at: Span
    id: Word | None = None
    sublist: List | None = None


@dataclass(frozen=True, slots=True)
class List:
    """Items that are ordered (a), 1)) or not (——, ·)."""

    items: tuple[Item, ...]
    ordered: bool
    at: Span

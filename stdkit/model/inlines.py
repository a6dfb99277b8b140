"""Printed text: characters and the marks among them, every word decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Text:
    """Characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """A key phrase, a label, the number of an untitled clause."""

    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Script:
    """Superscript or subscript."""

    text: str
    position: Literal["super", "sub"]


@dataclass(frozen=True, slots=True)
class Code:
    """Text printed letter by letter."""

    text: str


@dataclass(frozen=True, slots=True)
class Math:
    """A formula within a sentence, in LaTeX."""

    tex: str


@dataclass(frozen=True, slots=True)
class Link:
    """Text that leads to ``target``: an anchor of the document (or of another one of the set), or an address.

    With ``page`` a backend that has pages prints the page of the target instead of the text.
    """

    text: str
    target: str
    external: bool = False
    page: bool = False


@dataclass(frozen=True, slots=True)
class FootnoteMark:
    """A footnote at the place of its mark; ``label`` is printed with it ("1")."""

    label: str
    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Blank:
    """A place to write on by hand: a line of a form, a date, or ``lines`` lines."""

    kind: Literal["line", "date"]
    lines: int = 1


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line in the same paragraph."""


Inline = Text | Strong | Script | Code | Math | Link | FootnoteMark | Blank | LineBreak

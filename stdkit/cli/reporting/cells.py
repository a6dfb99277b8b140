"""Text in the cells of a terminal: a Chinese character takes two."""

from __future__ import annotations

import re
import unicodedata

TAB = "    "
OPENING, CLOSING = "（“‘《〈【「『［", "，。：；、！？）”’》〉】」』］…"
ATOM = re.compile(r"[!-~]+ *|.", re.DOTALL)


def shown(character: str) -> str:
    """Return what stands for a character in a terminal: a tab is four blanks, a control character a mark."""
    if character == "\t":
        return TAB
    return character if character.isprintable() or character == "\u3000" else "\ufffd"


def printable(text: str) -> str:
    """Return a text that a terminal shows as it is, without control characters."""
    return "".join(map(shown, text))


def width(text: str) -> int:
    """Return how many cells a printable text takes. Quotation marks and the like take one, as in most terminals."""
    return sum(_width(character) for character in text)


def pad(text: str, cells: int) -> str:
    """Return a text with blanks up to a number of cells."""
    return text + " " * (cells - width(text))


def wrap(text: str, cells: int, indent: str) -> list[str]:
    """Return a text in lines of so many cells at most, all but the first one indented.

    A line ends behind a blank or a Chinese character, never before closing or behind opening punctuation; a word is kept whole.
    """
    lines, line = [], ""
    for atom in _atoms(text):
        if line.strip() and width(line) + width(atom.rstrip()) > cells:
            lines.append(line.rstrip())
            line = indent
        line += atom
    return [*lines, line.rstrip()]


def _atoms(text: str) -> list[str]:
    """Return the pieces of a text between which a line may end."""
    atoms: list[str] = []
    for piece in ATOM.findall(text):
        if atoms and (piece in CLOSING or atoms[-1][-1] in OPENING):
            atoms[-1] += piece
        else:
            atoms.append(piece)
    return atoms


def _width(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1

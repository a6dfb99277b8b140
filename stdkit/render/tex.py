"""LaTeX of the common kind, read token by token; what is written for it is the business of each format."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod

from stdkit.model.diagnostics import Bilingual, StdkitError

_TOKEN = re.compile(r"\\[A-Za-z]+\*?|\\.|\s+|.", re.DOTALL)
_NO_OPERAND_END = frozenset(["}", "\\right", "\\\\", "&", "\\end"])


class TexReader(ABC):
    """A reader of LaTeX tokens that writes the formula as it goes."""

    def __init__(self, tex: str) -> None:
        self._tex = tex
        self._tokens = [token for token in _TOKEN.finditer(tex) if not token[0].isspace()]
        self._at = 0

    def whole(self) -> str:
        """Return what is written for the whole formula.

        Raises StdkitError that names the command or bracket which cannot be converted.
        """
        written = self._sequence(frozenset())
        if self._peek() is not None:
            raise self._fault(self._peek() or "")
        return written

    @abstractmethod
    def _refusal(self, formula: str, what: str) -> Bilingual:
        """Return the words for a part of a formula that this format cannot have."""

    @abstractmethod
    def _scripted(self) -> str:
        """Read an atom with what stands below and above it."""

    def _peek(self) -> str | None:
        return self._tokens[self._at][0] if self._at < len(self._tokens) else None

    def _fault(self, what: str) -> StdkitError:
        return StdkitError(self._refusal(self._tex.strip(), what))

    def _operand(self) -> str | None:
        """Return the token ahead if an operand can begin with it."""
        token = self._peek()
        return None if token in _NO_OPERAND_END else token

    def _sequence(self, ends: frozenset[str]) -> str:
        """Read atoms up to one of ``ends``, which stays, or to a bracket that was not opened here."""
        parts = []
        while (token := self._operand()) is not None and token not in ends:
            parts.append(self._scripted())
        return "".join(parts)

    def _next(self) -> str:
        token = self._peek()
        if token is None:
            raise self._fault("…")
        self._at += 1
        return token

    def _expect(self, wanted: str) -> None:
        token = self._peek()
        if token != wanted:
            raise self._fault(token or wanted)
        self._at += 1

    def _rows(self) -> tuple[str, list[list[str]]]:
        """Read an environment behind its opening: its name, and its cells row by row."""
        name = self._raw_group()
        rows = [[self._sequence(frozenset())]]
        while (sign := self._next()) != "\\end":
            if sign == "&":
                rows[-1].append(self._sequence(frozenset()))
            elif sign == "\\\\":
                rows.append([self._sequence(frozenset())])
            else:
                raise self._fault(sign)
        if self._raw_group() != name:
            raise self._fault(f"\\end{{{name}}}")
        return name, rows

    def _raw_group(self) -> str:
        """Read a group as it is typed; blanks within it count."""
        self._expect("{")
        start = self._tokens[self._at - 1].end()
        while self._peek() not in {"}", "{", None}:
            self._next()
        self._expect("}")
        text = self._tex[start : self._tokens[self._at - 1].start()]
        return text.replace("\\%", "%").replace("\\_", "_").replace("~", "\u00a0")

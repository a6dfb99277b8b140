"""What is wrong, and where: spans, findings of one check, diagnostics of a run."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, NamedTuple


class StdkitError(Exception):
    """The tool cannot go on; the message is a sentence for a person, in the languages of ``Bilingual``."""

    def __init__(self, message: Bilingual | str) -> None:
        self.message = message if isinstance(message, Bilingual) else Bilingual(message, message)
        super().__init__(self.message.zh)


class Severity(StrEnum):
    """How heavy a finding is; ``off`` exists only in profiles."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Span(NamedTuple):
    """A range of one file: lines and columns from 1, in code points, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Bilingual(NamedTuple):
    """A phrase in both languages of the tool."""

    zh: str
    en: str


Value = str | Bilingual
"""What fills a slot of a message: the same in both languages, or a phrase in each."""


class Edit(NamedTuple):
    """Replace the text of a span."""

    at: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A change that cures a finding: ``safe`` ones may be made without asking."""

    kind: Literal["safe", "suggested"]
    title: Bilingual
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check yields: where, and the values of the slots of its message.

    ``path`` names the file when it is not that of the standard being checked (rules with the scope of a set).
    """

    at: Span
    values: tuple[tuple[str, Value], ...] = ()
    fix: Fix | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """A finding as it is reported; its text is made in ``cli`` from the page of the rule.

    ``path`` is relative to the folder of the set, with ``/``. ``place`` is the printed number, where there is one.
    """

    path: str
    span: Span
    rule: str
    severity: Severity = field(compare=False)
    values: tuple[tuple[str, Value], ...] = field(default=(), compare=False)
    place: str | None = field(default=None, compare=False)
    fix: Fix | None = field(default=None, compare=False)

    @property
    def has_safe_fix(self) -> bool:
        """Return whether the finding can be mended without asking."""
        return self.fix is not None and self.fix.kind == "safe"


def slots(**values: Value) -> tuple[tuple[str, Value], ...]:
    """Return the values of a message's slots in the form that findings carry."""
    return tuple(values.items())


Offer = Literal["safe", "suggested", "depends"]
"""What the findings of an id offer.

``safe``: what ``--fix`` makes; ``suggested``: what a person decides, where the right text is likely; ``depends``: something safe
in some texts, only a suggestion or nothing in others.
"""


class Place(NamedTuple):
    """What is wrong in an example: its line, from 1, and the words; no words where something is missing."""

    line: int
    words: str


class Page(NamedTuple):
    """What a rule id says of itself: its finding in one sentence, why, how it looks and how it is cured.

    ``message`` holds named slots (``{value}``), filled from ``Diagnostic.values``; ``bad`` and ``good`` are pieces of YAML;
    ``limits`` says what is passed over on purpose, so that nobody takes silence for approval; ``places`` are what is reported in
    ``bad``, where the example marks it; ``fix`` is what the findings offer, ``None`` where a person mends them.
    """

    title: Bilingual
    message: Bilingual
    why: Bilingual
    severity: Severity
    basis: str
    bad: str = ""
    good: str = ""
    limits: Bilingual | None = None
    places: tuple[Place, ...] = ()
    fix: Offer | None = None

    def with_examples(self, bad: str, good: str) -> Page:
        """Return the page with its examples; ``⟦ ⟧`` in ``bad`` mark what is reported."""
        return self._replace(bad=bad.replace("⟦", "").replace("⟧", ""), good=good, places=_marked(bad))


def _marked(example: str) -> tuple[Place, ...]:
    """Return what an example marks by ⟦ ⟧; the first line is the first that holds something."""
    return tuple(
        Place(number, piece.partition("⟧")[0])
        for number, line in enumerate(example.strip("\n").split("\n"), 1)
        for piece in line.split("⟦")[1:]
    )

"""The resolved set: tables beside the frozen model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from stdkit.model.blocks import Block, Figure, Flow, Form, Table
from stdkit.model.diagnostics import Diagnostic, Span
from stdkit.model.house import House
from stdkit.model.standard import Annex, Clause, Standard
from stdkit.model.system import StandardSet
from stdkit.model.text import Word
from stdkit.resolve.citations import Mention, Nature
from stdkit.resolve.facts import Facts
from stdkit.resolve.index import Index
from stdkit.resolve.labels import Label
from stdkit.resolve.numbering import Numbering
from stdkit.resolve.occurrences import Occurrences
from stdkit.resolve.passages import Key, Passage, key
from stdkit.resolve.provisions import Provision
from stdkit.resolve.short_texts import ShortTexts
from stdkit.resolve.targets import Target


@dataclass(frozen=True, slots=True)
class Citation:
    """One standard cites a document: of the set (by id) or outside (by the registry's key).

    ``printed`` is the number as printed, ``clause`` what of it is named; ``owner`` the place of the clause
    that cites.
    """

    target: str
    printed: str
    title: str
    level: str
    dated: bool
    clause: str | None
    nature: Nature
    at: Span
    owner: Key | None = None
    sibling: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of chapter 2 or of the bibliography."""

    target: str
    printed: str
    title: str
    level: str


class Placed(NamedTuple):
    """A block and the clause that holds it."""

    clause: Clause | Annex
    block: Block


Captioned = Table | Form | Figure | Flow
"""A block with a number and, mostly, a title of its own."""


@dataclass(frozen=True, slots=True)
class ResolvedStandard:
    """A standard with its numbers, targets and lists.

    ``occurrences`` tells which passages hold which words of the house; ``provisions`` are the sentences with a modal verb,
    ``clauses`` all chapters, annexes and clauses in printed order and ``blocks`` what stands in them; ``captioned`` are the
    tables, forms, figures and flow charts among those, ``headings`` the titles of all these and ``short_texts`` what stands
    outside sentences; ``targets`` is keyed by the place of the reference, ``followed`` holds each mention with its target;
    ``natures`` is keyed by the id of the annex.
    """

    standard: Standard
    number: str
    passages: tuple[Passage, ...]
    occurrences: Occurrences
    provisions: tuple[Provision, ...]
    clauses: tuple[Clause | Annex, ...]
    blocks: tuple[Placed, ...]
    captioned: tuple[Captioned, ...]
    headings: tuple[Word, ...]
    short_texts: ShortTexts
    numbering: Numbering
    targets: Mapping[Key, Target]
    followed: tuple[tuple[Mention, Target], ...]
    citations: tuple[Citation, ...]
    normative: tuple[Listed, ...]
    bibliography: tuple[Listed, ...]
    natures: Mapping[str, Nature]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def id(self) -> str:
        """The id of the standard."""
        return self.standard.id.text

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The references in its passages, in printed order."""
        return tuple([mention for mention, _ in self.followed])

    def label(self, at: Span) -> Label | None:
        """Return the label of the node that begins at a place."""
        return self.numbering.labels.get(key(at))


@dataclass(frozen=True, slots=True)
class ResolvedSet:
    """A set with all its standards resolved; the directly implemented ones have no entry in ``standards``."""

    source: StandardSet
    house: House
    index: Index
    facts: Facts
    standards: Mapping[str, ResolvedStandard]
    diagnostics: tuple[Diagnostic, ...]

    def number(self, identifier: str) -> str:
        """Return the printed number of a standard of the set."""
        return self.index.numbers[identifier]

    def title(self, identifier: str) -> str:
        """Return the title of a standard; that of a directly implemented one comes from the registry."""
        standard = self.index.standards[identifier]
        if standard.adopted:
            entry = self.index.registry.get(self.index.numbers[identifier])
            return entry.title.text(self.index.language) if entry else ""
        return printed_title(standard.title.text(self.index.language), self.index.language)


def printed_title(title: str, language: str) -> str:
    """Return a title with one full-width blank between its elements (GB/T 1.1—2020, 10.1.4)."""
    return title if language == "en" else "\u3000".join(title.split())

"""What is meant: a standard as its author wrote it, without a single number."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, NamedTuple

from stdkit.model.blocks import Block, Notice, Symbol
from stdkit.model.diagnostics import Span
from stdkit.model.text import Inline, Paragraph, Title, Word


class Type(StrEnum):
    """Function type of a standard (GB/T 1.1—2020, 4.2; evaluation: GB/T 20001.8)."""

    SPECIFICATION = "specification"
    CODE_OF_PRACTICE = "code-of-practice"
    GUIDE = "guide"
    VOCABULARY = "vocabulary"
    SYMBOL = "symbol"
    CLASSIFICATION = "classification"
    TEST_METHOD = "test-method"
    EVALUATION = "evaluation"


class Stage(StrEnum):
    """Stage of the life of a standard, in order."""

    PROPOSED = "proposed"
    DRAFT = "draft"
    CONSULTATION = "consultation"
    TRIAL = "trial"
    REVIEW = "review"
    APPROVAL = "approval"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Waiver:
    """A rule that may be broken within ``covers``, and why."""

    rule: Word
    reason: str
    covers: Span


@dataclass(frozen=True, slots=True)
class Clause:
    """A chapter, clause or untitled clause (7.2, 7.3); its level is its depth in the tree."""

    at: Span
    id: Word | None = None
    title: Word | None = None
    lead: Word | None = None
    content: tuple[Block, ...] = ()
    clauses: tuple[Clause, ...] = ()
    verifies: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex (9.6); ``nature`` only when typed."""

    id: Word
    title: Word
    at: Span
    nature: Word | None = None
    content: tuple[Block, ...] = ()
    clauses: tuple[Clause, ...] = ()


@dataclass(frozen=True, slots=True)
class TermSource:
    """Where a term entry was taken from."""

    document: str
    clause: str | None
    modified: bool


@dataclass(frozen=True, slots=True)
class TermEntry:
    """A term entry (8.7.3)."""

    id: Word
    term: Title
    definition: tuple[Inline, ...]
    at: Span
    admitted: tuple[Title, ...] = ()
    deprecated: tuple[Title, ...] = ()
    notes: tuple[Paragraph, ...] = ()
    examples: tuple[Paragraph, ...] = ()
    source: TermSource | None = None


@dataclass(frozen=True, slots=True)
class TermGroup:
    """Term entries under a title."""

    id: Word | None
    title: Word
    entries: tuple[TermEntry, ...]
    at: Span


@dataclass(frozen=True, slots=True)
class Basis:
    """Why a parameter has its value."""

    kind: str
    note: str


@dataclass(frozen=True, slots=True)
class Parameter:
    """A declared value (``[[=id]]``); ``owner`` is the standard that decides one of the system."""

    id: Word
    name: str
    value: str
    unit: str
    at: Span
    bound: str | None = None
    basis: Basis | None = None
    owner: Word | None = None


@dataclass(frozen=True, slots=True)
class Novelty:
    """What is new in an original standard, and in which clause."""

    what: str
    clause: Word | None


@dataclass(frozen=True, slots=True)
class Search:
    """A recorded search for existing standards."""

    date: str
    where: str
    terms: tuple[str, ...]
    hits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Use:
    """How a directly implemented standard is used."""

    who: str
    purpose: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the text comes from: original, adapted or adopted."""

    kind: Literal["original", "adapted", "adopted"]
    at: Span
    source: Word | None = None
    clauses: tuple[str, ...] = ()
    differences: tuple[str, ...] = ()
    novelty: tuple[Novelty, ...] = ()
    search: Search | None = None
    use: tuple[Use, ...] = ()


@dataclass(frozen=True, slots=True)
class Foreword:
    """What the foreword says beside the fixed sentences (8.3)."""

    proposed_by: str | None = None
    owner: str | None = None
    organizations: tuple[str, ...] = ()
    drafters: tuple[str, ...] | Literal["withheld"] = ()


class Correspondence(NamedTuple):
    """With which international document a standard corresponds, and how closely: IDT, MOD or NEQ (GB/T 1.2)."""

    document: str
    degree: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a multi-part standard."""

    number: str
    series: str
    parts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A technical change against the replaced edition (8.3 c)."""

    kind: Literal["added", "changed", "removed"]
    text: str
    clause: Word | None
    former: str | None


@dataclass(frozen=True, slots=True)
class TypedReferences:
    """References that an author adds to, or moves between, the derived lists."""

    normative: tuple[Word, ...] = ()
    informative: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Standard:
    """One standard as written; ``path`` is relative to the folder of the set, with ``/``."""

    id: Word
    path: str
    title: Title
    subsystem: Word
    module: str
    stage: Stage
    origin: Origin
    at: Span
    number: Word | None = None
    type: Type | None = None
    issued: Word | None = None
    implemented: Word | None = None
    ics: tuple[str, ...] = ()
    ccs: tuple[str, ...] = ()
    applies_to: tuple[Word, ...] = ()
    informs: tuple[Word, ...] = ()
    foreword: Foreword = Foreword()
    part: Part | None = None
    replaces: tuple[Word, ...] = ()
    changes: tuple[Change, ...] = ()
    history: tuple[str, ...] = ()
    introduction: tuple[Block, ...] = ()
    notice: Notice | None = None
    scope: tuple[Block, ...] = ()
    references: TypedReferences = TypedReferences()
    terms_from: tuple[Word, ...] = ()
    terms: tuple[TermEntry | TermGroup, ...] = ()
    symbols: tuple[Symbol, ...] = ()
    abbreviations: tuple[Symbol, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    clauses: tuple[Clause, ...] = ()
    annexes: tuple[Annex, ...] = ()
    index: tuple[Word, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    owner: str | None = None
    review_due: Word | None = None
    correspondence: Correspondence | None = None

    @property
    def adopted(self) -> bool:
        """Return whether the standard is a directly implemented one without text of its own."""
        return self.origin.kind == "adopted"

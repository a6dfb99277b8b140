"""The set of standards: what all of them share, the registry of documents outside, and the standards themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Literal, NamedTuple

from stdkit.model.diagnostics import Diagnostic, Severity, Span
from stdkit.model.standard import Basis, Parameter, Standard, Waiver
from stdkit.model.text import List, Paragraph, Title, Word


class Total(NamedTuple):
    """A number that somebody has typed: announced, or needed; with its place."""

    value: int
    at: Span


@dataclass(frozen=True, slots=True)
class Subsystem:
    """A sub-category of a module; ``needed`` is how many standards it should have."""

    id: str
    title: Title
    needed: int | None
    at: Span


@dataclass(frozen=True, slots=True)
class Module:
    """One of the three modules of a system; ``needed`` is how many standards it should have in all, where that is typed."""

    id: str
    title: Title
    code: str
    subsystems: tuple[Subsystem, ...]
    needed: Total | None = None


@dataclass(frozen=True, slots=True)
class Organization:
    """The body that issues the standards, and which kind of standards it issues; ``banner`` is its own word for them."""

    name: Title
    short: Title
    code: str
    level: Literal["organization", "enterprise", "group", "local"] = "organization"
    banner: Title | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """An audience, a post, a process: an id and its name."""

    id: str
    name: Title
    at: Span


@dataclass(frozen=True, slots=True)
class OuterForm:
    """A form that is printed in no standard of the set."""

    id: str
    number: str | None
    title: str
    at: Span


@dataclass(frozen=True, slots=True)
class Writing:
    """How much a post writes in a form in a year: sheets that it begins, entries, minutes of one entry if not the form's."""

    post: Word
    form: Word
    sheets: Decimal
    entries: Decimal
    at: Span
    minutes: Decimal | None = None
    basis: Basis | None = None


@dataclass(frozen=True, slots=True)
class Booklet:
    """A named selection of standards, ``extracts`` those or clauses of which only a part is wanted (``BZ-502#keep``).

    ``made_as`` is the kind of document that it is without a wish, ``reader`` the audience or post that it is made for; ``page``
    and ``text_size`` say how it is printed, ``None`` as is usual.
    """

    id: str
    title: Title
    standards: tuple[Word, ...]
    at: Span
    extracts: tuple[Word, ...] = ()
    page: Literal["A4", "A5", "B5"] | None = None
    text_size: Literal["normal", "large"] | None = None
    made_as: Literal["booklet", "handbook"] | None = None
    reader: Word | None = None


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """How a set has changed the weight of a rule, and why; ``severity`` ``None`` means off."""

    rule: Word
    severity: Severity | None
    reason: str


@dataclass(frozen=True, slots=True)
class Process:
    """A process of the organisation and the standards that govern it; ``note`` explains one without any."""

    id: str
    name: Title
    standards: tuple[Word, ...]
    note: str
    at: Span


@dataclass(frozen=True, slots=True)
class Sites:
    """The trial sites of one kind."""

    id: str
    name: Title
    count: int
    note: str
    at: Span


class Collected(NamedTuple):
    """A document that was considered for the system and not taken, and why."""

    number: str
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class Memorandum:
    """What the organisation says about its system (编制说明): ``parts`` by their key, background to notes."""

    parts: tuple[tuple[str, tuple[Paragraph | List, ...]], ...]
    collected: tuple[Collected, ...]


@dataclass(frozen=True, slots=True)
class Declared:
    """Totals that the organisation has announced."""

    at: Span
    standards: Total | None = None
    original: Total | None = None
    modules: tuple[tuple[str, Total], ...] = ()


@dataclass(frozen=True, slots=True)
class System:
    """What ``system.yaml`` says.

    ``needed`` is how many standards there should be by level; ``readers`` are the audiences of standards that name none;
    ``corpora`` are the names of collections of texts to compare with, each with its remark.
    """

    title: Title
    organization: Organization
    language: str
    house: str
    number_pattern: str
    modules: tuple[Module, ...]
    needed: tuple[tuple[str, Total], ...] = ()
    audiences: tuple[Named, ...] = ()
    posts: tuple[Named, ...] = ()
    forms: tuple[OuterForm, ...] = ()
    burden: tuple[Writing, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    processes: tuple[Process, ...] = ()
    sites: tuple[Sites, ...] = ()
    readers: tuple[Word, ...] = ()
    memorandum: Memorandum | None = None
    booklets: tuple[Booklet, ...] = ()
    settings: tuple[RuleSetting, ...] = ()
    declared: Declared | None = None
    sample_notice: str | None = None
    as_of: str | None = None
    columns: Word | None = None
    waivers: tuple[Waiver, ...] = ()
    corpora: tuple[tuple[str, str], ...] = ()

    def module_of(self, subsystem: str) -> Module | None:
        """Return the module that a subsystem belongs to, by its id ("XM1")."""
        for module in self.modules:
            if any(each.id == subsystem for each in module.subsystems):
                return module
        return None


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of the offline registry; its key is the number with the year, or the name of a law.

    ``checked_on`` and ``evidence`` say when and where its status was looked up.
    """

    number: str
    title: Title
    level: str
    status: str
    at: Span
    issued: str | None = None
    implemented: str | None = None
    replaced_by: str | None = None
    parts: bool = False
    replaces: tuple[str, ...] = ()
    checked_on: str | None = None
    evidence: str | None = None


class Edition(NamedTuple):
    """What a published text prints for a dated reference: the text's own number, the number and the place that it cites."""

    citing: str
    cited: str
    place: str


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What is remembered of citations, by the name of each: the fingerprint of what it cited, and the edition that it printed."""

    citations: Mapping[str, str] = field(default_factory=dict)
    editions: Mapping[str, Edition] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Failed:
    """A file that could not be read to the end but stays known: what could still be read of it."""

    id: str
    path: str
    number: str | None = None
    title: str | None = None


class Verdict(NamedTuple):
    """What a reviewer has decided of a passage that two texts share, and why; ``where`` says for people which one it is."""

    kind: Literal["accepted", "quoted", "boilerplate"]
    reason: str
    where: str


@dataclass(frozen=True, slots=True)
class StandardSet:
    """A whole set as read; ``directory`` is the folder of ``system.yaml``.

    ``sources`` holds the lines of every file that was read, for messages that quote them; ``figures`` the bytes of the pictures
    that the standards name; ``registry_failed`` says that the registry is empty because it could not be read; ``verdicts`` are
    what reviewers have said of shared passages, by the id of the passage.
    """

    directory: Path
    system: System
    registry: Mapping[str, Entry]
    standards: tuple[Standard, ...]
    failed: tuple[Failed, ...]
    diagnostics: tuple[Diagnostic, ...]
    files: int
    sources: Mapping[str, tuple[str, ...]] = field(repr=False)
    figures: Mapping[str, bytes] = field(repr=False, default_factory=dict)
    registry_failed: bool = False
    confirmed: Confirmed = Confirmed()
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)

    @property
    def incomplete(self) -> bool:
        """Return whether a file could not be read to the end, so that what a whole set shows cannot be judged."""
        return bool(self.failed) or self.registry_failed

    def standard(self, identifier: str) -> Standard | None:
        """Return the standard with an id."""
        return next((each for each in self.standards if each.id.text == identifier), None)

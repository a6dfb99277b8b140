"""What a reference leads to: a closed union, decided once for every ``[[…]]`` of a set."""

from __future__ import annotations

from dataclasses import dataclass

from stdkit.model.system import Edition
from stdkit.resolve.labels import Label


@dataclass(frozen=True, slots=True)
class OwnTarget:
    """Something numbered in the same standard."""

    label: Label


@dataclass(frozen=True, slots=True)
class TermTarget:
    """A term entry, of the same standard (``standard`` is ``None``) or of another one of the set."""

    term: str
    label: Label
    standard: str | None


@dataclass(frozen=True, slots=True)
class SiblingTarget:
    """Another standard of the set, or something numbered in it; then the citation is dated (9.5.4.1.1 b).

    ``held`` is what a published text has printed for it and goes on printing.
    """

    standard: str
    label: Label | None
    held: Edition | None = None


@dataclass(frozen=True, slots=True)
class DocumentTarget:
    """A document outside the set: ``number`` as printed, ``entry`` its key in the registry, ``clause`` as typed.

    ``standard`` is the id under which the set lists it when it is directly implemented.
    """

    number: str
    entry: str
    dated: bool
    clause: str | None
    standard: str | None


@dataclass(frozen=True, slots=True)
class LawTarget:
    """A law, rule or policy paper: named, never normative (9.5.4.4.3)."""

    title: str
    entry: str | None


@dataclass(frozen=True, slots=True)
class NameTarget:
    """A name or value that is declared once: the organisation, a post, a form, a parameter.

    ``standard`` and ``label`` say where a form is printed.
    """

    text: str
    standard: str | None = None
    label: Label | None = None


@dataclass(frozen=True, slots=True)
class UnknownTarget:
    """Nothing that is known; ``judged`` is false when a file that failed could hold it."""

    judged: bool


Target = OwnTarget | TermTarget | SiblingTarget | DocumentTarget | LawTarget | NameTarget | UnknownTarget

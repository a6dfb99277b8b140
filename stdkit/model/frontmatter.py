"""What stands before the text: covers and tables of contents, every line as it is printed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of a table of contents; ``page`` is what is printed for the page, ``None`` where nobody knows it."""

    level: int
    text: str
    target: str
    page: str | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """A table of contents, complete; ``scope`` names the standard whose headings it lists, ``None`` for a booklet's.

    ``paged`` says that its lines end in page numbers although it lists no standard: pages are counted through the document.
    """

    entries: tuple[ContentsEntry, ...]
    scope: str | None
    paged: bool = False


@dataclass(frozen=True, slots=True)
class Cover:
    """The cover of a standard (8.1, Annex E), every line as printed; empty where there is none."""

    anchor: str
    classification: tuple[str, ...]
    mark: str
    banner: str
    number: str
    replaces: str
    title: str
    english: str
    correspondence: str
    stage: tuple[str, ...]
    issued: str
    implemented: str
    issuer: str
    issue_word: str
    sample: str


@dataclass(frozen=True, slots=True)
class BookletCover:
    """The cover of a booklet."""

    anchor: str
    title: str
    subtitle: str
    lines: tuple[str, ...]
    issuer: str
    date: str
    sample: str

"""What the list of a site shows and what its search finds; every word is decided, backends only lay it out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter and how it is printed."""

    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Filter:
    """A way to narrow the list ("audience"), its label and its choices in order."""

    name: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A standard in the list; ``target`` is the anchor of its page, ``None`` where it has none.

    ``facts`` are its lines of small print, ``values`` what the filters find it by.
    """

    id: str
    number: str
    title: str
    target: str | None
    facts: tuple[str, ...]
    values: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The standards of a module."""

    title: str
    listings: tuple[Listing, ...]


@dataclass(frozen=True, slots=True)
class SearchText:
    """The text of a clause as the search knows it: ``place`` is its number and title, ``target`` its anchor."""

    standard: str
    place: str
    text: str
    target: str | None


@dataclass(frozen=True, slots=True)
class Site:
    """The list of a set; ``words`` are the texts of its controls, ``volumes`` titles and anchors of whole booklets."""

    title: str
    language: str
    sample: str
    words: Mapping[str, str]
    filters: tuple[Filter, ...]
    groups: tuple[Group, ...]
    texts: tuple[SearchText, ...]
    volumes: tuple[tuple[str, str], ...] = ()

"""What the list of a site shows and what its search finds; every word is decided, backends only lay it out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from stdkit.model.drawing import Box, Line
from stdkit.model.inlines import Inline


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


@dataclass(frozen=True, slots=True)
class CitationLine:
    """A document that a standard cites, or that cites it, with the places; all citations of a line are of one ``nature``."""

    nature: str
    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class GraphNode:
    """A standard in the graph of citations; ``target`` is the anchor of its page, ``words`` say in a sentence what it is.

    ``box`` is its place in the drawing, ``None`` where the set is too large for one; the lines of citations are then empty.
    """

    id: str
    number: str
    title: str
    target: str | None
    module: str
    words: str
    counts: str
    box: Box | None = None
    cites: tuple[CitationLine, ...] = ()
    cited: tuple[CitationLine, ...] = ()


@dataclass(frozen=True, slots=True)
class GraphEdge:
    """The citations of one standard by another; a ``crowded`` line is drawn only when one of its ends is chosen."""

    start: str
    end: str
    natures: tuple[str, ...]
    line: Line
    crowded: bool


@dataclass(frozen=True, slots=True)
class CitationGraph:
    """The graph of citations of a set, sizes in millimetres; without ``edges`` and size it is only a list.

    ``notes`` explain how it is read, ``words`` are the texts of its controls, ``picture`` says in words what it shows.
    """

    title: str
    language: str
    sample: str
    words: Mapping[str, str]
    notes: tuple[str, ...]
    picture: str
    modules: tuple[Choice, ...]
    nodes: tuple[GraphNode, ...]
    edges: tuple[GraphEdge, ...] = ()
    size: tuple[float, float] | None = None

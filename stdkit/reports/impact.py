"""What a change reaches: everything that cites a standard or a clause, directly or through others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from stdkit.compose.printing import Printing
from stdkit.model.text import Reference
from stdkit.resolve.citations import MARK, Mention
from stdkit.resolve.enclosing import anchors
from stdkit.resolve.links import Link, all_links
from stdkit.resolve.passages import references
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

End = tuple[str, str | None]
"""A standard and an anchor in it, ``None`` for the whole."""


class Reached(NamedTuple):
    """A citation that a change reaches: in how many steps, and the citation that it came through, by its name and line."""

    link: Link
    steps: int
    through: Link | None


def impact(resolved: ResolvedSet, standard: str, anchor: str | None = None) -> tuple[Reached, ...]:
    """Return the citations that a change of a standard or of something in it reaches, the nearest first.

    A change of a clause reaches whoever cites it, something in it, a clause around it, or the whole standard; the text that cites
    has to be looked at, so whoever cites that text is reached too. Each citation is reached once, in the fewest steps.
    """
    cited: dict[End, list[Link]] = {}
    for link in all_links(resolved):
        cited.setdefault((link.target, link.anchor), []).append(link)
    reached: list[Reached] = []
    seen: set[End] = set()
    waiting: list[tuple[Iterable[End], int, Link | None]] = [(_touched(resolved, standard, anchor, cited), 1, None)]
    for ends, steps, through in waiting:
        for end in ends:
            if end not in seen:
                seen.add(end)
                for link in cited.get(end, ()):
                    reached.append(Reached(link, steps, through))
                    waiting.append((_around(link), steps + 1, link))
    places = {name: position for position, name in enumerate(resolved.standards)}
    own = [each for each in reached if not _inside(each.link, standard, anchor)]
    return tuple(sorted(own, key=lambda each: (each.steps, places[each.link.standard], each.link.at)))


def _touched(resolved: ResolvedSet, standard: str, anchor: str | None, cited: Mapping[End, object]) -> Iterator[End]:
    """Yield what a change touches: itself, what is in it, and what is around it."""
    if anchor is None:
        yield from (end for end in cited if end[0] == standard)
        return
    found = resolved.standards[standard]
    around = anchors(found.standard, found.numbering)
    yield from ((standard, each) for each in around.get(anchor, (anchor,)))
    yield from ((standard, each) for each, chain in around.items() if anchor in chain)
    yield standard, None


def _around(link: Link) -> Iterator[End]:
    """Yield what holds the text that cites."""
    yield link.standard, None
    yield from ((link.standard, each) for each in link.around.anchors)


def _inside(link: Link, standard: str, anchor: str | None) -> bool:
    """Return whether a citation stands in what is changed itself."""
    return link.standard == standard and (anchor is None or anchor in link.around.anchors)


def citing_sentence(resolved: ResolvedSet, link: Link) -> str:
    """Return the sentence that cites as it is printed, nothing where no sentence does."""
    if link.mention is None:
        return ""
    standard = resolved.standards[link.standard]
    start, end = _bounds(link.mention)
    passage = link.mention.passage
    printed = iter(_printed(resolved, standard, list(references(passage.content))))
    pieces = passage.text.split(MARK)
    whole, position = [], 0
    for number, piece in enumerate(pieces):
        whole.append(piece[max(start - position, 0) : max(end - position, 0)])
        position += len(piece) + 1
        if number + 1 < len(pieces):
            words = next(printed, "")
            whole.append(words if start < position <= end else "")
    return "".join(whole).strip()


def _printed(resolved: ResolvedSet, standard: ResolvedStandard, found: list[Reference]) -> Iterator[str]:
    printing = Printing(resolved, standard)
    return (printing.plain((each,)) for each in found)


def _bounds(mention: Mention) -> tuple[int, int]:
    """Return where the sentence of a reference begins and ends in its passage."""
    text, sentence = mention.passage.text, mention.sentence
    position = -1
    for each in references(mention.passage.content):
        position = text.find(MARK, position + 1)
        if each is mention.reference:
            break
    start = text.rfind(sentence, 0, position + len(sentence))
    while start > position:
        start = text.rfind(sentence, 0, start + len(sentence) - 1)
    return start, start + len(sentence)

"""What stands in what: the clauses around every place of a standard, by their anchors and by the ids that authors gave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from stdkit.model.standard import Annex, Clause, Standard
from stdkit.model.text import Item, List
from stdkit.resolve.labels import Label
from stdkit.resolve.numbering import Numbering
from stdkit.resolve.passages import Element, Key, Passage, clauses, entries, key

PARTS: Mapping[Element, str] = {
    Element.INTRODUCTION: "introduction",
    Element.SCOPE: "scope",
    Element.SYMBOL: "symbols",
    Element.NOTICE: "notice",
}
"""What a passage outside clauses and terms belongs to."""


class Around(NamedTuple):
    """The chain of clauses around a place, outermost first.

    ``anchors`` are all of them, the place's own included; ``ids`` only those that an author has named, so they outlive a clause
    that is added before.
    """

    anchors: tuple[str, ...]
    ids: tuple[str, ...]

    def within(self, anchor: str) -> Around:
        """Return the chain with something named inside it."""
        return Around((*self.anchors, anchor), (*self.ids, anchor))


NOTHING = Around((), ())


def citation_name(standard: str, around: Around, target: str) -> str:
    """Return the name under which a citation is remembered: no line and no printed number in it."""
    return f"{'/'.join((standard, *around.ids))} -> {target}"


def chains(standard: Standard, numbering: Numbering) -> dict[Key, Around]:
    """Return the chain of every clause, annex and term entry by its place."""
    found = {key(each.at): NOTHING.within(each.id.text) for each in entries(standard)}
    waiting: list[tuple[Clause | Annex, Around]] = []
    waiting += [(each, NOTHING) for each in standard.clauses]
    waiting += [(each, NOTHING) for each in standard.annexes]
    for clause, around in waiting:
        where = key(clause.at)
        unnamed = Around((*around.anchors, numbering.labels[where].anchor), around.ids)
        own = found[where] = around.within(clause.id.text) if clause.id else unnamed
        waiting.extend((each, own) for each in clause.clauses)
    return found


def around_passage(passage: Passage, chain: Mapping[Key, Around], numbering: Numbering) -> Around:
    """Return the chain of a passage: its clause, the table or form, the item that it is."""
    around = chain.get(passage.owner, NOTHING) if passage.owner else NOTHING.within(PARTS.get(passage.element, "text"))
    if passage.container and passage.container not in around.anchors:
        around = around.within(passage.container)
    label = numbering.labels.get(key(passage.at))
    if label and label.anchor and label.anchor not in around.anchors:
        around = around.within(label.anchor)
    return around


def anchors(standard: Standard, numbering: Numbering) -> dict[str, tuple[str, ...]]:
    """Return for everything that can be cited in a standard the anchors around it, its own last; values included."""
    chain = chains(standard, numbering)
    found = {each.anchors[-1]: each.anchors for each in chain.values()}
    for clause in clauses((*standard.clauses, *standard.annexes)):
        around = chain[key(clause.at)].anchors
        for block in clause.content:
            if isinstance(block, List):
                _items(block, around, numbering.labels, found)
            elif label := numbering.labels.get(key(block.at)):
                found.setdefault(label.anchor, (*around, label.anchor))
    found |= {each.id.text: (each.id.text,) for each in standard.parameters}
    return found


def _items(block: List, around: tuple[str, ...], labels: Mapping[Key, Label], found: dict[str, tuple[str, ...]]) -> None:
    waiting: list[tuple[Sequence[Item], tuple[str, ...]]] = [(block.items, around)]
    for items, outer in waiting:
        for item in items:
            anchor = labels[key(item.at)].anchor
            inner = (*outer, anchor) if anchor else outer
            if anchor:
                found.setdefault(anchor, inner)
            if item.sublist:
                waiting.append((item.sublist.items, inner))

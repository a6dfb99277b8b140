"""Text of ``system.yaml`` as it is printed: its references lead to the standards, documents and names of the set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from stdkit.compose.content import compose_blocks
from stdkit.compose.printing import Printing
from stdkit.model.document import Block
from stdkit.model.text import Footnote, Inline, Item, List, Paragraph, Reference, Strong
from stdkit.resolve.passages import key
from stdkit.resolve.references import resolve_reference
from stdkit.resolve.resolved import ResolvedSet
from stdkit.resolve.targets import OwnTarget, SiblingTarget, Target, UnknownTarget


def system_blocks(resolved: ResolvedSet, content: Sequence[Paragraph | List]) -> tuple[Block, ...]:
    """Return paragraphs and lists that stand in no standard; the set has at least one standard with a text."""
    base = next(iter(resolved.standards.values()))
    inlines = list(_all(content))
    targets = {key(each.at): _target(resolved, each) for each in inlines if isinstance(each, Reference)}
    notes = [each for each in inlines if isinstance(each, Footnote)]
    numbering = replace(base.numbering, footnotes={key(each.at): number for number, each in enumerate(notes, 1)})
    return tuple(compose_blocks(Printing(resolved, replace(base, targets=targets, numbering=numbering)), content))


def _target(resolved: ResolvedSet, reference: Reference) -> Target:
    """Return what a reference leads to; what only a standard of its own could hold is nothing here."""
    base = next(iter(resolved.standards.values()))
    found = resolve_reference(reference, base.standard, resolved.index)
    if isinstance(found, OwnTarget):
        name, mark, _ = reference.target.partition("#")
        return SiblingTarget(name, found.label) if mark else UnknownTarget(judged=False)
    return found


def _all(content: Sequence[Paragraph | List]) -> Iterator[Inline]:
    for block in content:
        match block:
            case Paragraph(content=inlines):
                yield from _within(inlines)
            case List(items=items):
                yield from _items(items)


def _items(items: Sequence[Item]) -> Iterator[Inline]:
    for item in items:
        yield from _within(item.content)
        yield from _items(item.sublist.items) if item.sublist else ()


def _within(inlines: Sequence[Inline]) -> Iterator[Inline]:
    for each in inlines:
        yield each
        if isinstance(each, Strong | Footnote):
            yield from _within(each.content)

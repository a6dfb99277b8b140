"""Text of ``system.yaml`` as it is printed: its references lead to the standards, documents and names of the set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from stdkit.compose.content import compose_blocks
from stdkit.compose.printing import Printing
from stdkit.model.document import Block
from stdkit.model.text import Footnote, List, Paragraph, Reference
from stdkit.resolve.passages import key
from stdkit.resolve.resolved import ResolvedSet
from stdkit.resolve.system_names import inlines_of, system_target


def system_blocks(resolved: ResolvedSet, content: Sequence[Paragraph | List]) -> tuple[Block, ...]:
    """Return paragraphs and lists that stand in no standard; the set has at least one standard with a text."""
    base = next(iter(resolved.standards.values()))
    inlines = list(inlines_of(content))
    targets = {
        key(each.at): system_target(each, base.standard, resolved.index) for each in inlines if isinstance(each, Reference)
    }
    notes = [each for each in inlines if isinstance(each, Footnote)]
    numbering = replace(base.numbering, footnotes={key(each.at): number for number, each in enumerate(notes, 1)})
    return tuple(compose_blocks(Printing(resolved, replace(base, targets=targets, numbering=numbering)), content))

"""The diagram of a standards system, as a figure (GB/T 13016—2018)."""

from __future__ import annotations

from collections import Counter

from stdkit.draw.flow import HIGHEST
from stdkit.draw.mermaid import structure_mermaid
from stdkit.draw.structure import Branch, lay_out_structure
from stdkit.model.document import Caption, Figure, Note, Text
from stdkit.model.drawing import Drawing
from stdkit.resolve.resolved import ResolvedSet


def compose_structure(resolved: ResolvedSet, anchor: str) -> Figure:
    """Return the figure: what lies outside, the system, its modules and sub-categories with the number of their standards.

    A system that would not fit a page is drawn without its sub-categories, a still larger one without its modules; a note at
    the foot says so.
    """
    house, system, language = resolved.house, resolved.index.system, resolved.index.language
    title, branches = system.title.text(language), _branches(resolved)
    outside = house.label("structure_outside")
    words = house.label(
        "structure_alternative", title=title, modules=house.label("separator").join(each.title for each in branches)
    )
    drawing, left_out = _fitting(resolved, (outside, title), branches, words)
    caption = Caption("figure", house.label("structure_label"), house.label("structure_title", title=title), anchor, None, 1)
    notes = [house.label("structure_legend"), *([house.label("structure_left_out")] if left_out else [])]
    foot = tuple(Note(house.label("structure_legend_label"), (Text(text),)) for text in notes)
    return Figure(caption, drawing, foot, structure_mermaid(outside, title, branches))


def _fitting(resolved: ResolvedSet, heads: tuple[str, str], branches: tuple[Branch, ...], words: str) -> tuple[Drawing, bool]:
    """Return the fullest drawing that fits a page, and whether something was left out of it."""
    whole = lay_out_structure(*heads, branches, words)
    if whole.height <= HIGHEST:
        return whole, False
    modules = lay_out_structure(*heads, [each._replace(parts=()) for each in branches], words)
    if modules.height <= HIGHEST:
        return modules, True
    counted = resolved.house.label("structure_modules", count=str(len(branches)))
    return lay_out_structure(*heads, [Branch(counted, ())], words), True


def _branches(resolved: ResolvedSet) -> tuple[Branch, ...]:
    house, language, standards = resolved.house, resolved.index.language, resolved.index.standards.values()
    modules = Counter(each.module for each in standards)
    parts = Counter(each.subsystem.text for each in standards)
    found = []
    for module in resolved.index.system.modules:
        count, title = str(modules[module.id]), module.title.text(language)
        below = tuple(
            house.label("structure_part", code=part.id, title=part.title.text(language), count=str(parts[part.id]))
            for part in module.subsystems
        )
        found.append(Branch(house.label("structure_module", code=module.code, title=title, count=count), below))
    return tuple(found)

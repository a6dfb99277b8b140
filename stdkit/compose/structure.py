"""The diagram of a standards system, as a figure (GB/T 13016—2018)."""

from __future__ import annotations

from stdkit.draw.structure import Branch, lay_out_structure
from stdkit.model.document import Caption, Figure, Note, Text
from stdkit.model.system import Module
from stdkit.resolve.resolved import ResolvedSet


def compose_structure(resolved: ResolvedSet, anchor: str) -> Figure:
    """Return the figure: what lies outside, the system, its modules and sub-categories with the number of their standards."""
    house, system, language = resolved.house, resolved.index.system, resolved.index.language
    title = system.title.text(language)
    branches = [Branch(_module(resolved, module), _parts(resolved, module)) for module in system.modules]
    words = house.label(
        "structure_alternative", title=title, modules=house.label("separator").join(each.title for each in branches)
    )
    drawing = lay_out_structure(house.label("structure_outside"), title, branches, words)
    caption = Caption("figure", house.label("structure_label"), house.label("structure_title", title=title), anchor, None, 1)
    return Figure(caption, drawing, (Note(house.label("structure_legend_label"), (Text(house.label("structure_legend")),)),))


def _module(resolved: ResolvedSet, module: Module) -> str:
    count = sum(each.module == module.id for each in resolved.index.standards.values())
    title = module.title.text(resolved.index.language)
    return resolved.house.label("structure_module", code=module.code, title=title, count=str(count))


def _parts(resolved: ResolvedSet, module: Module) -> tuple[str, ...]:
    language, found = resolved.index.language, []
    for part in module.subsystems:
        count = sum(each.subsystem.text == part.id for each in resolved.index.standards.values())
        found.append(resolved.house.label("structure_part", code=part.id, title=part.title.text(language), count=str(count)))
    return tuple(found)

"""The memorandum of the system (编制说明): what the house's template makes of the figures, then what people have written."""

from __future__ import annotations

from typing import Any

from stdkit.compose.templates import fill_template
from stdkit.model.document import Block
from stdkit.model.standard import Stage
from stdkit.model.system import Memorandum, System
from stdkit.reports.report import heading, paragraph, table
from stdkit.reports.system_counts import Group, groups
from stdkit.reports.system_prose import system_blocks
from stdkit.resolve.needs import needed_by_parts
from stdkit.resolve.resolved import ResolvedSet

TEMPLATE = "memorandum.md.j2"
PARTS = (
    "background",
    "goals",
    "basis",
    "state",
    "principles",
    "boundaries",
    "coverage",
    "overlap",
    "coordination",
    "statistics",
    "plan",
    "notes",
)
"""In the order of GB/T 13016—2018."""


def memorandum_blocks(resolved: ResolvedSet, name: str) -> list[Block]:
    """Return the memorandum with its headings; parts about which nobody says anything are left out.

    Raises ``StdkitError`` for a broken template.
    """
    house = resolved.house
    if not resolved.standards:
        return []
    memorandum = resolved.index.system.memorandum or Memorandum((), ())
    written = dict(memorandum.parts)
    values = memorandum_values(resolved)
    blocks: list[Block] = []
    for part in PARTS:
        made = fill_template(house, TEMPLATE, {**values, "part": part}) if TEMPLATE in house.templates else ()
        content = (*system_blocks(resolved, made), *system_blocks(resolved, written.get(part, ())))
        if content:
            blocks += [heading(name, f"memorandum-{part}", house.label(f"memorandum_{part}"), 3), *content]
    blocks += _collected(resolved, memorandum, name)
    return [heading(name, "memorandum", house.label("system_memorandum")), *blocks] if blocks else []


def _collected(resolved: ResolvedSet, memorandum: Memorandum, name: str) -> list[Block]:
    house = resolved.house
    if not memorandum.collected:
        return []
    head = [house.label(f"column_{each}") for each in ("document", "document_title", "why_not")]
    counted = house.label("system_collected_count", count=str(len(memorandum.collected)))
    return [
        heading(name, "collected", house.label("system_collected"), 3),
        paragraph(counted),
        table(head, [tuple(each) for each in memorandum.collected], (0.22, 0.4, 0.38), left=(0, 1, 2)),
    ]


def memorandum_values(resolved: ResolvedSet) -> dict[str, Any]:
    """Return what the template is filled with: counts, shares and names, all of them computed."""
    system, language = resolved.index.system, resolved.index.language
    standards = resolved.index.standards.values()
    modules = groups(resolved, "module")
    levels = [each for each in groups(resolved, "level") if each.kind == "level"]
    whole = modules[-1]
    originals = [each for each in standards if each.origin.kind == "original"]
    return {
        "title": system.title.text(language),
        "organization": system.organization.name.text(language),
        **_figures(whole),
        "modules": [_figures(each) for each in modules if each.kind == "module"],
        "subsystems": [_figures(each) for each in modules if each.kind == "subsystem"],
        "gaps": [_figures(each) for each in (*modules, *levels) if _lacks(each, system)],
        "levels": [_figures(each) for each in levels if each.standards],
        "searched": sum(each.origin.search is not None for each in originals),
        "withdrawn": sum(each.stage is Stage.WITHDRAWN for each in standards),
        "audiences": len(system.audiences),
    }


def _lacks(group: Group, system: System) -> bool:
    """Return whether a sub-category, level or module lacks a standard; of a module its sub-categories say so where they can."""
    told = {each.id for each in system.modules if needed_by_parts(each) is not None}
    counts = group.kind in {"subsystem", "level"} or (group.kind == "module" and group.id not in told)
    return counts and len(group.standards) < (group.needed or 0)


def _figures(group: Group) -> dict[str, Any]:
    needed = group.needed or 0
    missing = max(0, needed - len(group.standards))
    share = f"{len(group.standards) / needed:.0%}" if needed else ""
    return {"id": group.id, "name": group.name, "needed": needed, "missing": missing, "share": share, **group.counts()}

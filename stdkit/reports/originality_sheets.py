"""The report on originality as tables for a spreadsheet; the first one lists every standard."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.sheets import Sheet, Value
from stdkit.reports.originality_groups import matrix
from stdkit.reports.originality_passages import known_name, technical
from stdkit.reports.originality_text import Findings, conflict_text
from stdkit.reports.originality_totals import degree, in_order, module_totals
from stdkit.reports.report import sheet_rows
from stdkit.resolve.resolved import ResolvedSet


def originality_sheets(resolved: ResolvedSet, found: Findings) -> tuple[Sheet, ...]:
    """Return the standards, the totals by module, conflicts, passages, pairs and groups."""
    names = {
        "measured": ("id", "number", "title", "origin", "source", "degree", "search", *_SHARES),
        "totals": ("module", "standards", "declared", "original", "adapted", "adopted", "share"),
        "conflicts": ("id", "finding", "file", "line"),
        "passages": _PASSAGE,
        "matrix": ("number", "others", "share"),
        "groups": ("ordinal", "home", "others", "clause", "words", "characters"),
    }
    rows = {
        "measured": _standards(resolved, found),
        "totals": _totals(resolved),
        "conflicts": _conflicts(resolved, found),
        "passages": _passages(resolved, found),
        "matrix": ((one, two, share) for (one, two), share in sorted(matrix(found.measurement).items())),
        "groups": _groups(found),
    }
    label = resolved.house.label
    return tuple(
        Sheet(
            label(f"originality_{name}"),
            tuple(label(f"column_originality_{each}") for each in heads),
            sheet_rows(list(rows[name])),
        )
        for name, heads in names.items()
    )


_SHARES = ("counted", "overlap", "outside", "within", "reviewed", "thirteen")
_PASSAGE = (
    "passage",
    "number",
    "clause",
    "words",
    "source",
    "source_clause",
    "source_words",
    "characters",
    "change",
    *("likeness", "technical", "also", "verdict"),
)


def _standards(resolved: ResolvedSet, found: Findings) -> Iterator[tuple[Value, ...]]:
    label, measurement = resolved.house.label, found.measurement
    for standard in in_order(resolved):
        origin, name = standard.origin, standard.id.text
        source = origin.source.text if origin.source else ""
        searched = label("originality_searched" if origin.search else "originality_unsearched")
        own: tuple[Value, ...] = (name, resolved.number(name), resolved.title(name), label(f"origin_{origin.kind}"), source)
        own = (*own, degree(standard), searched if origin.kind == "original" else "")
        shares: tuple[Value, ...] = (None,) * len(_SHARES)
        if name in measurement.standards:
            each = measurement.standards[name]
            outside = each.shares.share(each.shares.outside) if measurement.corpora else None
            within = each.shares.share(each.shares.within)
            shares = (each.shares.counted, each.shares.overlap, outside, within, each.reviewed.overlap, each.thirteen)
        yield (*own, *shares)


def _totals(resolved: ResolvedSet) -> Iterator[tuple[Value, ...]]:
    titles = {each.id: each.title.text(resolved.index.language) for each in resolved.index.system.modules}
    for name, each in module_totals(resolved).items():
        counts = (each.standards, each.declared_standards, each.original, each.adapted, each.adopted, each.original_share)
        yield (titles.get(name, name), *counts)


def _conflicts(resolved: ResolvedSet, found: Findings) -> Iterator[tuple[Value, ...]]:
    for each in found.conflicts:
        path = resolved.index.standards[each.standard].path
        yield each.standard, conflict_text(resolved, each), path, each.at.line


def _passages(resolved: ResolvedSet, found: Findings) -> Iterator[tuple[Value, ...]]:
    house = resolved.house
    for measured in found.measurement.standards.values():
        for each in measured.passages:
            here, there = each.here, each.there
            source = (known_name(house, there.known), there.place, there.words)
            what = (each.characters, house.label(f"originality_{each.change}"), each.likeness)
            also = house.label("separator").join(one.number or one.name for one in each.also)
            verdict = house.label(f"originality_verdict_{each.verdict.kind}") if each.verdict else ""
            differences = house.label("separator").join(technical(house, each))
            yield (each.id, known_name(house, here.known), here.place, here.words, *source, *what, differences, also, verdict)


def _groups(found: Findings) -> Iterator[tuple[Value, ...]]:
    for number, group in enumerate(found.groups, 1):
        for each in group.holders:
            yield number, group.home, each.standard, each.passage.here.place, each.passage.here.words, group.characters

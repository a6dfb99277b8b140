"""The report on originality for people: what is declared, what was measured of what, conflicts, the set, the evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stdkit import __version__
from stdkit.draw.heat import MOST, lay_out_heat
from stdkit.model.document import Block, Caption, Figure
from stdkit.model.standard import Standard
from stdkit.reports.originality_conflicts import Conflict
from stdkit.reports.originality_found import Measurement
from stdkit.reports.originality_groups import Group, busiest, matrix
from stdkit.reports.originality_passages import NAME, passage_blocks, short_place
from stdkit.reports.originality_totals import Totals, degree, evidence, in_order, module_totals, totals
from stdkit.reports.report import PARTS, heading, paragraph, standard_link, table
from stdkit.resolve.resolved import ResolvedSet

PAIRS = 10
"""So many of the pairs that share most are told in words."""


class Findings(NamedTuple):
    """All that the report shows."""

    measurement: Measurement
    conflicts: list[Conflict]
    groups: list[Group]


def originality_blocks(resolved: ResolvedSet, found: Findings) -> list[Block]:
    """Return the blocks of the report."""
    label = resolved.house.label
    measurement = found.measurement
    parts: list[tuple[str, Sequence[Block]]] = [
        ("totals", [*_declaration(resolved), _totals(resolved)]),
        ("matrix", _matrix(resolved, measurement)),
        ("measured", [*_scope(resolved, measurement), _shares(resolved, measurement), _excluded(resolved, measurement)]),
        ("conflicts", _conflicts(resolved, found.conflicts)),
        ("groups", _groups(resolved, found.groups)),
        ("passages", passage_blocks(resolved, measurement.standards.values())),
        ("origins", [_origins(resolved)]),
        ("evidence", list(_evidence(resolved))),
        ("provenance", list(_provenance(resolved, measurement))),
    ]
    blocks: list[Block] = []
    for name, content in parts:
        blocks += [heading(NAME, name, label(f"originality_{name}")), *content]
    return blocks


def _declaration(resolved: ResolvedSet) -> Iterator[Block]:
    label, counted, found = resolved.house.label, totals(resolved), evidence(resolved)
    words = {name: str(getattr(counted, name)) for name in ("standards", "original", "adapted", "adopted")}
    yield paragraph(label("originality_counts", **words))
    declared = counted.declared_original
    told = str(declared) if declared is not None else str(found.original)
    name = "originality_announced" if declared is not None else "originality_unannounced"
    yield paragraph(label(name, declared=told, searched=str(found.searched), novelty=str(found.novelty)))
    notice = resolved.index.system.sample_notice
    if notice:
        yield paragraph(label("originality_sample", notice=notice))


def _totals(resolved: ResolvedSet) -> Block:
    label, language = resolved.house.label, resolved.index.language
    titles = {each.id: each.title.text(language) for each in resolved.index.system.modules}
    names = ("module", "standards", "declared", "original", "declared_original", "adapted", "adopted", "share")
    rows = [(titles.get(name, name), *_figures(resolved, each)) for name, each in module_totals(resolved).items()]
    rows.append((label("system_total"), *_figures(resolved, totals(resolved))))
    return table(_head(resolved, names), rows, (0.23, 0.1, 0.11, 0.1, 0.15, 0.1, 0.11, 0.1), left=(0,))


def _figures(resolved: ResolvedSet, counted: Totals) -> tuple[str, ...]:
    nothing, share = resolved.house.label("nothing"), counted.original_share
    figures = (counted.standards, counted.declared_standards, counted.original, counted.declared_original)
    words = [nothing if each is None else str(each) for each in (*figures, counted.adapted, counted.adopted)]
    return (*words, nothing if share is None else f"{share:.1%}")


def _scope(resolved: ResolvedSet, measurement: Measurement) -> Iterator[Block]:
    label = resolved.house.label
    characters = str(sum(each.shares.counted for each in measurement.standards.values()))
    name = "originality_scope" if measurement.corpora else "originality_scope_none"
    corpora = label("separator").join(each.name for each in measurement.corpora)
    yield paragraph(label(name, count=str(len(measurement.standards)), characters=characters, corpora=corpora))
    yield paragraph(label("originality_meaning"))


def _shares(resolved: ResolvedSet, measurement: Measurement) -> Block:
    names = ("number", "counted", "overlap", "outside", "within", "reviewed", "thirteen")
    rows = []
    for standard in in_order(resolved):
        name = standard.id.text
        if name not in measurement.standards:
            continue
        each = measurement.standards[name]
        outside = percent(each.shares.share(each.shares.outside)) if measurement.corpora else resolved.house.label("nothing")
        within = percent(each.shares.share(each.shares.within))
        shares = (percent(each.shares.overlap), outside, within, percent(each.reviewed.overlap), percent(each.thirteen))
        rows.append((standard_link(resolved, name), str(each.shares.counted), *shares))
    return table(_head(resolved, names), rows, (0.26, 0.12, 0.12, 0.12, 0.12, 0.13, 0.13), left=(0,))


def percent(share: float) -> str:
    """Return a share in percent with one decimal."""
    return f"{share:.1%}"


def _excluded(resolved: ResolvedSet, measurement: Measurement) -> Block:
    label = resolved.house.label
    counts: dict[str, int] = dict.fromkeys(PARTS, 0)
    for measured in measurement.standards.values():
        for reason, characters in measured.excluded.items():
            counts[reason] = counts.get(reason, 0) + characters
    rows = [
        (
            label(f"originality_excluded_{reason}"),
            str(count),
            label("originality_counted" if reason in measurement.counted_too else "originality_not_counted"),
            f"--count {reason}",
        )
        for reason, count in counts.items()
    ]
    return table(_head(resolved, ("excluded", "characters", "treatment", "switch")), rows, (0.4, 0.15, 0.2, 0.25), left=(0, 3))


def _conflicts(resolved: ResolvedSet, found: Sequence[Conflict]) -> list[Block]:
    label = resolved.house.label
    if not found:
        return [paragraph(label("originality_no_conflicts"))]
    rows = []
    for each in found:
        standard = resolved.index.standards[each.standard]
        where = f"{standard.path}:{each.at.line}"
        rows.append((standard_link(resolved, each.standard), conflict_text(resolved, each), where))
    return [table(_head(resolved, ("number", "finding", "file")), rows, (0.24, 0.5, 0.26), left=(0, 1, 2))]


def conflict_text(resolved: ResolvedSet, conflict: Conflict) -> str:
    """Return a conflict in words."""
    return resolved.house.label(f"originality_conflict_{conflict.kind}", **conflict.values)


def _matrix(resolved: ResolvedSet, measurement: Measurement) -> list[Block]:
    label = resolved.house.label
    shares = matrix(measurement)
    order = busiest(shares, [each.id.text for each in in_order(resolved)])
    if not order:
        return [paragraph(label("originality_no_matrix", count=str(len(measurement.standards))))]
    busy = sorted(order, key=lambda name: -max(share for pair, share in shares.items() if name in pair))[:MOST]
    order = [name for name in order if name in busy]
    positions = {name: number for number, name in enumerate(order)}
    cells = {(positions[one], positions[two]): share for (one, two), share in shares.items() if {one, two} <= positions.keys()}
    title = label("originality_heat")
    strongest = sorted(shares.items(), key=lambda each: (-each[1], each[0]))[:PAIRS]
    words = [label("originality_pair", here=one, there=two, share=percent(share)) for (one, two), share in strongest]
    drawing = lay_out_heat(
        [f"{name} {resolved.title(name)}" for name in order],
        cells,
        label("originality_heat_words", title=title, pairs=label("use_separator").join(words)),
    )
    caption = Caption("figure", label("originality_figure", number="1"), title, f"report-{NAME}/heat", None, 1)
    told = label("originality_heat_reading", shown=str(len(order)), count=str(len(measurement.standards)))
    rows = [(one, two, percent(share)) for (one, two), share in strongest]
    pairs = table(_head(resolved, ("number", "others", "share")), rows, (0.35, 0.35, 0.3))
    return [paragraph(told), Figure(caption, drawing), paragraph(label("originality_strongest", count=str(len(rows)))), pairs]


def _groups(resolved: ResolvedSet, found: Sequence[Group]) -> list[Block]:
    label = resolved.house.label
    if not found:
        return [paragraph(label("originality_no_groups"))]
    rows = []
    for number, group in enumerate(found, 1):
        home, *others = (short_place(resolved.house, each.passage.here) for each in group.holders)
        words = " ".join(group.holders[0].passage.here.words.split())
        rows.append((str(number), home, label("use_separator").join(others), words[:60], str(group.characters)))
    head = _head(resolved, ("ordinal", "home", "others", "words", "characters"))
    return [paragraph(label("originality_home_rule")), table(head, rows, (0.08, 0.25, 0.27, 0.3, 0.1), left=(1, 2, 3))]


def _origins(resolved: ResolvedSet) -> Block:
    label = resolved.house.label
    rows = []
    for standard in in_order(resolved):
        origin, name = standard.origin, standard.id.text
        source = origin.source.text if origin.source else label("nothing")
        searched = label("originality_searched" if origin.search else "originality_unsearched")
        told = searched if origin.kind == "original" else label("nothing")
        rows.append(
            (
                standard_link(resolved, name),
                resolved.title(name),
                label(f"origin_{origin.kind}"),
                source,
                degree(standard) or label("nothing"),
                told,
            )
        )
    head = _head(resolved, ("number", "title", "origin", "source", "degree", "search"))
    return table(head, rows, (0.2, 0.3, 0.12, 0.17, 0.09, 0.12), left=(0, 1, 3))


def _evidence(resolved: ResolvedSet) -> Iterator[Block]:
    label = resolved.house.label
    originals = [each for each in in_order(resolved) if each.origin.kind == "original"]
    if not originals:
        yield paragraph(label("originality_no_originals"))
        return
    nothing = label("nothing")
    rows = [
        (
            standard_link(resolved, each.id.text),
            label("use_separator").join(_novelty(resolved, each)) or nothing,
            _search(resolved, each),
        )
        for each in originals
    ]
    yield table(_head(resolved, ("number", "novelty", "search_record")), rows, (0.2, 0.45, 0.35), left=(0, 1, 2))


def _novelty(resolved: ResolvedSet, standard: Standard) -> Iterator[str]:
    label = resolved.house.label
    numbering = resolved.standards[standard.id.text].numbering
    for each in standard.origin.novelty:
        found = numbering.by_id.get(each.clause.text) if each.clause else None
        yield each.what + (label("rationale_clause", clause=found.number) if found and found.number else "")


def _search(resolved: ResolvedSet, standard: Standard) -> str:
    label, search = resolved.house.label, standard.origin.search
    if search is None:
        return label("rationale_no_search")
    terms, hits = label("separator").join(search.terms), label("use_separator").join(search.hits)
    return label("rationale_search", date=search.date, where=search.where, terms=terms, hits=hits or label("nothing"))


def _provenance(resolved: ResolvedSet, measurement: Measurement) -> Iterator[Block]:
    label = resolved.house.label
    yield paragraph(label("originality_made", version=__version__, thirteen="13"))
    for corpus in measurement.corpora:
        words = {"corpus": corpus.name, "version": corpus.version, "note": corpus.note or label("nothing")}
        yield paragraph(label("originality_corpus", documents=str(corpus.documents), characters=str(corpus.characters), **words))
    if measurement.absent:
        yield paragraph(label("originality_absent", names=label("separator").join(measurement.absent)))
    adopted = [each.id.text for each in in_order(resolved) if each.adopted]
    if adopted:
        yield paragraph(label("originality_without_text", names=label("separator").join(adopted)))
    if measurement.missing:
        names = label("separator").join(f"{corpus}: {name}" for name, corpus in measurement.missing[:50])
        yield paragraph(label("originality_missing", count=str(len(measurement.missing)), names=names))
    yield paragraph(label("originality_limits"))


def _head(resolved: ResolvedSet, names: Sequence[str]) -> list[str]:
    return [resolved.house.label(f"column_originality_{name}") for name in names]

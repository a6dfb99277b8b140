"""The report on originality as plain data: shares of 1, offsets into ``show ID --format plain``."""

from __future__ import annotations

from collections import Counter

from stdkit import __version__
from stdkit.check.outside import Known
from stdkit.reports.originality_conflicts import Conflict
from stdkit.reports.originality_count import RUN
from stdkit.reports.originality_found import Measured, Measurement, Shared
from stdkit.reports.originality_groups import Group, matrix
from stdkit.reports.originality_measure import WITHIN
from stdkit.reports.originality_text import Findings, conflict_text
from stdkit.reports.originality_totals import degree, evidence, in_order, module_totals, totals
from stdkit.reports.report import PARTS
from stdkit.resolve.overlap import LITTLE, MOST_OF_ORIGINAL, OF_ONE_SOURCE
from stdkit.resolve.resolved import ResolvedSet

Data = dict[str, object]


def originality_data(resolved: ResolvedSet, found: Findings, prefix: str) -> Data:
    """Return everything that the report shows; ``prefix`` stands before the path of a file."""
    measurement = found.measurement
    return {
        "scope": _scope(measurement),
        "sample": resolved.index.system.sample_notice,
        "totals": {**totals(resolved).data(), **_evidence(resolved)},
        "modules": {name: each.data() for name, each in module_totals(resolved).items()},
        "standards": [_standard(resolved, each.id.text, measurement, prefix) for each in in_order(resolved)],
        "conflicts": [_conflict(resolved, each, prefix) for each in found.conflicts],
        "matrix": [{"from": one, "to": two, "share": share} for (one, two), share in sorted(matrix(measurement).items())],
        "groups": [_group(each) for each in found.groups],
    }


def _scope(measurement: Measurement) -> Data:
    excluded: Counter[str] = Counter(dict.fromkeys(PARTS, 0))
    for each in measurement.standards.values():
        excluded.update(each.excluded)
    return {
        "corpora": [each._asdict() for each in measurement.corpora],
        "documents": len(measurement.standards) + sum(each.documents for each in measurement.corpora),
        "characters": sum(each.shares.counted for each in measurement.standards.values()),
        "excluded": [
            {"reason": reason, "characters": count, "counted": reason in measurement.counted_too}
            for reason, count in excluded.items()
        ],
        "absent": list(measurement.absent),
        "not_compared": [{"name": name, "corpus": corpus} for name, corpus in measurement.missing],
        "parameters": {"original": MOST_OF_ORIGINAL, "one_source": OF_ONE_SOURCE, "little": LITTLE, "within": WITHIN, "run": RUN},
        "stdkit": __version__,
    }


def _evidence(resolved: ResolvedSet) -> Data:
    found = evidence(resolved)
    return {"with_novelty": found.novelty, "with_search": found.searched}


def _standard(resolved: ResolvedSet, name: str, measurement: Measurement, prefix: str) -> Data:
    standard = resolved.index.standards[name]
    origin = standard.origin
    own: Data = {
        "id": name,
        "number": resolved.number(name),
        "origin": origin.kind,
        "source": origin.source.text if origin.source else None,
        "degree": degree(standard) or None,
        "search": origin.search is not None,
    }
    if name not in measurement.standards:
        return {**own, "overlap": None, "sources": []}  # it has no text of its own
    measured = measurement.standards[name]
    shares = measured.shares
    return {
        **own,
        "characters": shares.counted,
        "overlap": shares.overlap,
        "overlap_outside": shares.share(shares.outside) if measurement.corpora else None,
        "overlap_within": shares.share(shares.within),
        "overlap_reviewed": measured.reviewed.overlap,
        "overlap_thirteen": measured.thirteen,
        "excluded": dict(measured.excluded),
        "sources": _sources(measured, prefix + standard.path),
    }


def _sources(measured: Measured, path: str) -> list[Data]:
    return [
        {
            **_known(passages[0].there.known),
            "share": measured.shares.share(sum(each.characters for each in passages)),
            "passages": [_passage(each, path) for each in passages],
        }
        for passages in measured.sources().values()
    ]


def _known(known: Known) -> Data:
    told = known._asdict()
    return {"source": told.pop("name"), **told}


def _passage(passage: Shared, path: str) -> Data:
    here, there = passage.here, passage.there
    return {
        "id": passage.id,
        "start": here.extent.start,
        "end": here.extent.end,
        "source_start": there.extent.start,
        "source_end": there.extent.end,
        "path": path,
        "line": here.at.line if here.at else None,
        "place": here.place,
        "source_place": there.place,
        "text": here.words,
        "source_text": there.words,
        "characters": passage.characters,
        "change": passage.change,
        "likeness": passage.likeness,
        "closest": passage.closest,
        "also": [each.name for each in passage.also],
        "differences": [
            {
                "start": each.here.start,
                "end": each.here.end,
                "source_start": each.there.start,
                "source_end": each.there.end,
                "technical": each.technical or None,
            }
            for each in passage.differences
        ],
        "verdict": {"kind": passage.verdict.kind, "reason": passage.verdict.reason} if passage.verdict else None,
    }


def _conflict(resolved: ResolvedSet, conflict: Conflict, prefix: str) -> Data:
    path = prefix + resolved.index.standards[conflict.standard].path
    place: Data = {"path": path, "line": conflict.at.line, "column": conflict.at.column}
    words = {"message": conflict_text(resolved, conflict), "values": dict(conflict.values)}
    return {"kind": conflict.kind.replace("_", "-"), "standard": conflict.standard, **place, **words}


def _group(group: Group) -> Data:
    return {
        "home": group.home,
        "characters": group.characters,
        "holders": [
            {"standard": each.standard, "place": each.passage.here.place, "text": each.passage.here.words}
            for each in group.holders
        ],
    }

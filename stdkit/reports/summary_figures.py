"""The figures of the summary, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from stdkit.model.standard import Stage
from stdkit.reports.coverage_rows import (
    DUES,
    STATES,
    audience_rows,
    declared_sites,
    form_rows,
    process_rows,
    reviews,
    total_sites,
)
from stdkit.reports.originality_totals import Evidence, evidence
from stdkit.reports.provisions_rows import conflicts
from stdkit.reports.rationale import ASSUMED, declared_values
from stdkit.reports.references import VERDICTS, validities
from stdkit.reports.summary_changes import Release, Since, last_release, since_release
from stdkit.reports.system import totals
from stdkit.resolve.resolved import ResolvedSet

ORIGINS = ("original", "adapted", "adopted")
BASES = ("sourced", "assumed", "none")


class Summary(NamedTuple):
    """The figures; what is declared is ``None`` where the system declares nothing. ``references`` are the cited ones."""

    as_of: date
    standards: int
    declared_standards: int | None
    declared_original: int | None
    evidence: Evidence
    needed: int
    modules: Mapping[str, int]
    origins: Mapping[str, int]
    stages: Mapping[str, int]
    processes: Mapping[str, int]
    audiences: Mapping[str, int]
    forms: Mapping[str, int]
    reviews: Mapping[str, int]
    references: Mapping[str, int]
    values: Mapping[str, int]
    conflicts: tuple[str, ...]
    sites: int
    declared_sites: str | None
    release: Release | None
    since: Since

    @property
    def undecided(self) -> int:
        """How many cited documents need a decision."""
        return sum(count for verdict, count in self.references.items() if verdict != "valid")

    def data(self) -> dict[str, object]:
        """Return the figures as plain data; shares are of 1."""
        original = self.origins["original"]
        share = round(original / self.standards, 4) if self.standards else None
        return {
            "as_of": self.as_of.isoformat(),
            "standards": {
                "total": self.standards,
                "declared": self.declared_standards,
                "needed": self.needed,
                "modules": dict(self.modules),
                "origins": dict(self.origins),
                "stages": dict(self.stages),
            },
            "originality": {
                "computed": original,
                "declared": self.declared_original,
                "share": share,
                "novelty": self.evidence.novelty,
                "searched": self.evidence.searched,
            },
            "processes": dict(self.processes),
            "audiences": dict(self.audiences),
            "forms": dict(self.forms),
            "reviews": dict(self.reviews),
            "references": {**self.references, "cited": sum(self.references.values()), "undecided": self.undecided},
            "values": {**self.values, "total": sum(self.values.values())},
            "conflicts": list(self.conflicts),
            "sites": {"total": self.sites, "declared": self.declared_sites},
            "release": _plain(self.release._asdict()) if self.release else None,
            "since_release": _plain(self.since._asdict()),
        }


def summarise(resolved: ResolvedSet, as_of: date) -> Summary:
    """Return the figures of a set as of a day."""
    system, counted = resolved.index.system, totals(resolved)
    declared, forms = system.declared, form_rows(resolved)
    audiences = audience_rows(resolved, forms)
    cited = Counter[str](each.verdict for each in validities(resolved, as_of) if each.citations)
    return Summary(
        as_of=as_of,
        standards=len(resolved.index.standards),
        declared_standards=declared.standards.value if declared and declared.standards else None,
        declared_original=declared.original.value if declared and declared.original else None,
        evidence=evidence(resolved),
        needed=sum(part.needed or 0 for module in system.modules for part in module.subsystems),
        modules={each.id: counted["module"][each.id] for each in system.modules},
        origins=_in_order(counted["origin"], ORIGINS),
        stages=_in_order(counted["stage"], [each.value for each in Stage]),
        processes=_in_order(Counter[str](each.state for each in process_rows(resolved, forms)), STATES),
        audiences={"total": len(audiences), "gaps": sum(not each.standards for each in audiences)},
        forms={"total": len(forms), "unused": sum(not each.asking for each in forms)},
        reviews=_in_order(Counter[str](each.state for each in reviews(resolved, as_of)), DUES),
        references=_in_order(cited, VERDICTS),
        values=_in_order(_bases(resolved), BASES),
        conflicts=tuple(each.name for each in conflicts(resolved)),
        sites=total_sites(resolved),
        declared_sites=declared_sites(resolved),
        release=last_release(resolved, as_of),
        since=since_release(resolved, as_of),
    )


def _plain(fields: Mapping[str, str | tuple[str, ...] | None]) -> dict[str, object]:
    """Return fields as plain data: what is listed as a list."""
    return {name: list(each) if isinstance(each, tuple) else each for name, each in fields.items()}


def _in_order(counts: Counter[str], order: Sequence[str]) -> dict[str, int]:
    return {name: counts[name] for name in order}


def _bases(resolved: ResolvedSet) -> Counter[str]:
    """Return how many values have a source, how many are assumed, how many give no basis."""
    kinds = (each.parameter.basis.kind if each.parameter.basis else "none" for each in declared_values(resolved))
    return Counter(kind if kind in {ASSUMED, "none"} else "sourced" for kind in kinds)

"""The figures of the summary, counted, and the lines in which they are told."""

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
from stdkit.reports.rationale import ASSUMED, declared_values
from stdkit.reports.references import VERDICTS, validities
from stdkit.reports.system import totals
from stdkit.resolve.resolved import ResolvedSet

ORIGINS = ("original", "adapted", "adopted")
BASES = ("sourced", "assumed", "none")


class Line(NamedTuple):
    """A line of the summary."""

    item: str
    figure: int
    remark: str


class Summary(NamedTuple):
    """The figures; what is declared is ``None`` where the system declares nothing. ``references`` are the cited ones."""

    as_of: date
    standards: int
    declared_standards: int | None
    declared_original: int | None
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
    sites: int
    declared_sites: str | None

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
            "originality": {"computed": original, "declared": self.declared_original, "share": share},
            "processes": dict(self.processes),
            "audiences": dict(self.audiences),
            "forms": dict(self.forms),
            "reviews": dict(self.reviews),
            "references": {**self.references, "cited": sum(self.references.values()), "undecided": self.undecided},
            "values": {**self.values, "total": sum(self.values.values())},
            "sites": {"total": self.sites, "declared": self.declared_sites},
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
        sites=total_sites(resolved),
        declared_sites=declared_sites(resolved),
    )


def _in_order(counts: Counter[str], order: Sequence[str]) -> dict[str, int]:
    return {name: counts[name] for name in order}


def _bases(resolved: ResolvedSet) -> Counter[str]:
    """Return how many values have a source, how many are assumed, how many give no basis."""
    kinds = (each.parameter.basis.kind if each.parameter.basis else "none" for each in declared_values(resolved))
    return Counter(kind if kind in {ASSUMED, "none"} else "sourced" for kind in kinds)


def lines(resolved: ResolvedSet, found: Summary) -> list[Line]:
    """Return the lines of the summary; one of which the set says nothing is left out."""
    house = resolved.house
    told: list[tuple[str, int, str, bool]] = [
        ("standards", found.standards, _declared(resolved, found.standards, found.declared_standards), True),
        ("original", found.origins["original"], _original(resolved, found), True),
        ("needed", found.needed, _share(resolved, "summary_existing", found.standards, found.needed), found.needed > 0),
        ("stages", found.stages[Stage.PUBLISHED], _counts(resolved, "stage", found.stages), True),
        _told("processes", found.processes, _counts(resolved, "coverage", found.processes)),
        ("audiences", found.audiences["total"], _of(resolved, "gaps", found.audiences["gaps"]), found.audiences["total"] > 0),
        ("forms", found.forms["total"], _of(resolved, "unused", found.forms["unused"]), found.forms["total"] > 0),
        ("overdue", found.reviews["overdue"], _counts(resolved, "coverage", found.reviews), any(found.reviews.values())),
        ("references", found.undecided, _counts(resolved, "references", found.references), any(found.references.values())),
        _told("values", found.values, _counts(resolved, "summary", found.values)),
        ("sites", found.sites, _declared(resolved, found.sites, found.declared_sites), bool(resolved.index.system.sites)),
    ]
    return [Line(house.label(f"summary_item_{name}"), figure, remark) for name, figure, remark, shown in told if shown]


def _told(name: str, counts: Mapping[str, int], remark: str) -> tuple[str, int, str, bool]:
    total = sum(counts.values())
    return name, total, remark, total > 0


def _counts(resolved: ResolvedSet, family: str, counts: Mapping[str, int]) -> str:
    """Return the counts that are not nothing, each with its word."""
    house = resolved.house
    words = [
        house.label("summary_bar", item=house.label(f"{family}_{name}"), count=str(count))
        for name, count in counts.items()
        if count
    ]
    return house.label("separator").join(words) or house.label("nothing")


def _declared(resolved: ResolvedSet, computed: int, declared: int | str | None) -> str:
    """Return whether an announced total is the one that the files give."""
    if declared is None:
        return resolved.house.label("summary_undeclared")
    verdict = "agrees" if str(declared) == str(computed) else "differs"
    return resolved.house.label(f"summary_{verdict}", declared=str(declared))


def _original(resolved: ResolvedSet, found: Summary) -> str:
    share = _share(resolved, "summary_share", found.origins["original"], found.standards)
    declared = _declared(resolved, found.origins["original"], found.declared_original)
    return f"{share}{resolved.house.label('use_separator')}{declared}"


def _share(resolved: ResolvedSet, label: str, part: int, whole: int) -> str:
    return resolved.house.label(label, share=f"{part / whole:.0%}", count=str(part)) if whole else resolved.house.label("nothing")


def _of(resolved: ResolvedSet, name: str, count: int) -> str:
    return resolved.house.label(f"summary_{name}" if count else f"summary_no_{name}", count=str(count))

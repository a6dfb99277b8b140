"""The lines in which the summary tells its figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from stdkit.model.standard import Stage
from stdkit.reports.summary_changes import Release, Since
from stdkit.reports.summary_figures import Summary
from stdkit.resolve.resolved import ResolvedSet

NAMED = 3
"""How many conflicts are named; the report on provisions has all of them."""


class Line(NamedTuple):
    """A line of the summary."""

    item: str
    figure: int
    remark: str


def lines(resolved: ResolvedSet, found: Summary) -> list[Line]:
    """Return the lines of the summary; one of which the set says nothing is left out."""
    told = (*_existing(resolved, found), *_covered(resolved, found), *_decided(resolved, found), *_changed(resolved, found))
    return [Line(resolved.house.label(f"summary_item_{name}"), figure, remark) for name, figure, remark in told]


Told = tuple[str, int, str]


def _existing(resolved: ResolvedSet, found: Summary) -> Iterator[Told]:
    yield "standards", found.standards, _declared(resolved, found.standards, found.declared_standards)
    yield "original", found.origins["original"], _original(resolved, found)
    if found.needed:
        yield "needed", found.needed, _share(resolved, "summary_existing", found.standards, found.needed)
    yield "stages", found.stages[Stage.PUBLISHED], _counts(resolved, "stage", found.stages)


def _covered(resolved: ResolvedSet, found: Summary) -> Iterator[Told]:
    if processes := sum(found.processes.values()):
        yield "processes", processes, _counts(resolved, "coverage", found.processes)
    if found.audiences["total"]:
        yield "audiences", found.audiences["total"], _of(resolved, "gaps", found.audiences["gaps"])
    if found.forms["total"]:
        yield "forms", found.forms["total"], _of(resolved, "unused", found.forms["unused"])
    if resolved.index.system.sites:
        yield "sites", found.sites, _declared(resolved, found.sites, found.declared_sites)


def _decided(resolved: ResolvedSet, found: Summary) -> Iterator[Told]:
    """Yield what somebody has to look at."""
    if any(found.reviews.values()):
        yield "overdue", found.reviews["overdue"], _counts(resolved, "coverage", found.reviews)
    if any(found.references.values()):
        yield "references", found.undecided, _counts(resolved, "references", found.references)
    if values := sum(found.values.values()):
        counts = _counts(resolved, "summary", found.values)
        yield "values", found.values["assumed"], resolved.house.label("summary_of_values", total=str(values), counts=counts)
        yield "conflicts", len(found.conflicts), _conflicts(resolved, found.conflicts)


def _changed(resolved: ResolvedSet, found: Summary) -> Iterator[Told]:
    """Yield the last release and what has changed since; before the first one everything is new."""
    if found.release is None:
        yield "release", 0, resolved.house.label("summary_no_release")
        return
    yield "release", found.release.total, _release(resolved, found.release)
    yield "changes", found.since.total, _since(resolved, found.since)


def _release(resolved: ResolvedSet, release: Release) -> str:
    counts = {"new": len(release.new), "revised": len(release.revised), "withdrawn": len(release.withdrawn)}
    return resolved.house.label("summary_release", day=release.day, counts=_counts(resolved, "summary_change", counts))


def _since(resolved: ResolvedSet, since: Since) -> str:
    house = resolved.house
    if since.total:
        counted = _counts(resolved, "summary_change", {name: len(each) for name, each in since._asdict().items() if each})
    else:
        counted = house.label("summary_no_changes")
    return counted if since.changed is not None else counted + house.label("use_separator") + house.label("summary_unconfirmed")


def _conflicts(resolved: ResolvedSet, names: tuple[str, ...]) -> str:
    house = resolved.house
    if not names:
        return house.label("summary_no_conflicts")
    more = house.label("summary_more") if len(names) > NAMED else ""
    return house.label("summary_conflicts", names=house.label("separator").join(names[:NAMED]), more=more)


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
    searched = resolved.house.label("summary_searched", count=str(found.evidence.searched))
    return resolved.house.label("use_separator").join((share, declared, searched))


def _share(resolved: ResolvedSet, label: str, part: int, whole: int) -> str:
    return resolved.house.label(label, share=f"{part / whole:.0%}", count=str(part)) if whole else resolved.house.label("nothing")


def _of(resolved: ResolvedSet, name: str, count: int) -> str:
    return resolved.house.label(f"summary_{name}" if count else f"summary_no_{name}", count=str(count))

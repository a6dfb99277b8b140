"""Every figure of the reports against the same figure counted a second time, from the YAML files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from tests.reports import raw_figures as figures
from tests.reports.raw import Raw, entries
from tests.reports.raw_terms import candidates, clashes, term_base

Data = dict[str, Any]


def assert_system(raw: Raw, data: Data, _: date) -> None:
    assert {name: +Counter(each) for name, each in data["totals"].items()} == figures.system(raw)
    assert {each["id"] for each in data["standards"]} == set(raw.standards)
    declared = raw.system.get("declared", {})
    assert (data["declared"] is None) == (not declared)
    for key in ("standards", "original") if declared else ():
        assert str(data["declared"][key]) == str(declared.get(key))


def assert_crossref(raw: Raw, data: Data, _: date) -> None:
    counted = figures.crossref(raw)
    keys = ("from", "to", "kind", "dated", "clause", "number")
    listed = Counter(tuple(each[key] or (False if key == "dated" else "") for key in keys) for each in data["citations"])
    assert listed == counted["citations"]
    assert data["standards"] == sorted(raw.standards)
    assert {(each["number"], each["status"]) for each in data["external"]} == counted["external"]
    assert len(data["external"]) == len(counted["external"])
    assert Counter((each["from"], each["to"]) for each in data["unresolved"]) == counted["unresolved"]
    assert Counter((each["from"], each["typed"], each["kind"]) for each in data["uncited"]) == counted["uncited"]
    assert Counter((each["from"], each["to"], each["stage"]) for each in data["unreleased"]) == counted["unreleased"]
    assert {name for circle in data["cycles"] for name in circle} == counted["circling"]
    steps = {(each.standard, each.target) for each in raw.citations if each.nature == "normative" and not each.dated}
    assert all(pair in steps for circle in data["cycles"] for pair in zip(circle, (*circle[1:], circle[0]), strict=True))
    assert data["unjudged"] == []


def assert_references(raw: Raw, data: Data, day: date) -> None:
    keys = ("standard", "clause", "dated", "kind")
    listed = {}
    for each in data["documents"]:
        listed[each["number"]] = each["verdict"], {tuple(one[key] for key in keys) for one in each["cited_by"]}
    assert listed == figures.references(raw, day)
    assert len(listed) == len(data["documents"])
    for each in data["documents"]:
        entry = raw.registry.get(each["number"], {})
        assert all(each[key] == entry.get(key) for key in ("status", "checked_on", "evidence", "replaced_by"))
        assert len(each["cited_by"]) == len({tuple(one.values()) for one in each["cited_by"]})


def assert_terms(raw: Raw, data: Data, _: date) -> None:
    base = term_base(raw)
    listed = {(each["standard"], each["id"]): each for each in data["terms"]}
    assert set(listed) == set(base.names)
    assert len(data["terms"]) == sum(len(entries(each)) for each in raw.own.values())
    uses = Counter[Any]()
    for place, each in listed.items():
        uses += Counter({(place, one["standard"], one["name"], one["status"]): one["count"] for one in each["uses"]})
        source = entry_of(raw, place).get("source")
        assert (each["source"] or {}).get("document") == (source or {}).get("document")
    assert uses == base.uses
    unused = {
        (name, identifier): "inside" if base.users((name, identifier)) else "nowhere"
        for name, identifier in base.names
        if not base.users((name, identifier))
        or (raw.own[name].get("type") == "vocabulary" and set(base.users((name, identifier))) == {name})
    }
    assert {(each["standard"], each["id"]): each["verdict"] for each in data["unused"]} == unused
    synonyms = {(place, word): status for place, _, word, status in base.uses if status != "preferred"}
    assert {((each["standard"], each["id"]), each["name"]): each["status"] for each in data["synonyms"]} == synonyms
    found = {each["name"]: (each["verdict"], places(each["entries"])) for each in data["clashes"]}
    assert found == clashes(raw, base)
    assert {each["term"]: (places(each["entries"]), set(each["used_by"])) for each in data["candidates"]} == candidates(raw, base)


def entry_of(raw: Raw, place: tuple[str, str]) -> Data:
    return next(each for each in entries(raw.own[place[0]]) if each["id"] == place[1])


def places(listed: list[Data]) -> set[tuple[str, str]]:
    return {(each["standard"], each["id"]) for each in listed}


def assert_coverage(raw: Raw, data: Data, day: date) -> None:
    counted = figures.coverage(raw, day)
    assert [each["id"] for each in data["processes"]] == list(counted["processes"])
    for each in data["processes"]:
        wanted = counted["processes"][each["id"]]
        assert {key: each[key] for key in wanted if key != "cells"} == {key: wanted[key] for key in wanted if key != "cells"}
    assert data["unassigned"] == counted["unassigned"]
    audiences = {each["id"]: (Counter(each["modules"]), each["informed"], each["forms"]) for each in data["audiences"]}
    assert audiences == counted["audiences"]
    assert all(each["standards"] == sum(each["modules"].values()) for each in data["audiences"])
    forms = {}
    for each in data["forms"]:
        forms[each["standard"] or "", each["id"]] = {(one["standard"], one["place"]) for one in each["asked_by"]}
    assert forms == counted["forms"]
    assert len(forms) == len(data["forms"])
    assert {(each["form"], each["standard"], each["place"]) for each in data["missing_forms"]} == counted["missing"]
    keys = ("standard", "place", "form_standard", "form")
    assert Counter(tuple(each[key] or "" for key in keys) for each in data["evidence"]) == counted["evidence"]
    totals = data["totals"]
    assert +Counter(totals["reviews"]) == counted["reviews"]
    assert +Counter(totals["cells"]) == sum((each["cells"] for each in counted["processes"].values()), Counter())
    assert +Counter(totals["processes"]) == Counter(each["state"] for each in counted["processes"].values())
    assert (totals["forms"], totals["unused_forms"]) == (len(forms), sum(not each for each in forms.values()))
    assert data["sites"]["total"] == counted["sites"]


def assert_rationale(raw: Raw, data: Data, _: date) -> None:
    counted = figures.rationale(raw)
    listed = {
        (each["standard"], each["id"]): (each["value"], each["basis"]["kind"] if each["basis"] else "none", set(each["clauses"]))
        for each in data["values"]
    }
    assert listed == counted["values"]
    totals = data["totals"]
    assert (totals["values"], +Counter(totals["kinds"])) == (len(counted["values"]), counted["kinds"])
    assert totals["uncited"] == sum(not clauses for _, _, clauses in counted["values"].values())
    assert {each["id"]: len(each["novelty"]) for each in data["standards"]} == counted["novelty"]
    assert {each["id"] for each in data["standards"] if each["search"]} == counted["searched"]
    assert {each["id"] for each in data["adapted"]} == counted["adapted"]
    novelty = counted["novelty"].values()
    assert (totals["originals"], totals["novelty"], totals["without_novelty"], totals["searched"], totals["adapted"]) == (
        len(novelty),
        sum(novelty),
        sum(not each for each in novelty),
        len(counted["searched"]),
        len(counted["adapted"]),
    )
    assert {each["standard"] for each in data["overview"]} == set(raw.own)
    for each in data["overview"]:
        found = Counter(kind for (owner, _), (_, kind, _) in counted["values"].items() if owner == each["standard"])
        assert (each["values"], each["assumed"], each["without_basis"]) == (found.total(), found["assumed"], found["none"])


def assert_summary(raw: Raw, data: Data, day: date) -> None:
    system, values = figures.system(raw), figures.rationale(raw)["kinds"]
    declared = raw.system.get("declared", {})
    kinds = ("original", "adapted", "adopted")
    assert data["standards"]["total"] == len(raw.standards)
    assert str(data["standards"]["declared"]) == str(declared.get("standards"))
    assert data["standards"]["origins"] == {kind: system["origin"][kind] for kind in kinds}
    assert data["standards"]["stages"] == {stage: system["stage"][stage] for stage in figures.STAGES}
    assert +Counter(data["standards"]["modules"]) == system["module"]
    needed = (int(part.get("needed", 0)) for module in raw.system["modules"] for part in module["subsystems"])
    assert data["standards"]["needed"] == sum(needed)
    original = system["origin"]["original"]
    share = round(original / len(raw.standards), 4) if raw.standards else None
    assert (data["originality"]["computed"], data["originality"]["share"]) == (original, share)
    own = [each["origin"] for each in raw.standards.values() if each["origin"]["kind"] == "original"]
    assert data["originality"]["novelty"] == sum(bool(each.get("novelty")) for each in own)
    assert data["originality"]["searched"] == sum("search" in each for each in own)
    sourced = sum(values.values()) - values["assumed"] - values["none"]
    shown = {"sourced": sourced, "assumed": values["assumed"], "none": values["none"], "total": sum(values.values())}
    assert data["values"] == shown
    assert_summary_of_others(raw, data, day)
    assert_changes(raw, data, day)


def assert_summary_of_others(raw: Raw, data: Data, day: date) -> None:
    covered, judged = figures.coverage(raw, day), figures.references(raw, day)
    assert +Counter(data["processes"]) == Counter(each["state"] for each in covered["processes"].values())
    gaps = sum(not modules for modules, _, _ in covered["audiences"].values())
    assert data["audiences"] == {"total": len(covered["audiences"]), "gaps": gaps}
    assert data["forms"] == {"total": len(covered["forms"]), "unused": sum(not each for each in covered["forms"].values())}
    assert +Counter(data["reviews"]) == covered["reviews"]
    verdicts = Counter(verdict for verdict, citing in judged.values() if citing)
    assert {name: count for name, count in data["references"].items() if count and name not in {"cited", "undecided"}} == verdicts
    assert data["references"]["cited"] == sum(verdicts.values())
    assert data["references"]["undecided"] == sum(verdicts.values()) - verdicts["valid"]
    assert data["sites"]["total"] == covered["sites"]
    assert figures.conflicts(raw) == {figures.letters(name) for name in data["conflicts"]}
    assert len(data["conflicts"]) == len(figures.conflicts(raw))


def assert_changes(raw: Raw, data: Data, day: date) -> None:
    told, since = figures.release(raw, day), data["since_release"]
    assert (data["release"] is None) == (told is None)
    if told:
        assert {key: set(each) if isinstance(each, list) else each for key, each in data["release"].items()} == told
    assert {key: set(each) for key, each in since.items() if key != "changed"} == figures.since(raw, day)


RECOMPUTED: Mapping[str, Callable[[Raw, Data, date], None]] = {
    "system": assert_system,
    "crossref": assert_crossref,
    "references": assert_references,
    "terms": assert_terms,
    "coverage": assert_coverage,
    "rationale": assert_rationale,
    "summary": assert_summary,
}
"""The report on provisions is recomputed in a test of its own."""

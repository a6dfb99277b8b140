"""The figures of the reports, counted a second time from a set as its YAML files give it."""

from __future__ import annotations

import unicodedata
from collections import Counter
from datetime import date
from decimal import Decimal
from typing import Any

from tests.reports.raw import Citation, Raw
from tests.reports.raw_prose import Mention

Figures = dict[str, Any]
STAGES = ("proposed", "draft", "consultation", "trial", "review", "approval", "published", "withdrawn")


def system(raw: Raw) -> Figures:
    """Return how many standards there are by each of the things that the report on the system counts by."""
    levels = [
        raw.registry.get(each["origin"]["source"], {}).get("level", "enterprise") if name not in raw.own else "enterprise"
        for name, each in raw.standards.items()
    ]
    return {
        "module": Counter(map(raw.module, raw.standards)),
        "subsystem": Counter(each["subsystem"] for each in raw.standards.values()),
        "origin": Counter(each["origin"]["kind"] for each in raw.standards.values()),
        "stage": Counter(map(raw.stage, raw.standards)),
        "audience": Counter(word for name in raw.standards for word in raw.value(name, "applies_to") or []),
        "level": Counter(levels),
    }


def crossref(raw: Raw) -> Figures:
    """Return the citations, the documents outside, what leads nowhere, what nobody cites, and what is on a circle."""
    outside = {each.target for each in raw.citations} - set(raw.standards)
    unreleased = [
        (each.standard, each.target, raw.stage(each.target))
        for each in raw.citations
        if each.target in raw.own and raw.stage(each.target) != "published"
    ]
    return {
        "citations": Counter(
            (each.standard, each.target, each.nature, each.dated, each.clause, each.printed) for each in raw.citations
        ),
        "external": {(number, raw.registry[number]["status"]) for number in outside},
        "unresolved": Counter((name, target) for name in raw.own for target in raw.unresolved(name)),
        "uncited": Counter(_uncited(raw)),
        "unreleased": Counter(unreleased),
        "circling": circling(raw.citations, set(raw.own)),
    }


def _uncited(raw: Raw) -> list[tuple[str, str, str]]:
    found = []
    for name, each in raw.own.items():
        printed = {one.printed for one in raw.citations if one.standard == name}
        for nature, words in each.get("references", {}).items():
            for word in words:
                cited = raw.cited(name, word)
                if cited is None or cited[3] not in printed:
                    found.append((name, word, nature))
    return found


def circling(citations: list[Citation], own: set[str]) -> set[str]:
    """Return the standards that reach themselves by normative citations without a date."""
    binding: dict[str, set[str]] = {name: set() for name in own}
    for each in citations:
        if each.nature == "normative" and not each.dated and each.target in own - {each.standard}:
            binding[each.standard].add(each.target)
    found = set()
    for name in own:
        waiting, seen = list(binding[name]), set()
        while waiting:
            other = waiting.pop()
            if other not in seen:
                seen.add(other)
                waiting += binding[other]
        if name in seen:
            found.add(name)
    return found


def references(raw: Raw, day: date) -> dict[str, tuple[str, set[tuple[str, str, bool, str]]]]:
    """Return for every document its verdict on a day, and who cites it where and how."""
    sources = {name: each["origin"]["source"] for name, each in raw.standards.items() if name not in raw.own}
    citing: dict[str, set[tuple[str, str, bool, str]]] = {number: set() for number in raw.registry}
    for each in raw.citations:
        if each.target not in raw.own:
            number = sources.get(each.target, each.target)
            citing.setdefault(number, set()).add((each.standard, each.number, each.dated, each.nature))
    for name, source in sources.items():
        citing.setdefault(source, set()).add((name, "", True, "adopted"))
    return {number: (_verdict(raw.registry.get(number), day), found) for number, found in citing.items()}


def _verdict(entry: Figures | None, day: date) -> str:
    if entry is None:
        return "unregistered"
    if entry["status"] != "current":
        return str(entry["status"])
    if "implemented" in entry and date.fromisoformat(entry["implemented"]) > day:
        return "future"
    checked = entry.get("checked_on")
    return "valid" if checked and (day - date.fromisoformat(checked)).days <= 365 else "stale"


def place(number: str) -> str:
    """Return how the Chinese house prints a number: chapters and annexes have a word of their own."""
    if number and "." not in number:
        return f"第{number}章" if number.isdigit() else f"附录{number}"
    return number


def asked(raw: Raw) -> dict[tuple[str, str], set[tuple[str, str]]]:
    """Return for every form, by its standard and id, the clauses that name it."""
    found: dict[tuple[str, str], set[tuple[str, str]]] = {
        **{(name, each["id"]): set() for name, forms in raw.forms.items() for each in forms},
        **{("", each["id"]): set() for each in raw.system.get("forms", [])},
    }
    for name, mentions in raw.mentions.items():
        for each in mentions:
            form = _form_of(raw, name, each)
            own = form and form[0] == name and each.piece.annex and raw.holders[name].get(form[1]) == each.piece.number
            if form in found and not (own and each.nature == "informative"):
                found[form].add((name, place(each.piece.number)))
    return found


def _form_of(raw: Raw, name: str, mention: Mention) -> tuple[str, str] | None:
    if mention.target.startswith("form:"):
        return raw.form(name, mention.target.removeprefix("form:"))
    owner, mark, anchor = mention.target.partition("#")
    return (owner, anchor) if mark else (name, mention.target)


def coverage(raw: Raw, day: date) -> Figures:
    """Return what the report on coverage counts."""
    known, named = raw.standards, {name for each in raw.system.get("processes", []) for name in each.get("standards", [])}
    forms = asked(raw)
    filled = Counter(each.get("filled_by") for own in raw.forms.values() for each in own)
    missing = {
        (each.target.removeprefix("form:"), name, place(each.piece.number))
        for name, mentions in raw.mentions.items()
        for each in mentions
        if each.target.startswith("form:") and raw.form(name, each.target.removeprefix("form:")) is None
    }
    return {
        "processes": {each["id"]: _process(raw, each) for each in raw.system.get("processes", [])},
        "unassigned": sorted(set(known) - named) if raw.system.get("processes") else [],
        "audiences": {
            each["id"]: (
                Counter(raw.module(name) for name in known if each["id"] in (raw.value(name, "applies_to") or [])),
                sum(each["id"] in known[name].get("informs", []) for name in known),
                filled[each["id"]],
            )
            for each in raw.system.get("audiences", [])
        },
        "forms": forms,
        "missing": missing,
        "evidence": Counter((*asking, *form) for form, found in forms.items() for asking in found),
        "reviews": Counter(reviews(raw, day).values()),
        "sites": sum(int(each["count"]) for each in raw.system.get("sites", [])),
    }


def _process(raw: Raw, process: Figures) -> Figures:
    typed = process.get("standards", [])
    names = [name for name in dict.fromkeys(typed) if name in raw.standards]
    applied = Counter(word for name in names for word in raw.value(name, "applies_to") or [])
    informed = Counter(word for name in names for word in raw.standards[name].get("informs", []))
    state = "covered" if names else "explained" if process.get("note") and not typed else "gap"
    cells = Counter(
        state if not names else "applied" if applied[each["id"]] else "informed" if informed[each["id"]] else "none"
        for each in raw.system.get("audiences", [])
    )
    count = sum(len(raw.forms.get(name, [])) for name in names)
    return {"standards": names, "audiences": applied, "informed": informed, "forms": count, "state": state, "cells": cells}


def reviews(raw: Raw, day: date) -> dict[str, str]:
    """Return how the review of every standard stands that has one."""
    found = {}
    for name in raw.standards:
        due = raw.value(name, "review_due")
        if raw.stage(name) != "withdrawn" and (due or name in raw.own):
            left = (date.fromisoformat(due) - day).days if due else 0
            year = 365 if (day.month, day.day) == (2, 29) else (date(day.year + 1, day.month, day.day) - day).days
            found[name] = "none" if due is None else "overdue" if left < 0 else "soon" if left <= year else "later"
    return found


def rationale(raw: Raw) -> Figures:
    """Return what the report on reasons counts."""
    values = [(name, each) for name, one in (("", raw.system), *raw.own.items()) for each in one.get("parameters", [])]
    citing: dict[tuple[str, str], set[str]] = {}
    for name, mentions in raw.mentions.items():
        for each in mentions:
            if each.target.startswith("="):
                owner, _, value = each.target[1:].rpartition("#")
                own = any(one["id"] == value for one in raw.own[name].get("parameters", []))
                holder = owner or (name if own else "")
                number = each.piece.number if holder == name else f"{name} {each.piece.number}".strip()
                citing.setdefault((holder, value), set()).add(number)
    originals = [each for each in raw.own.values() if each["origin"]["kind"] == "original"]
    return {
        "values": {
            (name, each["id"]): (
                each["value"],
                each.get("basis", {}).get("kind", "none"),
                citing.get((name, each["id"]), set()) - {""},
            )
            for name, each in values
        },
        "kinds": Counter(each.get("basis", {}).get("kind", "none") for _, each in values),
        "novelty": {each["id"]: len(each["origin"].get("novelty", [])) for each in originals},
        "searched": {each["id"] for each in originals if "search" in each["origin"]},
        "adapted": {name for name, each in raw.own.items() if each["origin"]["kind"] == "adapted"},
    }


def conflicts(raw: Raw) -> set[str]:
    """Return the names under which different values are declared, without marks and blanks."""
    named: dict[str, set[tuple[str, str, str]]] = {}
    for one in (raw.system, *raw.own.values()):
        for each in one.get("parameters", []):
            number = str(each["value"])
            same = str(Decimal(number).normalize()) if number.replace(".", "", 1).isdigit() else number
            named.setdefault(letters(each["name"]), set()).add((same, each.get("unit", ""), each.get("bound", "")))
    return {name for name, found in named.items() if len(found) > 1}


def letters(name: str) -> str:
    """Return the letters and digits of a name."""
    return "".join(each for each in unicodedata.normalize("NFKC", name).casefold() if each.isalnum())


def release(raw: Raw, day: date) -> Figures | None:
    """Return the last day of issue, and what it brought."""
    issued = {name: raw.value(name, "issued") for name in raw.own if raw.stage(name) in {"published", "withdrawn"}}
    until = {name: on for name, on in issued.items() if on and on <= day.isoformat()}
    if not until:
        return None
    last = max(until.values())
    today = {name for name, on in until.items() if on == last}
    revised = {name for name in today if raw.own[name].get("replaces")}
    gone = {name for name in raw.own if raw.stage(name) == "withdrawn"}
    replaced = {on: {raw_name for raw_name in gone if _is_replaced(raw, raw_name, until, on)} for on in set(until.values())}
    before = {name for on, names in replaced.items() if on < last for name in names}
    return {"day": last, "new": today - revised, "revised": revised, "withdrawn": replaced[last] - before}


def since(raw: Raw, day: date) -> Figures:
    """Return what is recorded beside the releases until a day."""
    issued = {name: raw.value(name, "issued") for name in raw.own if raw.stage(name) in {"published", "withdrawn"}}
    until = {name: on for name, on in issued.items() if on and on <= day.isoformat()}
    gone = {name for name in raw.own if raw.stage(name) == "withdrawn"}
    return {
        "drafts": {name for name in raw.own if raw.stage(name) not in {"published", "withdrawn"}},
        "announced": {name for name, on in issued.items() if on and on > day.isoformat()},
        "withdrawn": {name for name in gone if not any(_is_replaced(raw, name, until, on) for on in until.values())},
    }


def _is_replaced(raw: Raw, name: str, until: dict[str, str], on: str) -> bool:
    words = [
        word
        for other, other_on in until.items()
        if other != name and other_on == on
        for word in raw.own[other].get("replaces", [])
    ]
    return raw.number(name) in words or raw.number(name).rpartition("—")[0] in words

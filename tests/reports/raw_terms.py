"""The term base counted a second time from the YAML files: every text gone through letter by letter, the longest name first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from tests.reports.raw import Raw, entries
from tests.reports.raw_prose import REFERENCE, Data

STATUSES = ("preferred", "admitted", "deprecated")
Place = tuple[str, str]


class Base(NamedTuple):
    """The entries by place with their names, and how often which standard uses which name."""

    names: dict[Place, list[tuple[str, str]]]
    uses: Counter[tuple[Place, str, str, str]]

    def users(self, place: Place) -> Counter[str]:
        """Return how often each standard uses a term."""
        found: Counter[str] = Counter()
        for (where, user, _, _), count in self.uses.items():
            found[user] += count if where == place else 0
        return +found


def term_base(raw: Raw) -> Base:
    """Return the entries and their uses; what an entry says of itself is none."""
    names = {(name, each["id"]): list(_names(raw, each)) for name, one in raw.own.items() for each in entries(one)}
    return Base(names, Counter(use for name in raw.own for use in (*_spoken(raw, names, name), *_referred(raw, names, name))))


def _names(raw: Raw, entry: Data) -> Iterator[tuple[str, str]]:
    language = raw.system.get("language", "zh")
    groups = ([entry["term"]], entry.get("admitted", []), entry.get("deprecated", []))
    for status, group in zip(STATUSES, groups, strict=True):
        yield from ((each if isinstance(each, str) else each[language], status) for each in group)


def _spoken(raw: Raw, names: dict[Place, list[tuple[str, str]]], name: str) -> Iterator[tuple[Place, str, str, str]]:
    holders: dict[str, list[tuple[Place, str]]] = {}
    lent = raw.own[name].get("terms_from", [])
    for place in sorted(names, key=lambda each: (each[0] != name, each[0] not in lent, each[0])):
        for word, status in names[place]:
            holders.setdefault(word, []).append((place, status))
    longest = sorted(holders, key=len, reverse=True)
    for owner, text in _texts(raw, name):
        shown = re.sub(r"《[^》]*》", lambda each: "\0" * len(each[0]), REFERENCE.sub("\0", text))
        quoted = [each.span() for each in re.finditer(r"“[^”]*”", shown)]
        position = 0
        while position < len(shown):
            word = next((each for each in longest if shown.startswith(each, position)), "")
            if word:
                place, status = holders[word][0]
                silent = status == "deprecated" and any(start <= position < end for start, end in quoted)
                if place != (name, owner) and not silent:
                    yield place, name, word, status
            position += len(word) or 1


def _texts(raw: Raw, name: str) -> Iterator[tuple[str, str]]:
    standard = raw.own[name]
    yield "", standard["title"]["zh"]
    waiting: list[Any] = [*standard.get("clauses", []), *standard.get("annexes", [])]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            yield "", node.get("title", "")
            waiting += [node[key] for key in ("content", "clauses", "table", "form", "figure", "flow") if key in node]
            for step in node.get("steps", []):
                yield "", step.get("ask") or step["text"]
                yield from (("", answer) for answer in step.get("answers", {}))
    for piece in raw.pieces[name]:
        yield piece.owner, re.sub(r"\s*\{#[^}]*\}\s*$|\*\*|\[\^[^\]]*\](?:: )?", "", piece.text)


def _referred(raw: Raw, names: dict[Place, list[tuple[str, str]]], name: str) -> Iterator[tuple[Place, str, str, str]]:
    for each in raw.mentions[name]:
        place = cited(raw, names, name, each.target)
        if place and place != (name, each.piece.owner):
            word, status = next((one for one in names[place] if one[0] == each.text), names[place][0])
            yield place, name, word, status


def cited(raw: Raw, names: dict[Place, list[tuple[str, str]]], name: str, target: str) -> Place | None:
    """Return the entry that a reference leads to."""
    owner, mark, anchor = target.partition("#")
    if target.startswith("term:"):
        found = [place for place in names if place[1] == target.removeprefix("term:")]
        own = [place for place in found if place[0] == name]
        return next(iter([*own, *reversed(found)]), None)
    place = (owner, anchor) if mark else (name, target)
    return place if place in names else None


def clashes(raw: Raw, base: Base) -> dict[str, tuple[str, set[Place]]]:
    """Return the names that several entries have, with the verdict."""
    held: dict[str, list[tuple[Place, str]]] = {}
    for place, names in base.names.items():
        for word, status in names:
            held.setdefault(word, []).append((place, status))
    found = {}
    for word, holders in held.items():
        places, statuses = {place for place, _ in holders}, {status for _, status in holders}
        if len(places) > 1 and statuses != {"deprecated"}:
            senses = {_sense(raw, base, place) for place in places}
            agreed = "same" if len(senses) == 1 else "differs"
            found[word] = ("contradicted" if "deprecated" in statuses else agreed, places)
    return found


def _sense(raw: Raw, base: Base, place: Place) -> str:
    entry = next(each for each in entries(raw.own[place[0]]) if each["id"] == place[1])

    def name(match: re.Match[str]) -> str:
        leads_to = cited(raw, base.names, place[0], match[1])
        return match[2] or (base.names[leads_to][0][0] if leads_to else match[1])

    return REFERENCE.sub(name, entry["definition"]).strip()


def candidates(raw: Raw, base: Base) -> dict[str, tuple[set[Place], set[str]]]:
    """Return the terms that belong in the vocabulary: their entries, and who else uses them."""
    vocabulary = {name for name, each in raw.own.items() if each.get("type") == "vocabulary"}
    known = {word for place, names in base.names.items() if place[0] in vocabulary for word, _ in names}
    grouped: dict[str, set[Place]] = {}
    for place, names in base.names.items():
        grouped.setdefault(names[0][0], set()).add(place)
    found = {}
    for word, places in grouped.items():
        own = {name for name, _ in places}
        others = {user for place in places for user in base.users(place)} - own
        if word not in known and (len(own) > 1 or len(others) > 1):
            found[word] = (places, others)
    return found

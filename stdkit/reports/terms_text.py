"""The report on terms as it is read: the term base, its uses, and what somebody has to look at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from stdkit.compose.printing import Printing
from stdkit.model.document import Block, FootnoteMark, Inline, LineBreak, Link, Strong, Text
from stdkit.model.house import House
from stdkit.reports.report import Content, heading, paragraph, table
from stdkit.reports.terms_base import Candidate, Clash, Status, Term, folded
from stdkit.reports.terms_tbx import source_text
from stdkit.resolve.resolved import ResolvedSet

NAME = "terms"
SYNONYMS: tuple[Status, ...] = ("deprecated", "admitted")


class Findings(NamedTuple):
    """The term base and what was found in it."""

    terms: tuple[Term, ...]
    clashes: tuple[Clash, ...]
    synonyms: tuple[tuple[Term, str, Status], ...]
    unused: tuple[tuple[Term, str], ...]
    candidates: tuple[Candidate, ...]


class Part(NamedTuple):
    """A heading with a table: its columns with their widths, those to the left, and its rows."""

    name: str
    columns: dict[str, float]
    left: tuple[int, ...]
    rows: Sequence[Sequence[Content]]


def terms_blocks(resolved: ResolvedSet, found: Findings) -> list[Block]:
    """Return the text of the report; a part without rows says so."""
    house = resolved.house
    blocks: list[Block] = [paragraph(_summary(house, found)), paragraph(house.label("terms_note"))]
    for part in (
        _clashes(resolved, found),
        _synonyms(resolved, found),
        _unused(resolved, found),
        _candidates(resolved, found),
        _base(resolved, found),
        _used(resolved, found),
    ):
        blocks.append(heading(NAME, part.name, house.label(f"terms_{part.name}")))
        head = [house.label(f"terms_column_{name}") for name in part.columns]
        shown = table(head, part.rows, tuple(part.columns.values()), part.left)
        blocks.append(shown if part.rows else paragraph(house.label("terms_none")))
    return blocks


def synonym_uses(term: Term, name: str) -> dict[str, int]:
    """Return the standards that use a term by one of its names, and how often."""
    return {use.standard: use.times for use in term.uses if folded(use.name) == folded(name)}


def users_text(house: House, users: dict[str, int]) -> str:
    """Return standards with counts on one line."""
    listed = (house.label("terms_users", standard=name, count=str(count)) for name, count in users.items())
    return house.label("separator").join(listed) or house.label("nothing")


def definition_text(resolved: ResolvedSet, term: Term) -> str:
    """Return the definition of a term as printed, without marks."""
    return Printing(resolved, resolved.standards[term.standard]).plain(term.entry.definition)


def reason_text(house: House, candidate: Candidate) -> str:
    """Return why a term belongs in the vocabulary."""
    counts = {"defined": len({each.standard for each in candidate.terms}), "used": len(candidate.users)}
    reasons = [house.label(f"terms_reason_{name}", count=str(count)) for name, count in counts.items() if count > 1]
    return house.label("use_separator").join(reasons)


def entry_text(house: House, term: Term) -> str:
    """Return where an entry stands, shortly: the id of the standard and the number of the entry."""
    return house.label("terms_entry", standard=term.standard, number=term.label.number)


def _summary(house: House, found: Findings) -> str:
    counts: dict[str, int] = {
        "terms": len(found.terms),
        "standards": len({each.standard for each in found.terms}),
        "used": sum(bool(each.uses) for each in found.terms),
        "unused": sum(not each.uses for each in found.terms),
        "clashes": len(found.clashes),
        "candidates": len(found.candidates),
    }
    for status in SYNONYMS:
        counts[status] = sum(each == status for _, _, each in found.synonyms)
    return house.label("terms_summary", **{name: str(count) for name, count in counts.items()})


def _entry(resolved: ResolvedSet, term: Term) -> tuple[Inline, ...]:
    return (Link(entry_text(resolved.house, term), f"{term.standard}/{term.label.anchor}"),)


def _entries(resolved: ResolvedSet, terms: Sequence[Term]) -> tuple[Inline, ...]:
    joint = Text(resolved.house.label("separator"))
    return tuple(inline for each in terms for inline in (joint, *_entry(resolved, each)))[1:]


def _base(resolved: ResolvedSet, found: Findings) -> Part:
    house, language = resolved.house, resolved.index.language
    rows: list[Sequence[Content]] = []
    for term in found.terms:
        users = term.users
        total = house.label("terms_total", standards=str(len(users)), count=str(sum(users.values())))
        rows.append(
            (
                _names(house, term, language),
                foreign_name(term, language) or house.label("nothing"),
                _definition(resolved, term),
                source_text(house, term.entry.source) if term.entry.source else house.label("nothing"),
                _entry(resolved, term),
                total if users else house.label("nothing"),
            )
        )
    columns = {"term": 0.18, "foreign": 0.17, "definition": 0.28, "source": 0.1, "defined": 0.14, "use": 0.13}
    return Part("base", columns, (0, 1, 2), rows)


def foreign_name(term: Term, language: str) -> str:
    """Return the preferred name in the other language, empty where there is none."""
    word = term.entry.term.zh if language == "en" else term.entry.term.en
    return word.text if word else ""


def names_text(house: House, term: Term, status: Status, language: str) -> str:
    """Return the names of a term with a status on one line."""
    return house.label("separator").join(name for name, each in term.names(language) if each == status)


def _names(house: House, term: Term, language: str) -> tuple[Inline, ...]:
    others = [
        (LineBreak(), Text(house.label(f"terms_names_{status}", names=names)))
        for status in reversed(SYNONYMS)
        if (names := names_text(house, term, status, language))
    ]
    return (Strong((Text(term.name(language)),)), *(inline for pair in others for inline in pair))


def _definition(resolved: ResolvedSet, term: Term) -> tuple[Inline, ...]:
    printed = Printing(resolved, resolved.standards[term.standard]).inlines(term.entry.definition)
    return tuple(each for each in printed if not isinstance(each, FootnoteMark))


def _used(resolved: ResolvedSet, found: Findings) -> Part:
    language = resolved.index.language
    rows = [
        (each.name(language), _entry(resolved, each), users_text(resolved.house, each.users)) for each in found.terms if each.uses
    ]
    return Part("used", {"term": 0.22, "defined": 0.14, "users": 0.64}, (0, 2), rows)


def _clashes(resolved: ResolvedSet, found: Findings) -> Part:
    house = resolved.house
    rows = [
        (each.name, house.label(f"terms_verdict_{each.verdict}"), *_defined(resolved, term))
        for each in found.clashes
        for term in each.terms
    ]
    return Part("clashes", {"name": 0.2, "verdict": 0.16, "defined": 0.14, "definition": 0.5}, (0, 3), rows)


def _defined(resolved: ResolvedSet, term: Term) -> tuple[Content, Content]:
    return _entry(resolved, term), _definition(resolved, term)


def _synonyms(resolved: ResolvedSet, found: Findings) -> Part:
    house, language = resolved.house, resolved.index.language
    rows = [
        (
            name,
            house.label(f"terms_status_{status}"),
            term.name(language),
            _entry(resolved, term),
            users_text(house, synonym_uses(term, name)),
        )
        for term, name, status in found.synonyms
    ]
    return Part("synonyms", {"name": 0.2, "status": 0.11, "term": 0.2, "defined": 0.14, "users": 0.35}, (0, 2, 4), rows)


def _unused(resolved: ResolvedSet, found: Findings) -> Part:
    house, language = resolved.house, resolved.index.language
    rows = [
        (term.name(language), _entry(resolved, term), house.label(f"terms_unused_{verdict}")) for term, verdict in found.unused
    ]
    return Part("unused", {"term": 0.4, "defined": 0.2, "verdict": 0.4}, (0, 2), rows)


def _candidates(resolved: ResolvedSet, found: Findings) -> Part:
    house = resolved.house
    rows = [
        (
            each.name,
            _entries(resolved, each.terms),
            reason_text(house, each),
            house.label("separator").join(each.users) or house.label("nothing"),
        )
        for each in found.candidates
    ]
    return Part("candidates", {"term": 0.22, "defined": 0.18, "reason": 0.24, "others": 0.36}, (0, 2, 3), rows)

"""The spreadsheet of the report on terms: the term base first, then each list of the report."""

from __future__ import annotations

from collections.abc import Sequence

from stdkit.model.sheets import Sheet, Value
from stdkit.reports.report import sheet_rows
from stdkit.reports.terms_base import Term
from stdkit.reports.terms_tbx import source_text
from stdkit.reports.terms_text import (
    Findings,
    definition_text,
    entry_text,
    foreign_name,
    names_text,
    reason_text,
    synonym_uses,
)
from stdkit.resolve.resolved import ResolvedSet

BASE = (
    "standard",
    "clause",
    "term",
    "foreign",
    "admitted",
    "deprecated",
    "definition",
    "source",
    "standards",
    "count",
)


def terms_sheets(resolved: ResolvedSet, found: Findings) -> tuple[Sheet, ...]:
    """Return the term base, a row for every use, and the lists of what somebody has to look at."""
    language = resolved.index.language
    uses = [
        (each.name(language), entry_text(resolved.house, each), use.standard, use.name, _status(resolved, use.status), use.times)
        for each in found.terms
        for use in each.uses
    ]
    return (
        _sheet(resolved, "base", BASE, [_row(resolved, each) for each in found.terms]),
        _sheet(resolved, "used", ("term", "defined", "standard", "name", "status", "count"), uses),
        *_lists(resolved, found),
    )


def _lists(resolved: ResolvedSet, found: Findings) -> tuple[Sheet, ...]:
    house, language = resolved.house, resolved.index.language
    clashes = [
        (each.name, house.label(f"terms_verdict_{each.verdict}"), entry_text(house, term), definition_text(resolved, term))
        for each in found.clashes
        for term in each.terms
    ]
    synonyms = [
        (name, _status(resolved, status), term.name(language), entry_text(house, term), standard, count)
        for term, name, status in found.synonyms
        for standard, count in synonym_uses(term, name).items()
    ]
    unused = [
        (term.name(language), entry_text(house, term), house.label(f"terms_unused_{verdict}")) for term, verdict in found.unused
    ]
    candidates = [
        (
            each.name,
            house.label("separator").join(entry_text(house, term) for term in each.terms),
            reason_text(house, each),
            house.label("separator").join(each.users),
        )
        for each in found.candidates
    ]
    return (
        _sheet(resolved, "clashes", ("name", "verdict", "defined", "definition"), clashes),
        _sheet(resolved, "synonyms", ("name", "status", "term", "defined", "standard", "count"), synonyms),
        _sheet(resolved, "unused", ("term", "defined", "verdict"), unused),
        _sheet(resolved, "candidates", ("term", "defined", "reason", "others"), candidates),
    )


def _sheet(resolved: ResolvedSet, name: str, columns: Sequence[str], rows: Sequence[Sequence[Value]]) -> Sheet:
    house = resolved.house
    return Sheet(house.label(f"terms_{name}"), tuple(house.label(f"terms_column_{each}") for each in columns), sheet_rows(rows))


def _status(resolved: ResolvedSet, status: str) -> str:
    return resolved.house.label(f"terms_status_{status}")


def _row(resolved: ResolvedSet, term: Term) -> tuple[Value, ...]:
    house, language = resolved.house, resolved.index.language
    return (
        resolved.number(term.standard),
        term.label.number,
        term.name(language),
        foreign_name(term, language),
        names_text(house, term, "admitted", language),
        names_text(house, term, "deprecated", language),
        definition_text(resolved, term),
        source_text(house, term.entry.source) if term.entry.source else None,
        len(term.users),
        sum(term.users.values()),
    )

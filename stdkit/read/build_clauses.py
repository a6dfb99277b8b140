"""Clauses, annexes, terms: the parts of a standard that hold its text."""

from __future__ import annotations

from dataclasses import replace

from stdkit.model.standard import Annex, Clause, TermEntry, TermGroup, TermSource
from stdkit.read.build_blocks import build_content
from stdkit.read.fields import Fields


def build_clauses(fields: Fields, key: str = "clauses") -> tuple[Clause, ...]:
    """Return the chapters or clauses of a list."""
    return tuple(_clause(each) for each in fields.mappings(key))


def build_annexes(fields: Fields) -> tuple[Annex, ...]:
    """Return the annexes of a standard."""
    return tuple(
        Annex(
            id=each.required_word("id"),
            title=each.required_word("title"),
            at=each.at,
            nature=each.word("nature"),
            content=build_content(each, "content"),
            clauses=build_clauses(each),
        )
        for each in fields.mappings("annexes")
    )


def build_terms(fields: Fields) -> tuple[TermEntry | TermGroup, ...]:
    """Return the term entries of a standard, and the groups of them."""
    return tuple(_group(each) if "terms" in each else _entry(each) for each in fields.mappings("terms"))


def _clause(fields: Fields) -> Clause:
    return Clause(
        at=fields.at,
        id=fields.word("id"),
        title=fields.word("title"),
        lead=fields.word("lead"),
        content=build_content(fields, "content"),
        clauses=build_clauses(fields),
        verifies=fields.words("verifies"),
    )


def _group(fields: Fields) -> TermGroup:
    entries = tuple(_entry(each) for each in fields.mappings("terms"))
    return TermGroup(fields.word("id"), fields.required_word("title"), entries, fields.at)


def _entry(fields: Fields) -> TermEntry:
    entry = TermEntry(
        id=fields.required_word("id"),
        term=fields.title("term"),
        definition=fields.inlines("definition"),
        at=fields.at,
        admitted=fields.titles("admitted"),
        deprecated=fields.titles("deprecated"),
        notes=fields.paragraphs("notes"),
        examples=fields.paragraphs("examples"),
    )
    source = fields.mapping("source")
    if source is None:
        return entry
    found = TermSource(source.required("document"), source.text("clause"), source.flag("modified"))
    return replace(entry, source=found)

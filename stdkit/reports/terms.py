"""The term base of a set: what is defined where and used where; what clashes, is unused, or belongs in the vocabulary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stdkit.reports.report import Question, Report, report_document
from stdkit.reports.terms_base import Status, Term, candidates, clashes
from stdkit.reports.terms_sheets import terms_sheets
from stdkit.reports.terms_tbx import tbx
from stdkit.reports.terms_text import NAME, SYNONYMS, Findings, definition_text, synonym_uses, terms_blocks
from stdkit.reports.terms_uses import term_base
from stdkit.resolve.resolved import ResolvedSet

__all__ = ["NAME", "report", "tbx", "term_findings"]


def report(resolved: ResolvedSet, question: Question) -> Report:
    """Return the term base with what somebody has to look at."""
    del question  # nothing here depends on a day
    found = term_findings(resolved)
    document = report_document(resolved, NAME, terms_blocks(resolved, found))
    return Report(document, _data(resolved, found), terms_sheets(resolved, found))


def term_findings(resolved: ResolvedSet) -> Findings:
    """Return the term base of a set and what is found in it."""
    terms = term_base(resolved)
    language = resolved.index.language
    return Findings(
        terms,
        clashes(resolved, terms),
        tuple(_synonyms(terms, language)),
        tuple(_unused(terms)),
        candidates(resolved, terms),
    )


def _synonyms(terms: Sequence[Term], language: str) -> Iterator[tuple[Term, str, Status]]:
    """Yield the names in use that are not the preferred ones, the deprecated ones first."""
    for wanted in SYNONYMS:
        for term in terms:
            for name, status in term.names(language):
                if status == wanted and any(use.name == name and use.status == status for use in term.uses):
                    yield term, name, status


def _unused(terms: Sequence[Term]) -> Iterator[tuple[Term, str]]:
    """Yield the terms that nothing uses, and those of a vocabulary that no other standard uses."""
    for term in terms:
        if not term.uses:
            yield term, "nowhere"
        elif term.vocabulary and not term.others:
            yield term, "inside"


def _data(resolved: ResolvedSet, found: Findings) -> dict[str, object]:
    language = resolved.index.language
    return {
        "terms": [_term_data(resolved, each) for each in found.terms],
        "clashes": [
            {
                "name": each.name,
                "verdict": each.verdict,
                "entries": [{**_place(term), "definition": definition_text(resolved, term)} for term in each.terms],
            }
            for each in found.clashes
        ],
        "synonyms": [
            {"name": name, "status": status, "term": term.name(language), **_place(term), "used_by": synonym_uses(term, name)}
            for term, name, status in found.synonyms
        ],
        "unused": [{"term": term.name(language), **_place(term), "verdict": verdict} for term, verdict in found.unused],
        "candidates": [
            {"term": each.name, "entries": [_place(term) for term in each.terms], "used_by": list(each.users)}
            for each in found.candidates
        ],
    }


def _place(term: Term) -> dict[str, str]:
    return {"standard": term.standard, "id": term.entry.id.text, "clause": term.label.number}


def _term_data(resolved: ResolvedSet, term: Term) -> dict[str, object]:
    entry, language = term.entry, resolved.index.language
    source = entry.source
    names = list(term.names(language))
    return {
        **_place(term),
        "term": {"zh": entry.term.zh.text if entry.term.zh else None, "en": entry.term.en.text if entry.term.en else None},
        "admitted": [name for name, status in names if status == "admitted"],
        "deprecated": [name for name, status in names if status == "deprecated"],
        "definition": definition_text(resolved, term),
        "source": {"document": source.document, "clause": source.clause, "modified": source.modified} if source else None,
        "vocabulary": term.vocabulary,
        "uses": [{"standard": use.standard, "name": use.name, "status": use.status, "count": use.times} for use in term.uses],
    }

"""Who cites whom: the citations among the standards and of documents outside, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stdkit.check.places import Places
from stdkit.check.references import typed_references
from stdkit.model.diagnostics import Span
from stdkit.model.standard import Stage
from stdkit.model.text import Word
from stdkit.reports.crossref_rows import Crossref, Row, Wrong
from stdkit.reports.crossref_sheets import crossref_sheets
from stdkit.reports.crossref_text import crossref_blocks
from stdkit.reports.report import Question, Report, report_document
from stdkit.resolve.circles import binding, circles
from stdkit.resolve.citations import Nature
from stdkit.resolve.numbering import TERMS
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard
from stdkit.resolve.targets import UnknownTarget

NAME = "crossref"


class _Reader(NamedTuple):
    """Finds the printed numbers of one standard."""

    resolved: ResolvedSet
    standard: ResolvedStandard
    places: Places
    mentioned: frozenset[Span]

    def place(self, at: Span) -> str | None:
        """Return the printed number around a citation; the terms of another document are taken over in chapter 3."""
        if at not in self.mentioned:
            return self.resolved.house.form("chapter", number=str(TERMS))
        return self.places.around(at)


def report(resolved: ResolvedSet, question: Question) -> Report:
    """Return the citations of a set; circles are those of normative citations without a date."""
    found = cross_references(resolved)
    blocks = crossref_blocks(resolved, found)
    return Report(
        report_document(resolved, NAME, blocks),
        _data(resolved, found, question.prefix),
        crossref_sheets(resolved, found, question.prefix),
    )


def cross_references(resolved: ResolvedSet) -> Crossref:
    """Return the citations of a set and what is wrong with them."""
    rows: list[Row] = []
    unresolved: list[Wrong] = []
    unjudged: list[Wrong] = []
    uncited: list[Wrong] = []
    for standard in resolved.standards.values():
        reader = _Reader(
            resolved, standard, Places(standard, resolved.house), frozenset(each.reference.at for each in standard.mentions)
        )
        rows += _rows(reader)
        unresolved += _unresolved(reader, judged=True)
        unjudged += _unresolved(reader, judged=False)
        uncited += _uncited(reader)
    found = tuple(circles(binding(resolved)))
    return Crossref(tuple(rows), tuple(unresolved), tuple(unjudged), tuple(uncited), found)


def _rows(reader: _Reader) -> Iterator[Row]:
    standards = reader.resolved.index.standards
    for each in reader.standard.citations:
        cited = standards.get(each.target)
        stage = cited.stage if cited and not cited.adopted and cited.stage is not Stage.PUBLISHED else None
        yield Row(reader.standard.id, each, reader.place(each.at), reader.standard.standard.path, stage)


def _unresolved(reader: _Reader, *, judged: bool) -> Iterator[Wrong]:
    """Yield what leads nowhere, or, not judged, what may lead into a file that could not be read."""
    path = reader.standard.standard.path
    for mention, found in reader.standard.followed:
        reference = mention.reference
        if isinstance(found, UnknownTarget) and found.judged is judged:
            place, target = reader.place(reference.at), reference.target
            yield Wrong(reader.standard.id, target, target, mention.nature, place, path, reference.at.line)


def _uncited(reader: _Reader) -> Iterator[Wrong]:
    """Yield what an author has typed under ``references`` and no text cites, with whatever the register does not know."""
    standard = reader.standard.standard
    cited = {each.printed for each in reader.standard.citations}
    natures: tuple[tuple[Nature, tuple[Word, ...]], ...] = (
        ("normative", standard.references.normative),
        ("informative", standard.references.informative),
    )
    for nature, words in natures:
        if words:
            known = dict(typed_references(reader.standard, reader.resolved, nature))
            for word in words:
                if word not in known or known[word].printed not in cited:
                    target = known[word].target if word in known else word.text
                    yield Wrong(standard.id.text, target, word.text, nature, None, standard.path, word.at.line)


def _data(resolved: ResolvedSet, found: Crossref, prefix: str) -> dict[str, object]:
    registry = resolved.index.registry
    outside = sorted({row.citation.target for row in found.rows if row.citation.target not in resolved.index.standards})
    return {
        "standards": sorted(resolved.index.standards),
        "external": [{"number": each, "status": registry[each].status if each in registry else None} for each in outside],
        "citations": [_citation(row, prefix) for row in found.rows],
        "unresolved": [_wrong(each, prefix) for each in found.unresolved],
        "unjudged": [_wrong(each, prefix) for each in found.unjudged],
        "uncited": [_wrong(each, prefix) for each in found.uncited],
        "cycles": [list(circle) for circle in found.circles],
        "unreleased": [
            {"from": row.standard, "to": row.citation.target, "stage": row.stage.value, "place": row.place}
            for row in found.rows
            if row.stage
        ],
    }


def _citation(row: Row, prefix: str) -> dict[str, object]:
    return {
        "from": row.standard,
        "to": row.citation.target,
        "kind": row.citation.nature,
        "dated": row.citation.dated,
        "clause": row.citation.clause,
        "place": row.place,
        "path": prefix + row.path,
        "line": row.citation.at.line,
        "number": row.citation.printed,
    }


def _wrong(each: Wrong, prefix: str) -> dict[str, object]:
    return {
        "from": each.standard,
        "to": each.target,
        "typed": each.typed,
        "kind": each.nature,
        "place": each.place,
        "path": prefix + each.path,
        "line": each.line,
    }

"""The register of provisions: what every sentence asks, of whom, when, with which record, and how that is verified."""

from __future__ import annotations

from collections.abc import Sequence

from stdkit.compose.duties import MUST
from stdkit.compose.reader import Reader, reader_of
from stdkit.reports.burden_rows import burden
from stdkit.reports.provisions_conflicts import Conflict, conflicts
from stdkit.reports.provisions_rows import Row, rows
from stdkit.reports.provisions_text import NAME, Register, provisions_blocks, provisions_sheets
from stdkit.reports.report import Question, Report, report_document
from stdkit.resolve.resolved import ResolvedSet


def report(resolved: ResolvedSet, question: Question) -> Report:
    """Return the register of provisions, for a post or an audience only what it must do.

    Raises ``StdkitError`` for a post that the set does not have.
    """
    reader = reader_of(resolved, question.post)
    listed = rows(resolved, statements=question.all_sentences)
    chosen = tuple(row for row in listed if _wanted(row, reader, all_sentences=question.all_sentences))
    found = _about(conflicts(resolved), chosen) if reader else conflicts(resolved)
    register = Register(chosen, found, burden(resolved, reader), reader)
    return Report(
        report_document(resolved, NAME, provisions_blocks(resolved, register)),
        _data(resolved, register, question.prefix),
        provisions_sheets(resolved, register, question.prefix),
    )


def _about(found: Sequence[Conflict], chosen: Sequence[Row]) -> tuple[Conflict, ...]:
    """Return the conflicts that one of the entries is a side of."""
    there = {(row.path, row.text) for row in chosen}
    return tuple(each for each in found if any((side.path, side.sentence) in there for side in each.sides))


def _wanted(row: Row, reader: Reader | None, *, all_sentences: bool) -> bool:
    """Return whether a sentence is listed: for a reader what it must do, with ``all_sentences`` whatever it does."""
    if reader and not reader.is_one_of(row.parts.actor, row.standard):
        return False
    return all_sentences or reader is None or bool(MUST & set(row.kinds))


def _data(resolved: ResolvedSet, register: Register, prefix: str) -> list[dict[str, object]]:
    standards = resolved.index.standards
    disputed: dict[tuple[str, str], list[str]] = {}
    for conflict in register.conflicts:
        for side in conflict.sides:
            disputed.setdefault((side.path, side.sentence), []).append(conflict.name)
    return [
        {
            "standard": row.standard,
            "place": row.place,
            "path": prefix + row.path,
            "line": row.line,
            "text": row.text,
            "kinds": [kind.value for kind in row.kinds],
            **row.parts._asdict(),
            "confirmation": list(row.confirmation),
            "confirms": row.confirms,
            "audience": [word.text for word in standards[row.standard].applies_to],
            "table": row.table,
            "parameters": [{"name": name, "value": value} for name, value in row.values],
            "conflicts": list(dict.fromkeys(disputed.get((row.path, row.text), ()))),
        }
        for row in register.rows
    ]

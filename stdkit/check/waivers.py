"""What authors have waived: findings beneath a waiver are dropped, a waiver that drops nothing is a finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stdkit.check.catalogue import ids
from stdkit.model.diagnostics import Diagnostic, Severity, slots
from stdkit.model.standard import Waiver
from stdkit.resolve.resolved import ResolvedSet

SYSTEM = "system.yaml"


class Judged(NamedTuple):
    """What was not judged: files with a wrong reference, rules that are off or withheld."""

    stopped: frozenset[str]
    silent: frozenset[str]


class _Placed(NamedTuple):
    """A waiver and the file that it stands in; one of ``system.yaml`` covers the whole set."""

    path: str
    waiver: Waiver

    def covers(self, diagnostic: Diagnostic) -> bool:
        if self.waiver.rule.text != diagnostic.rule:
            return False
        if self.path == SYSTEM:
            return True
        line, column, end_line, end_column = self.waiver.covers
        return self.path == diagnostic.path and (line, column) <= diagnostic.span[:2] < (end_line, end_column)


def waived(found: Sequence[Diagnostic], resolved: ResolvedSet, judged: Judged) -> Iterator[Diagnostic]:
    """Yield what no waiver covers, then the waivers that cover nothing although their rule has run."""
    placed = list(_placed(resolved))
    used: set[int] = set()
    for diagnostic in found:
        covering = [number for number, each in enumerate(placed) if each.covers(diagnostic)]
        used.update(covering)
        if not covering:
            yield diagnostic
    known = ids() - judged.silent
    partial = bool(judged.stopped or resolved.source.incomplete)
    for number, (path, waiver) in enumerate(placed):
        ran = waiver.rule.text in known and not (partial if path == SYSTEM else path in judged.stopped)
        if ran and number not in used:
            values = slots(rule=waiver.rule.text)
            yield Diagnostic(path, waiver.rule.at, "waiver-unused", Severity.WARNING, values)


def _placed(resolved: ResolvedSet) -> Iterator[_Placed]:
    for waiver in resolved.index.system.waivers:
        yield _Placed(SYSTEM, waiver)
    for standard in resolved.index.standards.values():
        for waiver in standard.waivers:
            yield _Placed(standard.path, waiver)

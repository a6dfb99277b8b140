"""Run the rules over a set: stages, house, profile, places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from stdkit.check.catalogue import Rule, ids, rules
from stdkit.check.places import Places
from stdkit.check.waivers import Judged, waived
from stdkit.model.diagnostics import Diagnostic, Finding, Severity, Span, slots
from stdkit.model.standard import Stage
from stdkit.model.text import Word
from stdkit.resolve.references import near_hint
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

SYSTEM = "system.yaml"


def check(resolved: ResolvedSet, *, stage: Stage | None = None) -> tuple[Diagnostic, ...]:
    """Return the findings of all rules, sorted; ``stage`` judges every standard as if it were at that stage.

    A standard with a wrong reference or id is not judged further. Rules that a file could change which cannot be read are
    withheld, with one note.
    """
    sound = [each for each in resolved.standards.values() if not _has_error(each.diagnostics)]
    withheld = {rule.id for rule in rules() if rule.whole} if resolved.source.incomplete else set()
    settings = _settings(resolved)
    silent = withheld | {rule for rule, severity in settings.items() if severity is None}
    running = [rule for rule in rules() if rule.id not in silent]
    found: list[Diagnostic] = [_withheld(resolved)] if withheld else []
    own = [rule for rule in running if rule.scope == "standard"]
    for standard in sound:  # all rules of one standard before the next: what it holds is still at hand for the processor
        found.extend(_of_standard(standard, own, resolved, stage))
    found.extend(_of_set([rule for rule in running if rule.scope == "set"], resolved, stage))
    weighed = [each for each in (_weighed(each, settings) for each in found) if each]
    stopped = {each.standard.path for each in resolved.standards.values()} - {each.standard.path for each in sound}
    kept = waived(weighed, resolved, Judged(frozenset(stopped), frozenset(silent)))
    return tuple(sorted((*kept, *_unknown_rules(resolved))))


def _has_error(diagnostics: Iterable[Diagnostic]) -> bool:
    return any(each.severity is Severity.ERROR for each in diagnostics)


def _of_standard(
    standard: ResolvedStandard, running: Sequence[Rule], resolved: ResolvedSet, stage: Stage | None
) -> Iterator[Diagnostic]:
    path, places = standard.standard.path, None
    for rule in running:
        for finding in rule.check(standard, resolved):
            places = places or Places(standard, resolved.house)
            severity = rule.severity(stage or standard.standard.stage)
            yield _diagnostic(finding, rule.id, severity, path, places.around(finding.at))


def _of_set(running: Sequence[Rule], resolved: ResolvedSet, stage: Stage | None) -> Iterator[Diagnostic]:
    stages = {each.path: each.stage for each in resolved.index.standards.values()}
    by_path = {each.standard.path: each for each in resolved.standards.values()}
    for rule in running:
        for finding in rule.check(resolved):
            path = finding.path or SYSTEM
            place = Places(by_path[path], resolved.house).around(finding.at) if path in by_path else None
            severity = rule.severity(stage or stages.get(path, Stage.PUBLISHED))
            yield _diagnostic(finding, rule.id, severity, path, place)


def _diagnostic(finding: Finding, rule: str, severity: Severity, path: str, place: str | None) -> Diagnostic:
    return Diagnostic(path, finding.at, rule, severity, finding.values, place, finding.fix)


def _withheld(resolved: ResolvedSet) -> Diagnostic:
    values = slots(count=str(len(resolved.source.failed) + resolved.source.registry_failed))
    return Diagnostic(SYSTEM, Span(1, 1, 1, 1), "set-incomplete", Severity.NOTE, values)


def _settings(resolved: ResolvedSet) -> dict[str, Severity | None]:
    """Return the weights that the house and, over it, the profile give; ``None`` is off."""
    profile = {each.rule.text: each.severity for each in resolved.index.system.settings}
    return {**resolved.house.severities, **profile}


def _weighed(diagnostic: Diagnostic, settings: Mapping[str, Severity | None]) -> Diagnostic | None:
    """Return a diagnostic with the weight of the house and the profile, ``None`` when it is off."""
    if diagnostic.rule not in settings:
        return diagnostic
    severity = settings[diagnostic.rule]
    return replace(diagnostic, severity=severity) if severity else None


def _unknown_rules(resolved: ResolvedSet) -> Iterator[Diagnostic]:
    known = ids()
    named: list[tuple[str, Word]] = [(SYSTEM, each.rule) for each in resolved.index.system.settings]
    named += [(SYSTEM, each.rule) for each in resolved.index.system.waivers]
    named += [(each.path, waiver.rule) for each in resolved.index.standards.values() for waiver in each.waivers]
    for path, word in named:
        if word.text not in known:
            values = slots(rule=word.text, hint=near_hint(word.text, known))
            yield Diagnostic(path, word.at, "rule-unknown", Severity.ERROR, values)

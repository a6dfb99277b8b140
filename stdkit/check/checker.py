"""Run the rules over a set: profile, stages, waivers, places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from stdkit.check.catalogue import Rule, pages, rules
from stdkit.check.places import Places
from stdkit.model.diagnostics import Bilingual, Diagnostic, Finding, Severity, Span, slots
from stdkit.model.standard import Stage, Waiver
from stdkit.model.text import Word
from stdkit.resolve.references import nearest
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

SYSTEM = "system.yaml"
MOST_PLACES = 50  # of one finding of the set, so that a slip in a list does not fill the screen


def check(resolved: ResolvedSet, *, stage: Stage | None = None) -> tuple[Diagnostic, ...]:
    """Return the findings of all rules, sorted; ``stage`` judges every standard as if it were at that stage.

    A standard with a wrong reference or id is not judged further. Rules of the whole set are withheld, with one note, while a
    file cannot be read.
    """
    sound = [each for each in resolved.standards.values() if not _has_error(each.diagnostics)]
    found: list[Diagnostic] = []
    for rule in rules():
        if rule.scope == "standard":
            for standard in sound:
                found.extend(_of_standard(rule, standard, resolved, stage))
    if resolved.source.failed:
        found.append(_withheld(resolved))
    else:
        found.extend(each for rule in rules() if rule.scope == "set" for each in _of_set(rule, resolved, stage))
    weighed = [each for each in (_weighed(each, resolved) for each in found) if each]
    kept = _waived(weighed, sound, resolved)
    return tuple(sorted((*kept, *_unknown_rules(resolved))))


def _has_error(diagnostics: Iterable[Diagnostic]) -> bool:
    return any(each.severity is Severity.ERROR for each in diagnostics)


def _of_standard(rule: Rule, standard: ResolvedStandard, resolved: ResolvedSet, stage: Stage | None) -> Iterator[Diagnostic]:
    findings = list(rule.check(standard, resolved))
    if not findings:
        return
    places = Places(standard, resolved.house)
    severity = rule.severity(stage or standard.standard.stage)
    for finding in findings:
        place = places.around(finding.at)
        yield _diagnostic(finding, rule.id, severity, standard.standard.path, place)


def _of_set(rule: Rule, resolved: ResolvedSet, stage: Stage | None) -> Iterator[Diagnostic]:
    for finding in rule.check(resolved):
        yield _diagnostic(finding, rule.id, rule.severity(stage or Stage.PUBLISHED), SYSTEM, None)


def _diagnostic(finding: Finding, rule: str, severity: Severity, path: str, place: str | None) -> Diagnostic:
    return Diagnostic(finding.path or path, finding.at, rule, severity, finding.values, place, finding.fix)


def _withheld(resolved: ResolvedSet) -> Diagnostic:
    values = slots(count=str(len(resolved.source.failed)))
    return Diagnostic(SYSTEM, Span(1, 1, 1, 1), "set-incomplete", Severity.NOTE, values)


def _weighed(diagnostic: Diagnostic, resolved: ResolvedSet) -> Diagnostic | None:
    """Return a diagnostic with the weight of the house and the profile, ``None`` when it is off."""
    severity: Severity | None = diagnostic.severity
    if diagnostic.rule in resolved.house.severities:
        severity = resolved.house.severities[diagnostic.rule]
    for setting in resolved.index.system.settings:
        if setting.rule.text == diagnostic.rule:
            severity = setting.severity
    return replace(diagnostic, severity=severity) if severity else None


def _waived(found: Sequence[Diagnostic], sound: Sequence[ResolvedStandard], resolved: ResolvedSet) -> Iterator[Diagnostic]:
    """Yield what no waiver covers, then the waivers that cover nothing."""
    waivers = [(each.standard.path, waiver) for each in sound for waiver in each.standard.waivers]
    waivers += [("", waiver) for waiver in resolved.index.system.waivers]
    used: set[int] = set()
    for diagnostic in found:
        covering = [number for number, each in enumerate(waivers) if _covers(each, diagnostic)]
        used.update(covering)
        if not covering:
            yield diagnostic
    known = pages()
    for number, (path, waiver) in enumerate(waivers):
        if number not in used and waiver.rule.text in known:
            values = slots(rule=waiver.rule.text)
            yield Diagnostic(path or SYSTEM, waiver.rule.at, "waiver-unused", Severity.WARNING, values)


def _covers(each: tuple[str, Waiver], diagnostic: Diagnostic) -> bool:
    path, waiver = each
    if waiver.rule.text != diagnostic.rule:
        return False
    if not path:
        return True
    line, column, end_line, end_column = waiver.covers
    return path == diagnostic.path and (line, column) <= diagnostic.span[:2] <= (end_line, end_column)


def _unknown_rules(resolved: ResolvedSet) -> Iterator[Diagnostic]:
    known = pages()
    named: list[tuple[str, Word]] = [(SYSTEM, each.rule) for each in resolved.index.system.settings]
    named += [(SYSTEM, each.rule) for each in resolved.index.system.waivers]
    named += [(each.path, waiver.rule) for each in resolved.index.standards.values() for waiver in each.waivers]
    for path, word in named:
        if word.text not in known:
            near = nearest(word.text, known)
            hint = Bilingual(f"，是不是 {near}", f"; is {near} meant") if near else Bilingual("", "")
            yield Diagnostic(path, word.at, "rule-unknown", Severity.ERROR, slots(rule=word.text, hint=hint))

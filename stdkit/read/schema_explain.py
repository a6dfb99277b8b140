"""Explain why data do not fit their schema: few findings, in an author's words, each with its cure.

What can be cured is cured in a copy, the copy is validated again, and what is left over is reported too: so one slip is one
finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker, validators
from jsonschema.exceptions import ValidationError

from stdkit.model.diagnostics import Bilingual, Diagnostic, Finding, Severity, slots
from stdkit.read.schema_copy import Copied, CopiedMapping, CopiedSequence, Mismatch, Path, Spot, copied, spot
from stdkit.read.schema_cures import Cures, Found, replacement, unknown_keys, unknown_rule
from stdkit.read.schema_pages import LIMITS, choice, expected_types, found_type, listed, shortened
from stdkit.read.source_nodes import Data

_DATE = re.compile("((?:19|20)[0-9]{2})[-./年]([0-9]{1,2})[-./月]([0-9]{1,2})日?")


def explain(path: str, data: Data, schema: Mapping[str, Any]) -> tuple[Diagnostic, ...]:
    """Return why data do not fit a schema, sorted by place; nothing when they do fit. ``path`` names the file."""
    cures = Cures(copied(data), schema)
    validator = exact_validator(schema)
    found: list[Found] = []
    while cured := list(cures.apply(left := list(_mismatches(validator, cures.root)))):
        found += cured
    found += _Slips(cures).of(left)
    return tuple(sorted({_diagnostic(path, *each) for each in found}))


def exact_validator(schema: Mapping[str, Any]) -> Draft202012Validator:
    """Return a validator of jsonschema that judges as jsonschema-rs does: ``$`` is the end, formats are asserted."""
    exact = validators.extend(Draft202012Validator, {"pattern": _pattern})  # type: ignore[no-untyped-call] # has no types
    validator: Draft202012Validator = exact(schema, format_checker=FormatChecker())
    return validator


def _pattern(_validator: object, pattern: str, text: object, _schema: object) -> Iterator[ValidationError]:
    anchored = pattern[:-1] + r"\Z" if pattern.endswith("$") else pattern
    if isinstance(text, str) and not re.search(anchored, text):
        yield ValidationError(f"{text!r} does not match {pattern!r}")


def _mismatches(validator: Draft202012Validator, data: Copied) -> Iterator[Mismatch]:
    for error in validator.iter_errors(data):
        for each in _flat(error):
            schema = each.schema if isinstance(each.schema, Mapping) else {}
            yield Mismatch(str(each.validator), each.validator_value, schema, each.instance, tuple(each.absolute_path))


def _flat(error: ValidationError) -> Iterator[ValidationError]:
    """Yield an error, or those of the branch that the author most likely meant."""
    branches: dict[object, list[ValidationError]] = {}
    for each in error.context or ():
        branches.setdefault(each.schema_path[0], []).append(each)
    if not branches:
        yield error
        return
    for each in min(branches.values(), key=_distance):
        yield from _flat(each)


def _distance(branch: list[ValidationError]) -> tuple[bool, int]:
    return any(each.validator == "type" and not each.path for each in branch), len(branch)


def _diagnostic(path: str, rule: str, finding: Finding) -> Diagnostic:
    return Diagnostic(path, finding.at, rule, Severity.ERROR, finding.values, None, finding.fix)


@dataclass(frozen=True, slots=True)
class _Slips:
    """Findings for the mismatches that no cure has removed."""

    cures: Cures

    def of(self, mismatches: Iterable[Mismatch]) -> Iterator[Found]:
        left = list(mismatches)
        clashing = [each for each in left if "x-conflict" in each.schema and each.value not in (None, "")]
        silent = [each.path for each in clashing]
        silent += [(*each.path[:-1], each.schema["x-blames"]) for each in clashing if "x-blames" in each.schema]
        yield from self._conflicts([each for each in clashing if not _beneath(each.path[:-1], silent)])
        groups: dict[Path, list[Mismatch]] = {}
        for each in left:
            if not _beneath(each.path, silent):
                groups.setdefault(each.path, []).append(each)
        for path, group in groups.items():
            yield from self._at(spot(self.cures.root, path), {each.keyword: each for each in group}, group)

    def _conflicts(self, clashing: list[Mismatch]) -> Iterator[Found]:
        groups: dict[tuple[Path, str], list[Mismatch]] = {}
        for each in clashing:
            groups.setdefault((each.path[:-1], each.schema["x-conflict"]["zh"]), []).append(each)
        for group in groups.values():
            yield self._conflict(group)

    def _conflict(self, group: list[Mismatch]) -> Found:
        spots = sorted((spot(self.cures.root, each.path) for each in group), key=lambda each: each.head)
        cure = Bilingual(**group[0].schema["x-conflict"])
        return "schema-conflict", Finding(spots[0].head, slots(key=listed(each.name.zh for each in spots), cure=cure))

    def _at(self, place: Spot, by: Mapping[str, Mismatch], group: list[Mismatch]) -> Iterator[Found]:
        value = place.value
        if value in (None, "", [], {}) and "required" not in by:
            yield "schema-empty", Finding(place.head, slots(key=place.name))
        elif "type" in by or (isinstance(value, dict | list) and by.keys() & {"enum", "const"}):
            yield _wrong_type(place, by)
        elif isinstance(value, CopiedMapping):
            yield from self._mapping(place, value, group)
        else:
            yield _scalar(place, by)

    def _mapping(self, place: Spot, mapping: CopiedMapping, group: list[Mismatch]) -> Iterator[Found]:
        missing: dict[str, None] = {}
        for mismatch in group:
            match mismatch.keyword:
                case "required":
                    missing.update((key, None) for key in mismatch.limit if key not in mapping)
                case "additionalProperties":
                    yield from self._unknown(mismatch, mapping)
                case "maxProperties" if unknown_rule(mismatch) == "schema-block":
                    if all(each.keyword != "additionalProperties" for each in group):
                        yield _several(mapping)
                case _ if isinstance(mismatch.value, str):
                    name = mismatch.value
                    at = mapping.key_span(name)
                    yield "schema-pattern", Finding(at, slots(key=place.name, value=name, cure=_expected(mismatch)))
                case _:
                    yield _limit(place, mismatch)
        if missing:
            yield "schema-missing", Finding(place.head, slots(key=place.name, missing=listed(missing)))

    def _unknown(self, mismatch: Mismatch, mapping: CopiedMapping) -> Iterator[Found]:
        rule, known = unknown_rule(mismatch), list(self.cures.known(mismatch))
        cure = choice([key for key in known if key not in mapping] or known)
        keys = unknown_keys(mismatch, mapping)
        if rule == "schema-block":
            keys = keys[:1]
        for key in keys:
            yield rule, Finding(mapping.key_span(key), slots(key=key, cure=cure))


def _beneath(path: Path, above: Iterable[Path]) -> bool:
    return any(path[: len(each)] == each for each in above)


def _several(mapping: CopiedMapping) -> Found:
    second = sorted(mapping, key=mapping.key_span)[1]
    cure = Bilingual(
        "一项只写一个内容块，从这里起另写一项，前面加“- ”", "an item holds one block: begin another item here with '- '"
    )
    return "schema-block", Finding(mapping.key_span(second), slots(key=second, cure=cure))


def _wrong_type(place: Spot, by: Mapping[str, Mismatch]) -> Found:
    mismatch = by.get("type") or next(iter(by.values()))
    types = mismatch.limit if mismatch.keyword == "type" else "string"
    types = [types] if isinstance(types, str) else list(types)
    values = slots(key=place.name, expected=expected_types(types, mismatch.schema), actual=found_type(place.value))
    scalar = isinstance(place.value, str) and re.fullmatch(r"[^\n,:#\[\]{}'\"&*!|>%@`]+", place.value)
    wrapped = (
        scalar and "array" in types and isinstance(mismatch.schema.get("items"), dict) and place.span.line == place.span.end_line
    )
    fix = replacement("suggested", place.span, f"[{place.value}]") if wrapped else None
    return "schema-type", Finding(place.span if isinstance(place.value, str) else place.head, values, fix)


def _scalar(place: Spot, by: Mapping[str, Mismatch]) -> Found:
    """Return the finding about a text or a list, the plainest of its errors first."""
    order = ("enum", "const", "pattern", "format")
    mismatch = next((by[each] for each in order if each in by), None) or next(iter(by.values()))
    if isinstance(place.value, CopiedSequence) or mismatch.keyword in LIMITS:
        return _limit(place, mismatch)
    value = shortened(str(place.value))
    if mismatch.keyword in ("enum", "const"):
        allowed = mismatch.limit if mismatch.keyword == "enum" else [mismatch.limit]
        meanings = mismatch.schema.get("markdownEnumDescriptions", ())
        cure = choice([each for each in allowed if isinstance(each, str)], meanings)
        return "schema-enum", Finding(place.span, slots(key=place.name, value=value, cure=cure))
    if mismatch.keyword == "format" and mismatch.limit == "date":
        return "schema-date", Finding(place.span, slots(key=place.name, value=value))
    day = _meant_date(str(place.value)) if mismatch.schema.get("format") == "date" else None
    cure = Bilingual(f"请写 {day}", f"write {day}") if day else _expected(mismatch)
    fix = replacement("safe", place.span, day) if day else None
    return "schema-pattern", Finding(place.span, slots(key=place.name, value=value, cure=cure), fix)


def _limit(place: Spot, mismatch: Mismatch) -> Found:
    phrase = LIMITS.get(mismatch.keyword)
    number = str(mismatch.limit)
    cure = Bilingual(phrase.zh.format(number), phrase.en.format(number)) if phrase else _expected(mismatch)
    return "schema-length", Finding(place.head, slots(key=place.name, cure=cure))


def _meant_date(text: str) -> str | None:
    match = _DATE.fullmatch(text.strip())
    if match is None:
        return None
    year, month, day = map(int, match.groups())
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _expected(mismatch: Mismatch) -> Bilingual:
    """Return what a schema says of the texts that it accepts, else its help."""
    expected = mismatch.schema.get("x-expected")
    if expected is not None:
        return Bilingual(f"应是{expected['zh']}", f"it should be {expected['en']}")
    chinese, _, english = str(mismatch.schema.get("description", "见格式说明\nsee the format")).partition("\n")
    return Bilingual(chinese.rstrip("。"), (english or chinese).rstrip("."))

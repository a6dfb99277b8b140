"""What a run of ``validate`` has found, and the message of a finding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stdkit.check.catalogue import pages
from stdkit.cli.language import Say, pick, speaker
from stdkit.model.diagnostics import Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class Report:
    """What a run has found, and what is needed to show it.

    ``fingerprints`` stand in the order of ``diagnostics``; ``sources`` are the lines of the files by path; ``paths`` are those
    that the report speaks of, ``standards`` counts the standards among them; ``prefix`` stands before each path. ``failure`` says
    why the set could not be read; then nothing else was checked.
    """

    diagnostics: Sequence[Diagnostic]
    fingerprints: Sequence[str]
    sources: Mapping[str, Sequence[str]]
    paths: tuple[str, ...]
    standards: int
    prefix: str
    language: str
    as_of: str
    failure: str | None = None

    @property
    def say(self) -> Say:
        """Pick the phrase of the language."""
        return speaker(self.language)

    @property
    def safe_fixes(self) -> int:
        """Return how many findings offer a fix that may be made without asking."""
        return sum(each.has_safe_fix for each in self.diagnostics)

    @property
    def summary(self) -> dict[str, int]:
        """Return the totals under their JSON names."""
        return {
            "files": len(self.paths),
            "standards": self.standards,
            "errors": self.count(Severity.ERROR),
            "warnings": self.count(Severity.WARNING),
            "notes": self.count(Severity.NOTE),
        }

    def count(self, severity: Severity) -> int:
        """Return how many findings have a severity."""
        return sum(each.severity is severity for each in self.diagnostics)

    def shown(self, path: str) -> str:
        """Return a path of the set as it is shown."""
        return self.prefix + path

    def marked(self) -> Iterator[tuple[Diagnostic, str]]:
        """Yield each finding with its fingerprint."""
        yield from zip(self.diagnostics, self.fingerprints, strict=True)


def message(diagnostic: Diagnostic, language: str) -> str:
    """Return the message of a diagnostic in a language, its slots filled.

    Raises ``KeyError`` for an id that has no page.
    """
    values = {name: pick(value, language) for name, value in diagnostic.values}
    return pick(pages()[diagnostic.rule].message, language).format(**values)


def placed_message(diagnostic: Diagnostic, language: str) -> str:
    """Return the message behind the printed number of its place, where there is one."""
    text = message(diagnostic, language)
    return f"{diagnostic.place}  {text}" if diagnostic.place else text

"""Findings that were there before somebody began to look: kept in a file, so that only new ones count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from stdkit.check.fingerprint import fingerprints, quoted
from stdkit.model.diagnostics import Diagnostic
from stdkit.read.state import Accepted, read_accepted, write_accepted

Baseline = tuple[Accepted, ...]
Sources = Mapping[str, Sequence[str]]
"""The lines of the files, by path."""

LONGEST = 60


class Compared(NamedTuple):
    """Findings beside a baseline: those that are new, how many were known, and the entries whose finding is gone."""

    new: tuple[Diagnostic, ...]
    matched: int
    gone: Baseline


def read_baseline(path: Path) -> Baseline:
    """Return the baseline in a file. Raises ``StdkitError`` when it is not there or cannot be used."""
    return read_accepted(path)


def write_baseline(path: Path, diagnostics: Sequence[Diagnostic], sources: Sources) -> int:
    """Write the findings of a set as its baseline; return how many there are. Raises ``StdkitError`` when it cannot be written.

    The same findings give the same bytes, wherever in their files they stand.
    """
    entries = [
        Accepted(each.path, each.rule, _shown(each, sources), fingerprint)
        for each, fingerprint in zip(diagnostics, fingerprints(diagnostics, sources), strict=True)
    ]
    write_accepted(path, entries)
    return len(entries)


def without_baseline(diagnostics: Sequence[Diagnostic], sources: Sources, baseline: Baseline) -> Compared:
    """Return which of the findings of a whole set are new.

    Each entry stands for one finding: where a slip is made once more, that one is new.
    """
    left = Counter(each.fingerprint for each in baseline)
    new: list[Diagnostic] = []
    for diagnostic, fingerprint in zip(diagnostics, fingerprints(diagnostics, sources), strict=True):
        if left[fingerprint] > 0:
            left[fingerprint] -= 1
        else:
            new.append(diagnostic)
    gone: list[Accepted] = []
    for entry in sorted(baseline, reverse=True):
        if left[entry.fingerprint] > 0:
            left[entry.fingerprint] -= 1
            gone.append(entry)
    return Compared(tuple(new), len(diagnostics) - len(new), tuple(reversed(gone)))


def _shown(diagnostic: Diagnostic, sources: Sources) -> str:
    """Return the words that a finding speaks of, for whoever reads the file: one line, cut where it is long."""
    source = sources.get(diagnostic.path, ())
    words = " ".join(quoted(diagnostic, source).split())
    if not words and diagnostic.span.line <= len(source):
        words = " ".join(source[diagnostic.span.line - 1].split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"

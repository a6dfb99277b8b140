"""Know a finding again when lines have moved: by its rule, its file and the words that it speaks of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256

from stdkit.model.diagnostics import Diagnostic

DIGITS = 16


def fingerprints(diagnostics: Sequence[Diagnostic], sources: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return a fingerprint for each diagnostic, in their order; no two are the same.

    Neither lines nor columns nor printed numbers count, so text added or moved elsewhere changes none. Findings that are alike
    within a file are told apart by their order there. ``sources`` are the lines of the files by path.
    """
    alike: Counter[tuple[str, ...]] = Counter()
    found = [""] * len(diagnostics)
    for position in sorted(range(len(diagnostics)), key=lambda each: diagnostics[each]):
        diagnostic = diagnostics[position]
        source = sources.get(diagnostic.path, ())
        key = (diagnostic.rule, diagnostic.path, quoted(diagnostic, source), _line(source, diagnostic.span.line).strip())
        found[position] = sha256("\0".join((*key, str(alike[key]))).encode("utf-8", "backslashreplace")).hexdigest()[:DIGITS]
        alike[key] += 1
    return tuple(found)


def quoted(diagnostic: Diagnostic, source: Sequence[str]) -> str:
    """Return the text that a diagnostic speaks of; nothing when it speaks of a place between characters."""
    line, column, end_line, end_column = diagnostic.span
    if line == end_line:
        return _line(source, line)[column - 1 : end_column - 1]
    between = (_line(source, number) for number in range(line + 1, end_line))
    return "\n".join((_line(source, line)[column - 1 :], *between, _line(source, end_line)[: end_column - 1]))


def _line(source: Sequence[str], number: int) -> str:
    return source[number - 1] if 1 <= number <= len(source) else ""

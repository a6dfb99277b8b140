"""Know a finding again when lines have moved: by its rule, the ids around it and the words that it speaks of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256

from stdkit.model.diagnostics import Diagnostic

DIGITS = 16


def fingerprints(diagnostics: Sequence[Diagnostic], sources: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return a fingerprint for each diagnostic, in their order; no two are the same.

    Neither lines nor columns nor printed numbers count, nor the words beside those that the finding speaks of, so text added,
    moved or mended elsewhere changes none. Findings that are alike are told apart by their order. ``sources`` are the lines of
    the files by path.
    """
    paths = {path: _id_paths(sources.get(path, ())) for path in {each.path for each in diagnostics}}
    alike: Counter[tuple[str, ...]] = Counter()
    found = [""] * len(diagnostics)
    for position in sorted(range(len(diagnostics)), key=lambda each: diagnostics[each]):
        diagnostic = diagnostics[position]
        source = sources.get(diagnostic.path, ())
        ids = paths[diagnostic.path]
        where = ids[min(diagnostic.span.line, len(ids)) - 1] if ids else ""
        key = (diagnostic.rule, diagnostic.path, where, quoted(diagnostic, source))
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


def _id_paths(source: Sequence[str]) -> list[str]:
    """Return for each line the ids of the mappings that it stands in, from the outermost."""
    around: list[tuple[int, str]] = []
    found = []
    for line in source:
        match = _ids().match(line)
        if match and match["text"]:
            column = len(match["blanks"]) + len(match["dash"])
            inside = len(match["blanks"]) if match["dash"] else column
            while (around and around[-1][0] > inside) or (match["id"] and around and around[-1][0] >= column):
                around.pop()
            if match["id"]:
                around.append((column, match["id"]))
        found.append("/".join(each for _, each in around))
    return found


@cache
def _ids() -> re.Pattern[str]:
    return re.compile(r"(?P<blanks> *)(?P<dash>(?:- +)?)(?P<text>(?:id: *(?P<id>[\w.-]+))?.*)")


def _line(source: Sequence[str], number: int) -> str:
    return source[number - 1] if 1 <= number <= len(source) else ""

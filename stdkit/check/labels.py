"""Labels that are printed by themselves, as people type them: 注：, 注1：, 示例 2：."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from stdkit.resolve.passages import Passage
from stdkit.resolve.resolved import ResolvedStandard


def labelled(
    standard: ResolvedStandard, names: tuple[str, ...], labels: Mapping[str, str]
) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Yield the passages that begin with one of the named labels; the last group of the match is the name."""
    known = tuple((name, labels[name].rstrip("：: ")) for name in names if name in labels)
    words, pattern = tuple(word for _, word in known), _labels(known)
    for passage in standard.occurrences.holding(words):
        if passage.text.startswith(words):
            match = pattern.match(passage.text)
            if match:
                yield passage, match


@cache
def _labels(labels: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    named = "|".join(rf"(?P<{name}>{re.escape(label)})" for name, label in labels)
    return re.compile(rf"(?:{named})[ \u3000]?\d{{0,2}}[ \u3000]?[：:][ \u3000]*")

"""What standards of a set have in common by their words, in plain Python: enough to see which pairs are worth comparing.

A run of characters is kept when the character that it begins with says so, so the same run is kept, or not, wherever it stands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import combinations, compress
from typing import NamedTuple

from stdkit.model.standard import Standard
from stdkit.resolve.passages import Element, Key, Passage, entries, key

MOST_OF_ORIGINAL = 0.30
"""An original standard of which others hold more than this share is none that speaks for itself."""
OF_ONE_SOURCE = 0.10
"""A source that holds this share of a standard is named in its origin."""
LITTLE = 0.05
"""An adapted standard that shares less than this with its source is rather an original one."""
FOREIGN = ("ISO", "IEC", "ITU", "EN")
"""Documents of these bodies are in another language than a Chinese text."""

LENGTH = {"zh": 8, "en": 30}
DENSITY = 8
"""One run of so many is kept; a divisor of 256, for the lowest byte of the first character decides."""
WIDESPREAD = 4
"""A run that more standards hold than this is the common speech of the set."""
BREAK = "\0"
"""What stands between two passages; YAML allows it in no text."""
LEAST_RUNS, LEAST_SHARE, MANY_RUNS = 5, 0.10, 24
_LEFT_OUT = {Element.FORM, Element.SYMBOL, Element.SCOPE}


class Pair(NamedTuple):
    """Two standards by their ids, how many kept runs they share, and the share of the shorter one's runs."""

    first: str
    second: str
    runs: int
    share: float


def own_words(standard: Standard, passages: Iterable[Passage]) -> list[Passage]:
    """Return the passages that are compared: not the scope, no forms and symbols, no definitions taken over with their source."""
    taken: set[Key] = {key(entry.at) for entry in entries(standard) if entry.source}
    return [each for each in passages if each.element not in _LEFT_OUT and each.owner not in taken and each.text]


def sampled_runs(passages: Iterable[Passage], language: str) -> tuple[int, ...]:
    """Return the kept runs of a text by their hashes, each once: they take less room, and are good for this process alone."""
    length = LENGTH.get(language, LENGTH["en"])
    words = _words().findall(BREAK.join([passage.text for passage in passages]))
    text = "".join(words).replace("_", "").lower()
    low_bytes = text[: 1 - length].encode("utf-32-le", "surrogatepass")[::4]
    found = {text[start : start + length] for start in compress(range(len(low_bytes)), low_bytes.translate(_kept()))}
    return tuple([hash(each) for each in found if BREAK not in each])


def close_pairs(runs: Mapping[str, tuple[int, ...]]) -> list[Pair]:
    """Return the pairs that share enough runs to be compared, in order."""
    holders: dict[int, list[str]] = {}
    for name, own in runs.items():
        for each in own:
            holders.setdefault(each, []).append(name)
    shared: Counter[tuple[str, str]] = Counter()
    for names in holders.values():
        if 1 < len(names) <= WIDESPREAD:
            shared.update(combinations(sorted(names), 2))
    pairs = (Pair(one, two, count, count / min(len(runs[one]), len(runs[two]))) for (one, two), count in shared.items())
    return sorted(each for each in pairs if each.runs >= LEAST_RUNS and (each.share >= LEAST_SHARE or each.runs >= MANY_RUNS))


@cache
def _words() -> re.Pattern[str]:
    """Return the pattern of what can belong to a run, the break between two passages included."""
    return re.compile(rf"[\w{BREAK}]+")


@cache
def _kept() -> bytes:
    """Return a table that makes the lowest byte of a character one where a run begins that is kept, else zero."""
    return bytes(byte % DENSITY == 1 for byte in range(256))

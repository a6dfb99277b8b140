"""Lists of words as pieces of regular expressions."""

from __future__ import annotations

import re
from collections.abc import Collection

NEVER = r"(?!)"
"""What matches nothing."""
FIRSTS = 24
"""How many first characters stand together; more or fewer take longer to match or to compile."""


def one_of(words: Collection[str]) -> str:
    """Return the expression for any of some words, the longest first; of none it matches nothing."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or NEVER


def grouped(words: Collection[str]) -> str:
    """Return the expression for any of many words, the longest first: by ranges of their first character, so that few are tried.

    A set of scattered Chinese characters takes longer to compile than a hundred words, so there is none.
    """
    by_first: dict[str, list[str]] = {}
    for word in words:
        by_first.setdefault(word[0], []).append(word)
    firsts = sorted(by_first)
    ranges = (firsts[at : at + FIRSTS] for at in range(0, len(firsts), FIRSTS))
    return "|".join(_range([word for first in each for word in by_first[first]]) for each in ranges) or NEVER


def _range(words: Collection[str]) -> str:
    first, last = (re.escape(end(words)[0]) for end in (min, max))
    return f"(?=[{first}-{last}])(?:{one_of(words)})"

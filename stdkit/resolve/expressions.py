"""Lists of words as pieces of regular expressions."""

from __future__ import annotations

import re
from collections.abc import Collection

NEVER = r"(?!)"
"""What matches nothing."""


def one_of(words: Collection[str]) -> str:
    """Return the expression for any of some words, the longest first; of none it matches nothing."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or NEVER


def grouped(words: Collection[str]) -> str:
    """Return the expression for any of many words, the longest first: by their first character, so that few are tried."""
    tails: dict[str, list[str]] = {}
    for word in words:
        tails.setdefault(word[0], []).append(word[1:])
    return "|".join(re.escape(first) + _ending(rest) for first, rest in tails.items()) or NEVER


def _ending(tails: Collection[str]) -> str:
    """Return the expression for what follows the same character; single characters as one set, which is quickly compiled."""
    longer, single = [each for each in tails if len(each) > 1], "".join(each for each in tails if len(each) == 1)
    parts = [
        *([one_of(longer)] if longer else []),
        *([f"[{re.escape(single)}]"] if single else []),
        *([""] if "" in tails else []),
    ]
    return f"(?:{'|'.join(parts)})"

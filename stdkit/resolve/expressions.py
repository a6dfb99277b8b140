"""Lists of words as pieces of regular expressions."""

from __future__ import annotations

import re
from collections.abc import Collection

NEVER = r"(?!)"
"""What matches nothing."""


def one_of(words: Collection[str]) -> str:
    """Return the expression for any of some words, the longest first; of none it matches nothing."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or NEVER

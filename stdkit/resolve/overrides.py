"""Words that a modal verb begins although another listed word begins there: 应|付清 against 应付, 能|手动 against 能手."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from stdkit.resolve.expressions import NEVER

GAP = r"[^，；：。！？（）\x00]{1,12}?"
"""What “…” in an entry like 应用…清洗 stands for."""


class Overrides:
    """Finds them by the list of a house; a dictionary holds those without “…”, for it needs no compiling."""

    def __init__(self, words: Sequence[str], kinds: Collection[str]) -> None:
        """Take the list and the verbs."""
        verbs = {word: _verb(word, kinds) for word in words}
        self.firsts = frozenset(word[0] for word in words)
        self._plain = {word: verb for word, verb in verbs.items() if "…" not in word}
        self._lengths = sorted({len(word) for word in self._plain}, reverse=True)
        spread = sorted((word for word in verbs if "…" in word), key=len, reverse=True)
        self._spread = re.compile("|".join(_pattern(word, verbs[word]) for word in spread) or NEVER)

    def at(self, text: str, start: int) -> str | None:
        """Return the verb of the longest override that stands there."""
        for length in self._lengths:
            verb = self._plain.get(text[start : start + length])
            if verb:
                return verb
        match = self._spread.match(text, start)
        return match.group() if match else None


def _verb(word: str, kinds: Collection[str]) -> str:
    """Return the shortest verb that a word begins with."""
    return next((word[:end] for end in range(1, len(word)) if word[:end] in kinds), word[0])


def _pattern(word: str, verb: str) -> str:
    rest = re.escape(word[len(verb) :]).replace("…", GAP)
    return rf"{re.escape(verb)}(?={rest})"

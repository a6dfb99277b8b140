"""Symbols as they are typed (v, x_i, C_{max}, Greek letters by name): their order, and those of a formula."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

GREEK = (
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu",
    "nu", "xi", "omicron", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
)  # fmt: skip
LETTERS = "ΑαΒβΓγΔδΕεΖζΗηΘθΙιΚκΛλΜμΝνΞξΟοΠπΡρΣσΤτΥυΦφΧχΨψΩω"
LATIN, GREEK_CLASS, OTHER = 0, 1, 2
Order = tuple[tuple[tuple[int, int, bool], ...], int, str]


def order(symbol: str) -> Order:
    """Return what symbols are sorted by (8.8.3).

    Latin before Greek before others, A before a before B, a plain letter before one with a subscript, letters in subscripts
    before digits.
    """
    base, _, subscript = symbol.strip().strip("$").replace("{", "").replace("}", "").partition("_")
    kind = 0 if not subscript else 2 if subscript[0].isdigit() else 1
    return tuple(_letter(each) for each in re.findall(r"\\[A-Za-z]+|\S", base)), kind, subscript


def normal(symbol: str) -> str:
    """Return a symbol without blanks, braces, dollar signs and commands of style."""
    bare = _style().sub("", symbol.strip().strip("$"))
    return re.sub(r"[\s{}]", "", bare)


def symbols_of(formula: str) -> Iterator[str]:
    """Yield the symbols of a formula in LaTeX with their subscripts; indices, functions and texts are none."""
    for match in _symbols().finditer(_without_texts(formula)):
        if match["symbol"] and not match["bound"]:
            yield normal(match["symbol"])


def letters_of(formula: str) -> str:
    """Return all that a formula holds as plain symbols, indices included, without blanks and braces."""
    return normal(formula)


def _letter(letter: str) -> tuple[int, int, bool]:
    if letter.isascii() and letter.isalpha():
        return LATIN, ord(letter.lower()), letter.islower()
    name = letter.removeprefix("\\")
    if name.lower() in GREEK:
        return GREEK_CLASS, GREEK.index(name.lower()), name.islower()
    if letter in LETTERS:
        position = LETTERS.index(letter)
        return GREEK_CLASS, position // 2, bool(position % 2)
    return OTHER, ord(letter[0]), False


def _without_texts(formula: str) -> str:
    words = r"\\(?:text|operatorname|mbox)\*?\s*\{[^{}]*\}|\\(?:mathrm|mathit)\s*\{(?:d|e|[^{}]{2,})\}|\\(?:left|right)"
    return re.sub(words, " ", formula)


@cache
def _style() -> re.Pattern[str]:
    return re.compile(r"\\(?:mathrm|mathit|mathbf|boldsymbol|bar|overline|hat|tilde|vec|,|;|!|:)\s*")


@cache
def _symbols() -> re.Pattern[str]:
    script = r"(?:\{(?:[^{}]|\{[^{}]*\})*\}|\\[A-Za-z]+|[A-Za-z0-9])"
    greek = "|".join(GREEK)
    return re.compile(
        rf"(?P<bound>\\(?:sum|prod|int|max|min|lim|bigcup|bigcap)\s*(?:\\limits\s*)?(?:_\s*{script})?)"
        rf"|(?P<symbol>(?:\\(?:mathrm|mathit|mathbf|bar|overline|hat|tilde|vec)\s*\{{[A-Za-z]\}}"
        rf"|\\(?:{greek})(?![A-Za-z])|\\(?:{'|'.join(each.capitalize() for each in GREEK)})(?![A-Za-z])|[A-Za-z])"
        rf"(?:\s*_\s*{script})?)"
        r"|\\[A-Za-z]+"
    )

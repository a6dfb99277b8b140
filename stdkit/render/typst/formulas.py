"""LaTeX of the common kind as Typst's math. A command that is not known stops the rendering: it is never printed as text."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from stdkit.model.diagnostics import Bilingual
from stdkit.render.symbols import FACES, FUNCTIONS, LARGE, LIMITS, SIGNS, SPACES, UPRIGHT
from stdkit.render.tex import TexReader
from stdkit.render.typst.markup import quoted

_DELIMITERS = {"matrix": "#none", "pmatrix": '"("', "bmatrix": '"["', "vmatrix": '"|"', "Bmatrix": '"{"'}
_ACCENTS = {
    "hat": "hat", "widehat": "hat", "tilde": "tilde", "widetilde": "tilde", "bar": "macron", "vec": "arrow", "dot": "dot",
    "ddot": "dot.double", "check": "caron", "acute": "acute", "grave": "grave",
}  # fmt: skip
_FACES = {"b": "bold({})", "i": "italic({})", "bi": "bold(italic({}))"}
_CHINESE = "\u2e80"


@lru_cache(maxsize=1024)
def math(tex: str) -> str:
    """Return a formula as it stands between dollar signs.

    Raises StdkitError that names the command or bracket which cannot be converted.
    """
    return _Formula(tex).whole().strip()


class _Formula(TexReader):
    """A formula on its way to Typst."""

    def _refusal(self, formula: str, what: str) -> Bilingual:
        zh = f"公式“{formula}”中的“{what}”不能转换为 Typst 公式"
        return Bilingual(zh, f"“{what}” in the formula “{formula}” cannot be converted for Typst")

    def _scripted(self) -> str:
        base = '""' if self._peek() in {"^", "_"} else self._atom()
        if self._peek() in {"\\limits", "\\nolimits"}:
            base = f"{self._next()[1:].replace('nolimits', 'scripts')}({base})"
        found: dict[str, str] = {}
        while self._peek() in {"^", "_", "'"}:
            mark = self._next()
            if mark == "'":
                found["t"] = found.get("t", "") + "′ "
                continue
            side = "t" if mark == "^" else "b"
            if side in found:
                raise self._fault(mark)
            found[side] = self._atom()
        scripts = "".join(f", {side}: {value}" for side, value in sorted(found.items()))
        return f"attach({base}{scripts}) " if scripts else base

    def _atom(self) -> str:
        sign = self._next()
        if sign == "{":
            content = self._sequence(frozenset())
            self._expect("}")
            return content or '""'
        if sign.startswith("\\"):
            return self._command(sign[1:])
        if sign in {"}", "&", "$", "#", "%", "~"}:
            raise self._fault(sign)
        return _sign("−" if sign == "-" else sign)

    def _command(self, name: str) -> str:
        if name in SIGNS:
            return _sign(SIGNS[name])
        if name in LARGE:
            return f"{LARGE[name]} "
        if name in SPACES:
            return _sign(SPACES[name]) if SPACES[name].strip(" ") else " space "
        if name in FUNCTIONS or name in LIMITS:
            return f"op({quoted(name)}{', limits: #true' if name in LIMITS else ''}) "
        if name in UPRIGHT:
            return f"{quoted(self._raw_group())} "
        if name in FACES:
            return _FACES[FACES[name]].format(quoted(self._raw_group())) + " "
        if name in _ACCENTS:
            return f"{_ACCENTS[name]}({self._atom()}) "
        return self._structure(name)

    def _structure(self, name: str) -> str:
        structures: dict[str, Callable[[], str]] = {
            **dict.fromkeys(("frac", "dfrac", "tfrac"), lambda: f"frac({self._atom()}, {self._atom()}) "),
            "sqrt": self._root,
            "left": self._fenced,
            "begin": self._environment,
            "overline": lambda: f"overline({self._atom()}) ",
            "underline": lambda: f"underline({self._atom()}) ",
            "displaystyle": str,
        }
        if name not in structures:
            raise self._fault(f"\\{name}")
        return structures[name]()

    def _root(self) -> str:
        if self._peek() != "[":
            return f"sqrt({self._atom()}) "
        self._next()
        degree = self._sequence(frozenset("]"))
        self._expect("]")
        return f"root({degree}, {self._atom()}) "

    def _fenced(self) -> str:
        opening = self._fence()
        content = self._sequence(frozenset())
        self._expect("\\right")
        return f"lr({opening}{content}{self._fence()}) "

    def _fence(self) -> str:
        sign = self._next()
        if sign == ".":
            return ""
        return _sign(SIGNS.get(sign[1:], "") if sign.startswith("\\") else sign)

    def _environment(self) -> str:
        name, rows = self._rows()
        if name == "cases":
            return f"cases({', '.join(' & '.join(row) for row in rows)}) "
        if name in _DELIMITERS:
            return f"mat(delim: {_DELIMITERS[name]}, {'; '.join(', '.join(row) for row in rows)}) "
        if name in {"aligned", "array", "gathered"}:
            return " \\ ".join(" & ".join(row) for row in rows)
        raise self._fault(f"\\begin{{{name}}}")


def _sign(sign: str) -> str:
    """Return characters as they stand in math: a letter with a blank behind it, so that two of them make no name."""
    if sign.isdigit():
        return sign
    if sign > _CHINESE:
        return f"{quoted(sign)} "
    if sign.isascii() and not sign.isalpha():
        return f"\\{sign} " if sign else ""
    return f"{sign} "

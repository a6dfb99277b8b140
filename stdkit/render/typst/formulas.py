"""LaTeX of the common kind as Typst's math. A command that is not known stops the rendering: it is never printed as text."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.render.docx.symbols import FACES, FUNCTIONS, LARGE, LIMITS, SIGNS, SPACES, UPRIGHT
from stdkit.render.typst.markup import quoted

_TOKEN = re.compile(r"\\[A-Za-z]+\*?|\\.|\s+|.", re.DOTALL)
_DELIMITERS = {"matrix": "#none", "pmatrix": '"("', "bmatrix": '"["', "vmatrix": '"|"', "Bmatrix": '"{"'}
_ENDS = frozenset(["}", "\\right", "\\\\", "&", "\\end"])
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
    parser = _Parser(tex)
    found = parser.sequence(frozenset())
    if parser.peek() is not None:
        raise parser.fault(parser.peek() or "")
    return found.strip()


class _Parser:
    """A reader of LaTeX tokens that writes the formula as it goes."""

    def __init__(self, tex: str) -> None:
        self._tex = tex
        self._tokens = [token for token in _TOKEN.finditer(tex) if not token[0].isspace()]
        self._at = 0

    def peek(self) -> str | None:
        return self._tokens[self._at][0] if self._at < len(self._tokens) else None

    def fault(self, what: str) -> StdkitError:
        zh = f"公式“{self._tex.strip()}”中的“{what}”不能转换为 Typst 公式"
        return StdkitError(Bilingual(zh, f"“{what}” in the formula “{self._tex.strip()}” cannot be converted for Typst"))

    def sequence(self, ends: frozenset[str]) -> str:
        parts = []
        while (token := self.peek()) is not None and token not in ends and token not in _ENDS:
            parts.append(self._scripted())
        return "".join(parts)

    def _next(self) -> str:
        token = self.peek()
        if token is None:
            raise self.fault("…")
        self._at += 1
        return token

    def _expect(self, wanted: str) -> None:
        token = self.peek()
        if token != wanted:
            raise self.fault(token or wanted)
        self._at += 1

    def _scripted(self) -> str:
        base = '""' if self.peek() in {"^", "_"} else self._atom()
        if self.peek() in {"\\limits", "\\nolimits"}:
            base = f"{self._next()[1:].replace('nolimits', 'scripts')}({base})"
        found: dict[str, str] = {}
        while self.peek() in {"^", "_", "'"}:
            mark = self._next()
            if mark == "'":
                found["t"] = found.get("t", "") + "′ "
                continue
            side = "t" if mark == "^" else "b"
            if side in found:
                raise self.fault(mark)
            found[side] = self._atom()
        scripts = "".join(f", {side}: {value}" for side, value in sorted(found.items()))
        return f"attach({base}{scripts}) " if scripts else base

    def _atom(self) -> str:
        sign = self._next()
        if sign == "{":
            content = self.sequence(frozenset())
            self._expect("}")
            return content or '""'
        if sign.startswith("\\"):
            return self._command(sign[1:])
        if sign in {"}", "&", "$", "#", "%", "~"}:
            raise self.fault(sign)
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
            raise self.fault(f"\\{name}")
        return structures[name]()

    def _root(self) -> str:
        if self.peek() != "[":
            return f"sqrt({self._atom()}) "
        self._next()
        degree = self.sequence(frozenset("]"))
        self._expect("]")
        return f"root({degree}, {self._atom()}) "

    def _fenced(self) -> str:
        opening = self._fence()
        content = self.sequence(frozenset())
        self._expect("\\right")
        return f"lr({opening}{content}{self._fence()}) "

    def _fence(self) -> str:
        sign = self._next()
        if sign == ".":
            return ""
        return _sign(SIGNS.get(sign[1:], "") if sign.startswith("\\") else sign)

    def _environment(self) -> str:
        name = self._raw_group()
        rows = [[self.sequence(frozenset())]]
        while (sign := self._next()) != "\\end":
            if sign == "&":
                rows[-1].append(self.sequence(frozenset()))
            elif sign == "\\\\":
                rows.append([self.sequence(frozenset())])
            else:
                raise self.fault(sign)
        if self._raw_group() != name:
            raise self.fault(f"\\end{{{name}}}")
        if name == "cases":
            return f"cases({', '.join(' & '.join(row) for row in rows)}) "
        if name in _DELIMITERS:
            return f"mat(delim: {_DELIMITERS[name]}, {'; '.join(', '.join(row) for row in rows)}) "
        if name in {"aligned", "array", "gathered"}:
            return " \\ ".join(" & ".join(row) for row in rows)
        raise self.fault(f"\\begin{{{name}}}")

    def _raw_group(self) -> str:
        """Read a group as it is typed; blanks within it count."""
        self._expect("{")
        start = self._tokens[self._at - 1].end()
        while self.peek() not in {"}", "{", None}:
            self._next()
        self._expect("}")
        text = self._tex[start : self._tokens[self._at - 1].start()]
        return text.replace("\\%", "%").replace("\\_", "_").replace("~", "\u00a0")


def _sign(sign: str) -> str:
    """Return characters as they stand in math: a letter with a blank behind it, so that two of them make no name."""
    if sign.isdigit():
        return sign
    if sign > _CHINESE:
        return f"{quoted(sign)} "
    if sign.isascii() and not sign.isalpha():
        return f"\\{sign} " if sign else ""
    return f"{sign} "

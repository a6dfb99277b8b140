"""LaTeX of the common kind as Office MathML. A command that is not known stops the rendering: it is never printed as text."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.render.docx.math_xml import equations, fences, matrix, run, script
from stdkit.render.docx.symbols import (
    ACCENTS,
    FACES,
    FUNCTIONS,
    LARGE,
    LIMITS,
    RELATIONS,
    SIGNS,
    SPACES,
    UPRIGHT,
)

_TOKEN = re.compile(r"\\[A-Za-z]+\*?|\\.|\s+|.", re.DOTALL)
_BETWEEN_RUNS = '</m:t></m:r><m:r><m:t xml:space="preserve">'
_MATRICES = {"matrix": "", "pmatrix": "()", "bmatrix": "[]", "vmatrix": "||", "Bmatrix": "{}"}
_FRACTIONS = frozenset(["frac", "dfrac", "tfrac"])
_NO_OPERAND_END = frozenset(["}", "\\right", "\\\\", "&", "\\end"])


@lru_cache(maxsize=1024)
def omml(tex: str) -> str:
    """Return the content of ``m:oMath`` for a formula.

    Raises StdkitError that names the command or bracket which cannot be converted.
    """
    parser = _Parser(tex)
    xml = parser.sequence(frozenset())
    if parser.peek() is not None:
        raise parser.fault(parser.peek() or "")
    return xml.replace(_BETWEEN_RUNS, "")


class _Parser:
    """A reader of LaTeX tokens that writes the formula as it goes."""

    def __init__(self, tex: str) -> None:
        self._tex = tex
        self._tokens = [token for token in _TOKEN.finditer(tex) if not token[0].isspace()]
        self._at = 0

    def peek(self) -> str | None:
        return self._tokens[self._at][0] if self._at < len(self._tokens) else None

    def fault(self, what: str) -> StdkitError:
        zh = f"公式“{self._tex.strip()}”中的“{what}”不能转换为Word公式"
        en = f"“{what}” in the formula “{self._tex.strip()}” cannot be converted to a Word formula"
        return StdkitError(Bilingual(zh, en))

    def sequence(self, ends: frozenset[str]) -> str:
        """Read atoms up to one of ``ends``, which stays, or to a bracket that was not opened here."""
        parts = []
        while (token := self.peek()) is not None and token not in ends and token not in _NO_OPERAND_END:
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
        """Read an atom with what stands below and above it."""
        token = self.peek() or ""
        name = token[1:]
        if token.startswith("\\") and name in LARGE:
            self._next()
            return self._large(LARGE[name])
        if token.startswith("\\") and name in LIMITS:
            self._next()
            return self._limited(name)
        base = "" if token in {"^", "_"} else self._atom()
        sub, sup = self._scripts()
        return script(base, sub, sup)

    def _scripts(self) -> tuple[str | None, str | None]:
        found: dict[str, str] = {}
        while self.peek() in {"^", "_", "'"}:
            mark = self._next()
            if mark == "'":
                found["^"] = found.get("^", "") + run("′")
                continue
            if mark in found:
                raise self.fault(mark)
            found[mark] = self._atom()
        return found.get("_"), found.get("^")

    def _large(self, sign: str) -> str:
        if self.peek() in {"\\limits", "\\nolimits"}:
            self._next()
        sub, sup = self._scripts()
        operand = []
        while (token := self.peek()) is not None and token not in _NO_OPERAND_END and token not in RELATIONS:
            if token.startswith("\\") and SIGNS.get(token[1:]) in RELATIONS:
                break
            operand.append(self._scripted())
        place = "subSup" if sign in "∫∬∭∮" else "undOvr"
        hidden = "".join(f'<m:{side}Hide m:val="1"/>' for side, value in (("sub", sub), ("sup", sup)) if value is None)
        return (
            f'<m:nary><m:naryPr><m:chr m:val="{sign}"/><m:limLoc m:val="{place}"/>{hidden}</m:naryPr>'
            f"<m:sub>{sub or ''}</m:sub><m:sup>{sup or ''}</m:sup><m:e>{''.join(operand)}</m:e></m:nary>"
        )

    def _limited(self, name: str) -> str:
        sub, sup = self._scripts()
        base = run(name, upright=True)
        if sub is None:
            return script(base, None, sup)
        return f"<m:limLow><m:e>{script(base, None, sup)}</m:e><m:lim>{sub}</m:lim></m:limLow>"

    def _atom(self) -> str:
        sign = self._next()
        if sign == "{":
            content = self.sequence(frozenset())
            self._expect("}")
            return content
        if sign.startswith("\\"):
            return self._command(sign[1:])
        if sign in {"}", "&", "$", "#", "%", "~"}:
            raise self.fault(sign)
        return run("−" if sign == "-" else sign, plain=sign > "\u2e80")

    def _command(self, name: str) -> str:
        if name in SIGNS:
            return run(SIGNS[name])
        if name in SPACES:
            return run(SPACES[name], upright=True)
        if name in FUNCTIONS:
            return run(name, upright=True)
        if name in UPRIGHT:
            return run(self._raw_group(), plain=name in {"text", "textrm", "mbox"}, upright=True)
        if name in FACES:
            return run(self._raw_group(), face=FACES[name])
        if name in ACCENTS:
            return f'<m:acc><m:accPr><m:chr m:val="{ACCENTS[name]}"/></m:accPr><m:e>{self._atom()}</m:e></m:acc>'
        if name in _FRACTIONS:
            return f"<m:f><m:num>{self._atom()}</m:num><m:den>{self._atom()}</m:den></m:f>"
        return self._structure(name)

    def _structure(self, name: str) -> str:
        structures: dict[str, Callable[[], str]] = {
            "sqrt": self._root,
            "left": self._fenced,
            "begin": self._environment,
            "overline": lambda: self._bar("top"),
            "underline": lambda: self._bar("bot"),
            "displaystyle": str,
            "limits": str,
            "nolimits": str,
        }
        if name not in structures:
            raise self.fault(f"\\{name}")
        return structures[name]()

    def _bar(self, side: str) -> str:
        return f'<m:bar><m:barPr><m:pos m:val="{side}"/></m:barPr><m:e>{self._atom()}</m:e></m:bar>'

    def _root(self) -> str:
        if self.peek() != "[":
            return f'<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/><m:e>{self._atom()}</m:e></m:rad>'
        self._next()
        degree = self.sequence(frozenset("]"))
        self._expect("]")
        return f"<m:rad><m:deg>{degree}</m:deg><m:e>{self._atom()}</m:e></m:rad>"

    def _fenced(self) -> str:
        opening = self._fence()
        content = self.sequence(frozenset())
        self._expect("\\right")
        return fences(opening, self._fence(), content)

    def _fence(self) -> str:
        sign = self._next()
        if sign == ".":
            return ""
        return SIGNS.get(sign[1:], "") if sign.startswith("\\") else sign

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
            return fences("{", "", equations(rows))
        if name in _MATRICES:
            fence = _MATRICES[name]
            return fences(fence[0], fence[1], matrix(rows)) if fence else matrix(rows)
        if name in {"aligned", "array", "gathered"}:
            return equations(rows)
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

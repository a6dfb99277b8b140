"""LaTeX of the common kind as Office MathML. A command that is not known stops the rendering: it is never printed as text."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from stdkit.model.diagnostics import Bilingual
from stdkit.render.docx.math_xml import equations, fences, matrix, run, script
from stdkit.render.symbols import (
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
from stdkit.render.tex import TexReader

_BETWEEN_RUNS = '</m:t></m:r><m:r><m:t xml:space="preserve">'
_MATRICES = {"matrix": "", "pmatrix": "()", "bmatrix": "[]", "vmatrix": "||", "Bmatrix": "{}"}
_FRACTIONS = frozenset(["frac", "dfrac", "tfrac"])


@lru_cache(maxsize=1024)
def omml(tex: str) -> str:
    """Return the content of ``m:oMath`` for a formula.

    Raises StdkitError that names the command or bracket which cannot be converted.
    """
    return _Formula(tex).whole().replace(_BETWEEN_RUNS, "")


class _Formula(TexReader):
    """A formula on its way to Office MathML."""

    def _refusal(self, formula: str, what: str) -> Bilingual:
        zh = f"公式“{formula}”中的“{what}”不能转换为Word公式"
        return Bilingual(zh, f"“{what}” in the formula “{formula}” cannot be converted to a Word formula")

    def _scripted(self) -> str:
        token = self._peek() or ""
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
        while self._peek() in {"^", "_", "'"}:
            mark = self._next()
            if mark == "'":
                found["^"] = found.get("^", "") + run("′")
                continue
            if mark in found:
                raise self._fault(mark)
            found[mark] = self._atom()
        return found.get("_"), found.get("^")

    def _large(self, sign: str) -> str:
        if self._peek() in {"\\limits", "\\nolimits"}:
            self._next()
        sub, sup = self._scripts()
        operand = []
        while (token := self._operand()) is not None and token not in RELATIONS:
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
            content = self._sequence(frozenset())
            self._expect("}")
            return content
        if sign.startswith("\\"):
            return self._command(sign[1:])
        if sign in {"}", "&", "$", "#", "%", "~"}:
            raise self._fault(sign)
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
            raise self._fault(f"\\{name}")
        return structures[name]()

    def _bar(self, side: str) -> str:
        return f'<m:bar><m:barPr><m:pos m:val="{side}"/></m:barPr><m:e>{self._atom()}</m:e></m:bar>'

    def _root(self) -> str:
        if self._peek() != "[":
            return f'<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/><m:e>{self._atom()}</m:e></m:rad>'
        self._next()
        degree = self._sequence(frozenset("]"))
        self._expect("]")
        return f"<m:rad><m:deg>{degree}</m:deg><m:e>{self._atom()}</m:e></m:rad>"

    def _fenced(self) -> str:
        opening = self._fence()
        content = self._sequence(frozenset())
        self._expect("\\right")
        return fences(opening, self._fence(), content)

    def _fence(self) -> str:
        sign = self._next()
        if sign == ".":
            return ""
        return SIGNS.get(sign[1:], "") if sign.startswith("\\") else sign

    def _environment(self) -> str:
        name, rows = self._rows()
        if name == "cases":
            return fences("{", "", equations(rows))
        if name in _MATRICES:
            fence = _MATRICES[name]
            return fences(fence[0], fence[1], matrix(rows)) if fence else matrix(rows)
        if name in {"aligned", "array", "gathered"}:
            return equations(rows)
        raise self._fault(f"\\begin{{{name}}}")

"""Only symbols that occur are explained (8.8, 9.9)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.formulas import formulas
from stdkit.check.symbols import letters_of, normal
from stdkit.model.diagnostics import Finding, slots
from stdkit.model.standard import Type
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "说明了没有使用的符号",
    "an explained symbol that does not occur",
)
MESSAGE = (
    "符号“{symbol}”没有用到：删去它的说明，或者核对公式",
    "the symbol “{symbol}” does not occur: remove its explanation, or look at the formula",
)
WHY = (
    "多出来的说明往往是公式改过而说明没有改。",
    "A surplus explanation often means that the formula was changed and its key was not.",
)
BASIS = "GB/T 1.1—2020, 8.8, 9.9"
SEVERITY = "warning"
SCOPE = "standard"
LIMITS = (
    "符号标准界定的符号供别的文件使用，不检查。",
    "A standard of symbols defines them for others and is passed over.",
)
BAD = r"""
clauses:
  - id: first
    title: 走访
    content:
      - |
        走访率按下式计算，结果保留1位小数。
      - formula:
          tex: |
            R=\frac{n}{N}\times 100\%
          where:
            - {symbol: R, meaning: 走访率}
            - {symbol: n, meaning: 已走访的户数}
            - {symbol: N, meaning: 联系户数}
            - ⟦{symbol: M, meaning: 妇女人数}⟧
"""
GOOD = r"""
clauses:
  - id: first
    title: 走访
    content:
      - |
        走访率按下式计算，结果保留1位小数。
      - formula:
          tex: |
            R=\frac{n}{N}\times 100\%
          where:
            - {symbol: R, meaning: 走访率}
            - {symbol: n, meaning: 已走访的户数}
            - {symbol: N, meaning: 联系户数}
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each symbol of a key that its formula lacks, and each listed one that no formula and no text holds."""
    del resolved
    found = list(formulas(standard))
    for formula in found:
        letters = letters_of(formula.tex)
        for symbol in formula.where:
            if normal(symbol.text) not in letters:
                yield Finding(symbol.at, slots(symbol=symbol.text))
    if standard.standard.symbols and standard.standard.type is not Type.SYMBOL:
        everywhere = letters_of("\n".join((*(each.tex for each in found), standard.occurrences.text)))
        for symbol in standard.standard.symbols:
            if normal(symbol.text) not in everywhere:
                yield Finding(symbol.at, slots(symbol=symbol.text))

"""Every symbol of a formula is explained (9.9)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from stdkit.check.formulas import formulas, place_of
from stdkit.check.symbols import normal, symbols_of
from stdkit.model.diagnostics import Finding, slots
from stdkit.model.text import InlineFormula
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "没有说明的符号",
    "a symbol without explanation",
)
MESSAGE = (
    "公式中的符号{symbols}没有说明：在 where 中写明含义",
    "the formula does not explain {symbols}: say under `where` what it stands for",
)
WHY = (
    "不知道符号的含义，就不能计算。",
    "Nobody can calculate without knowing what the symbols stand for.",
)
BASIS = "GB/T 1.1—2020, 9.9"
SEVERITY = {"": "error", "draft": "warning", "proposed": "note"}
SCOPE = "standard"
LIMITS = (
    "在其他公式、第4章或者正文的“$…$”中说明过的符号不报告，带不同角标的同一字母算作一个，角标是i、j、n等以外的单个字母的除外；角标里的字母和求和的序号不检查。",
    "Symbols explained with another formula, in chapter 4 or by $…$ in the text are free, and so are further subscripts of one, "
    "unless these are single letters other than i, j, n and the like; letters in subscripts and indices are not judged.",
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
            ⟦R=\frac{n}{N}\times 100\%⟧
          where:
            - {symbol: R, meaning: 走访率}
            - {symbol: n, meaning: 已走访的户数}
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
            R=\frac{\sum_{i=1}^{n} x_i}{N}\times 100\%
          where:
            - {symbol: R, meaning: 走访率}
            - {symbol: n, meaning: 村的数量}
            - {symbol: x_i, meaning: 第$i$个村已走访的户数}
            - {symbol: N, meaning: 联系户数}
"""


INDICES = frozenset("ijklmntrs")  # a running number, or a time
CONSTANTS = {"e", "π", "\\pi"}


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each formula with symbols that no key, list or text explains, at its first line."""
    found = list(formulas(standard))
    if not found:
        return
    keys = [symbol.text for formula in found for symbol in formula.where]
    listed = [symbol.text for symbol in standard.standard.symbols]
    inline = [each.tex for passage in standard.passages for each in passage.content if isinstance(each, InlineFormula)]
    known = {*CONSTANTS, *(name for each in (*keys, *listed, *inline) for name in _names(each))}
    bases = {name.partition("_")[0] for name in known if not _is_own(name)}
    for formula in found:
        symbols = dict.fromkeys(each for each in symbols_of(formula.tex) if not _is_explained(each, known, bases))
        if symbols:
            lines = resolved.source.sources.get(standard.standard.path, ())
            at = place_of(formula.tex.strip().splitlines()[0].strip(), formula, lines)
            yield Finding(at, slots(symbols=", ".join(symbols)))


def _names(symbol: str) -> Iterator[str]:
    """Yield a symbol, those that it consists of, and the letters before its first subscript."""
    whole = normal(symbol)
    yield whole
    yield from symbols_of(symbol)
    base, _, subscript = whole.partition("_")
    if not subscript:
        yield from re.findall(r"\\[A-Za-z]+|[A-Za-z]", base)


def _is_own(symbol: str) -> bool:
    """Return whether a subscript is a name (n_c), so that it makes a symbol of its own; i, 1 and max count along or choose."""
    subscript = symbol.partition("_")[2]
    return len(subscript) == 1 and subscript.isalpha() and subscript not in INDICES


def _is_explained(symbol: str, known: Collection[str], bases: Collection[str]) -> bool:
    base = symbol.partition("_")[0]
    return symbol in known or base in bases or (not _is_own(symbol) and any(each.partition("_")[0] == base for each in known))

"""Quantities of a formula are single letters, not words (9.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stdkit.check.formulas import formulas, place_of
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "公式中用文字表示的量",
    "words as quantities in a formula",
)
MESSAGE = (
    "公式中用“{word}”表示量：改用一个字母，在 where 中说明含义",
    "“{word}” stands for a quantity in the formula: use one letter and explain it under `where`",
)
WHY = (
    "公式中的量用单个字母表示，几个字母连写会被看成相乘。",
    "A quantity is one letter; several letters in a row read as a product.",
)
BASIS = "GB/T 1.1—2020, 9.9"
SEVERITY = "error"
SCOPE = "standard"
LIMITS = (
    "角标里的文字和max、min、lg等函数名不报告；每个公式报告一处。",
    "Words in subscripts and names of functions are free; one finding for each formula.",
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
            R=\frac{⟦已走访户数⟧}{N}\times 100\%
          where:
            - {symbol: R, meaning: 走访率}
            - {symbol: N, meaning: 联系户数}
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
            R_{\text{走访}}=\frac{n}{N}\times 100\%
          where:
            - {symbol: "R_{\\text{走访}}", meaning: 走访率}
            - {symbol: n, meaning: 已走访的户数}
            - {symbol: N, meaning: 联系户数}
"""


FUNCTIONS = {"max", "min", "sin", "cos", "tan", "log", "exp", "lim", "mod", "int", "round"}


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield the first word of each formula that stands for a quantity."""
    for formula in formulas(standard):
        text = _scripts().sub(lambda match: " " * len(match.group()), formula.tex)
        words = (match.group("word") or match.group("bare") for match in _words().finditer(text))
        word = next((each for each in words if each and each.lower() not in FUNCTIONS), None)
        if word:
            lines = resolved.source.sources.get(standard.standard.path, ())
            yield Finding(place_of(word, formula, lines), slots(word=word))


@cache
def _scripts() -> re.Pattern[str]:
    group = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}"
    return re.compile(rf"[_^]\s*(?:{group}|\\(?:text|mathrm)\s*{group})|\\operatorname\*?\s*{group}")


@cache
def _words() -> re.Pattern[str]:
    return re.compile(
        r"\\(?:text|mathrm|mathit|mbox)\s*\{\s*(?P<word>[A-Za-z]{2,}|[^{}]*[\u4e00-\u9fff][^{}]*)\s*\}"
        r"|\\[A-Za-z]+"
        r"|(?P<bare>[\u4e00-\u9fff]+|[A-Z]{2,}|[A-Za-z]{3,})"
    )

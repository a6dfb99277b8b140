"""Clauses have at most five levels (7.3.1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stdkit.check.headings import opening
from stdkit.model.diagnostics import Finding
from stdkit.model.standard import Annex, Clause
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "条的层次多于五层",
    "clauses of more than five levels",
)
MESSAGE = (
    "这是第六层次的条，最多五层：改用列项，或者把上级的条升为章",
    "this is a clause of the sixth level, and five is the most: use a list, or make a chapter of the clause above",
)
WHY = (
    "层次太深，编号就难读难引。",
    "Numbers of deep clauses are hard to read and to cite.",
)
BASIS = "GB/T 1.1—2020, 7.3.1"
SEVERITY = "error"
SCOPE = "standard"
BAD = """
clauses:
  - title: 走访
    clauses:
      - title: 定期走访
        clauses:
          - title: 次数
            clauses:
              - title: 一般联系户
                clauses:
                  - title: 近处
                    clauses:
                      - title: 平日
                        clauses:
                          - title: ⟦上午⟧
                            content: |
                              执委应走访1户。
                          - title: 下午
                            content: |
                              执委应走访2户。
                      - title: 节日
                        content: |
                          执委应走访2户。
                  - title: 远处
                    content: |
                      执委应每年走访2次。
              - title: 困难联系户
                content: |
                  执委应每月走访2次。
          - title: 时间
            content: |
              执委应在走访前1日告知联系户。
      - title: 四必访
        content: |
          执委应在获知后3日内走访。
"""
GOOD = """
clauses:
  - title: 走访
    clauses:
      - title: 定期走访
        clauses:
          - title: 次数
            clauses:
              - title: 一般联系户
                clauses:
                  - title: 近处
                    clauses:
                      - title: 平日
                        content: |
                          执委应走访1户。
                      - title: 节日
                        content: |
                          执委应走访2户。
                  - title: 远处
                    content: |
                      执委应每年走访2次。
              - title: 困难联系户
                content: |
                  执委应每月走访2次。
          - title: 时间
            content: |
              执委应在走访前1日告知联系户。
      - title: 四必访
        content: |
          执委应在获知后3日内走访。
"""


MOST = 5


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield the first clause of each run that stands six levels below its chapter or annex."""
    del resolved
    tops: tuple[Clause | Annex, ...] = (*standard.standard.clauses, *standard.standard.annexes)
    for top in tops:
        yield from _below(top.clauses, MOST)


def _below(among: Sequence[Clause | Annex], left: int) -> Iterator[Finding]:
    if among and left == 0:
        yield Finding(opening(among[0]))
        return
    for clause in among:
        yield from _below(clause.clauses, left - 1)

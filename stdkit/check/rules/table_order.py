"""Tables and figures stand in the order of their first mention (9.7.1, 9.8.1)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, Span, slots
from stdkit.resolve.labels import Kind, Label
from stdkit.resolve.printed import print_place
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard
from stdkit.resolve.targets import OwnTarget

TITLE = (
    "表或者图的次序与提到的先后不符",
    "tables or figures in another order than they are mentioned",
)
MESSAGE = (
    "{late}排在{early}前面，却在它之后才提到：调换两者的位置，或者先提到{late}",
    "{late} stands before {early} but is mentioned after it: exchange the two, or mention {late} first",
)
WHY = (
    "编号按先后排列，读者先读到的提及应指向编号小的表和图。",
    "Numbers run in order, so what is mentioned first should have the smaller one.",
)
BASIS = "GB/T 1.1—2020, 9.7.1, 9.8.1"
SEVERITY = "warning"
SCOPE = "standard"
LIMITS = (
    "正文和每个附录各自比较，各报告一处；没有提到的表由另一条规则报告；引言、范围和表格里的提及不算。",
    "The body and each annex are compared by themselves, one finding each; mentions in the introduction, scope or tables do not "
    "count.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content:
      - |
        走访次数应符合[[times]]的规定，走访方式见⟦[[ways]]⟧。
      - table:
          id: ways
          title: 走访方式
          cells: |
            联系户 | 方式
            ---
            一般   | 上门
      - table:
          id: times
          title: 走访次数
          cells: |
            联系户 | 次数
            ---
            一般   | 1
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content:
      - |
        走访方式见[[ways]]，走访次数应符合[[times]]的规定。
      - table:
          id: ways
          title: 走访方式
          cells: |
            联系户 | 方式
            ---
            一般   | 上门
      - table:
          id: times
          title: 走访次数
          cells: |
            联系户 | 次数
            ---
            一般   | 1
"""


COUNTED = {Kind.TABLE, Kind.FIGURE}


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield the first mention of each series that leads back behind a number mentioned before."""
    found: dict[tuple[Kind, str | None], list[tuple[Label, Span]]] = {}
    seen: set[str] = set()
    for mention, target in standard.followed:
        if not isinstance(target, OwnTarget) or target.label.kind not in COUNTED or target.label.anchor in seen:
            continue
        if mention.passage.container is None and mention.passage.owner:
            seen.add(target.label.anchor)
            found.setdefault((target.label.kind, target.label.annex), []).append((target.label, mention.reference.at))
    for series in found.values():
        highest = series[0][0]
        for label, at in series:
            if label.ordinal < highest.ordinal:
                yield Finding(at, slots(late=print_place(label, resolved.house), early=print_place(highest, resolved.house)))
                break
            highest = label

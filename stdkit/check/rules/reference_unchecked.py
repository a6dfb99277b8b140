"""What is cited is known to be in force (9.5.4.4.2)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "引用的文件没有查明是否现行",
    "a cited document of unknown status",
)
MESSAGE = (
    "{number}是否现行没有查明：核对后在 references.yaml 中改写 status，并写 checked_on",
    "nobody has looked whether {number} is in force: do so and write `status` and `checked_on` in references.yaml",
)
WHY = (
    "被代替或者废止的文件不能引用，发布以前应查明。",
    "Superseded and withdrawn documents are not cited; find out before publication.",
)
BASIS = "GB/T 1.1—2020, 9.5.4.4.2"
SEVERITY = "note"
SCOPE = "standard"
LIMITS = (
    "同一文件只报告第一处引用；登记为现行的文件不看核对日期。",
    "A document is reported where it is first cited; the day of the last check is not judged.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      走访路线的编码见⟦[[GB/T 10113]]⟧。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录，编码的术语见[[GB/T 10113]]。
# references.yaml
GB/T 10113—2003:
  title: {zh: 分类与编码通用术语}
  level: national
  status: unknown
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content: |
      公文格式见[[GB/T 9704]]。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield the first citation of each document whose entry says that its status is unknown."""
    seen: set[str] = set()
    for citation in standard.citations:
        entry = resolved.index.registry.get(resolved.index.numbers.get(citation.target, citation.target))
        if entry and entry.status == "unknown" and entry.number not in seen:
            seen.add(entry.number)
            yield Finding(citation.at, slots(number=citation.printed))

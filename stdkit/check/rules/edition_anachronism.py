"""A standard cites no edition that is younger than itself (9.5.4.1)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.resolved import Citation, ResolvedSet, ResolvedStandard

TITLE = (
    "引用了发布在后的版本",
    "a citation of an edition issued later",
)
MESSAGE = (
    "本文件{issued}发布，所引{number}在{later}才发布：改正日期，或者引用当时有的版本",
    "this document was issued on {issued} and cites {number}, issued on {later}: correct a date, or cite an edition of that time",
)
WHY = (
    "发布时还没有的版本不能引用，多半是修改时换了引用而没有换发布日期。",
    "What did not exist cannot be cited; most often a citation was changed later and the day of issue was not.",
)
BASIS = "GB/T 1.1—2020, 9.5.4.1"
SEVERITY = {"": "error", "draft": "note", "proposed": "note"}
SCOPE = "standard"
LIMITS = (
    "只看注日期的引用；references.yaml 中没有发布日期的不看，只有年月的按年月比较。",
    "Only dated references are looked at, and none whose day of issue references.yaml does not know; a year or month is compared "
    "as such.",
)
BAD = """
issued: 2025-06-20
clauses:
  - id: first
    title: 走访
    content: |
      走访的通知应符合⟦[[GB/T 9704—2026#5.1]]⟧的规定。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
# references.yaml
GB/T 9704—2026:
  title: {zh: 党政机关公文格式, en: Layout key for official document of Party and government organs}
  level: national
  status: current
  issued: 2026-03-01
"""
GOOD = """
issued: 2025-06-20
clauses:
  - id: first
    title: 走访
    content: |
      走访的通知应符合[[GB/T 9704—2025#5.1]]的规定。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
# references.yaml
GB/T 9704—2025:
  title: {zh: 党政机关公文格式, en: Layout key for official document of Party and government organs}
  level: national
  status: current
  issued: 2025-06
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each dated citation of a document that was issued after this one."""
    issued = standard.standard.issued
    if issued is None:
        return
    for citation in standard.citations:
        later = _issued(citation, resolved) if citation.dated else None
        if later and later > issued.text[: len(later)]:
            yield Finding(citation.at, slots(issued=issued.text, number=citation.printed, later=later))


def _issued(citation: Citation, resolved: ResolvedSet) -> str | None:
    if citation.sibling:
        if citation.printed != resolved.index.numbers[citation.target]:
            return None  # a published text goes on printing the edition that it was published with
        word = resolved.index.standards[citation.target].issued
        return word.text if word else None
    entry = resolved.index.registry.get(citation.printed)
    return entry.issued if entry else None

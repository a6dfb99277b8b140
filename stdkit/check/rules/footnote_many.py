"""Footnotes are used sparingly (9.12.1)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.passages import Element
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "条文脚注过多",
    "too many footnotes",
)
MESSAGE = (
    "约{pages}页的文件有{count}个条文脚注：尽量写进条文，或者改为注",
    "a document of some {pages} page(s) has {count} footnotes: move them into the text, or make them notes",
)
WHY = (
    "脚注打断阅读，印成小字也容易被漏看。",
    "Footnotes break the reading, and small print is overlooked.",
)
BASIS = "GB/T 1.1—2020, 9.12.1"
SEVERITY = "note"
SCOPE = "standard"
LIMITS = (
    "平均每两页不到一个的不报，三个以内的不报；页数按字数估计。表的脚注不算。",
    "Fewer than one in two pages, and up to three in all, are passed over; pages are estimated from the length of the text. "
    "Footnotes of tables do not count.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委[^a]应每月走访[^b]1次联系户[^c]，走访时应佩戴标识⟦[^d]⟧。

      [^a]: 村妇联的执委。
      [^b]: 上门的走访。
      [^c]: 名册所列的家庭。
      [^d]: 区妇联制作的标识。
# system.yaml
profile: {rules: {footnote-many: {severity: note, reason: 本组织不用脚注}}}
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委应每月走访1次联系户[^a]，走访时应佩戴标识。

      [^a]: 名册所列的家庭。
# system.yaml
profile: {rules: {footnote-many: {severity: note, reason: 本组织不用脚注}}}
"""


PAGE = 1200  # characters
FEW = 3


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield one finding at the first footnote above what the length of the text allows."""
    del resolved
    count = len(standard.numbering.footnotes)
    if count <= FEW:
        return
    pages = 1 + len(standard.occurrences.text) // PAGE
    allowed = max(FEW, pages // 2)
    if count > allowed:
        footnotes = standard.occurrences.of(Element.FOOTNOTE)
        yield Finding(footnotes[allowed].at, slots(pages=str(pages), count=str(count)))

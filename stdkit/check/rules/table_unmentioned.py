"""Every table, form and figure is mentioned by its number (9.7.1.2, 9.8.1.2)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "没有被提到的表或者图",
    "a table or figure that is mentioned nowhere",
)
MESSAGE = (
    "正文没有提到“{title}”：在用到它的地方写见[[{id}]]",
    "the text does not mention “{title}”: write 见[[{id}]] where it is used",
)
WHY = (
    "没有被提到的表和图，读者不知道怎样使用。",
    "Nobody knows how to use a table or figure that the text does not mention.",
)
BASIS = "GB/T 1.1—2020, 9.7.1.2, 9.8.1.2"
SEVERITY = {"": "error", "draft": "warning", "proposed": "note"}
SCOPE = "standard"
LIMITS = (
    "表自己的单元格中的提及不算。",
    "A mention within the table itself does not count.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content:
      - |
        执委应每月走访1次。
      - table:
          id: ⟦kinds⟧
          title: 走访要求
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
        走访次数应符合[[kinds]]的规定。
      - table:
          id: kinds
          title: 走访要求
          cells: |
            联系户 | 次数
            ---
            一般   | 1
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each table, form, figure or flow chart whose id no text of the standard names."""
    del resolved
    mentioned = {
        mention.reference.target for mention in standard.mentions if mention.reference.target != mention.passage.container
    }
    for block in standard.captioned:
        if block.id.text not in mentioned:
            title = block.title.text if block.title else block.id.text
            yield Finding(block.id.at, slots(title=title, id=block.id.text))

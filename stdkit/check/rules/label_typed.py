"""Labels of notes, examples, keys and units are printed, never typed (9.8.4, 9.9, 9.10, 9.11)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.labels import labelled
from stdkit.check.words import linear
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.passages import Element
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "手写的“注：”“示例：”",
    "a label typed by hand",
)
MESSAGE = (
    "“{label}”由 stdkit 印出：这段内容写在 {key} 下，不手写标签",
    "stdkit prints “{label}” by itself: write this text under `{key}`, without its label",
)
WHY = (
    "手写的标签不会编号，也印不出注、示例和式中的格式。",
    "A typed label gets no number and not the print of a note, example or key.",
)
BASIS = "GB/T 1.1—2020, 9.8.4, 9.9, 9.10, 9.11"
SEVERITY = "error"
SCOPE = "standard"
LIMITS = (
    "只看一段的开头；单元格、表单、引号里的“注：”不检查。",
    "Only the beginning of a paragraph is looked at; cells, forms and quotations are passed over.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content:
      - |
        执委应每月走访1次。

        ⟦注1：⟧联系户数按上年末户数计算。

        ⟦示例：⟧走访记录写作“上门走访”。
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content:
      - |
        执委应每月走访1次。注意事项由村妇联告知。
      - note: 联系户数按上年末户数计算。
"""


NAMES = ("note", "example", "where")
PASSED = {Element.FORM, Element.CELL, Element.NOTE, Element.EXAMPLE}


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each label of the house that opens a paragraph."""
    for passage, match in labelled(standard, NAMES, resolved.house.labels):
        if passage.element not in PASSED:
            at = linear(passage.content).span(*match.span())
            yield Finding(at, slots(label=match.group().strip(), key=match.lastgroup or ""))

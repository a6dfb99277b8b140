"""What is cited still says what it said when the citation was confirmed."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.resolved import ResolvedSet

TITLE = (
    "所引内容改动过的引用",
    "a citation of a text that has changed",
)
MESSAGE = (
    "{target} 在确认之后改动过：核对这里的引用是否仍然成立，然后运行 stdkit confirm {standard}",
    "{target} has changed since this was confirmed: see whether it still holds here, then run stdkit confirm {standard}",
)
WHY = (
    "被引用的条款改了，引用它的条文可能不再正确；谁引用、引用的是哪一处，写的人往往不知道。",
    "When a clause changes, a text that rests on it may no longer be right, and who changed it often does not know who cites it.",
)
BASIS = "format 1"
SEVERITY = "warning"
SCOPE = "set"
LIMITS = (
    "从未确认过的引用不看；同一标准内部的引用和引用体系外文件的不看。编号、位置、排版的变化和引言的变化不算改动，所引数值的变化算。",
    "A citation that was never confirmed is passed over, and so are those within one standard or of documents outside the set. "
    "Another number, place or layout is no change, nor is the introduction; another value of what is cited there is one.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      走访应符合⟦[[XM-102#visiting]]⟧的规定。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
# service-project/XM-102.yaml
id: XM-102
# .state/citations.yaml
"XM-101/first -> XM-102#visiting": "0000000000000000"
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content: |
      走访应符合[[XM-102#visiting]]的规定。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
# service-project/XM-102.yaml
id: XM-102
# .state/citations.yaml
"XM-101/first -> XM-102#visiting": "4c344163dfa14bca"
"""


def check(resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each confirmed citation whose target has another text by now."""
    if not resolved.source.confirmed.citations:
        return
    from stdkit.resolve.confirmations import suspects  # for start-up time: most sets have confirmed nothing

    for link in suspects(resolved):
        path = resolved.standards[link.standard].standard.path
        yield Finding(link.at, slots(target=link.name, standard=link.standard), path=path)

"""Every annex is mentioned in the text (9.6.1.2)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard
from stdkit.resolve.targets import OwnTarget

TITLE = (
    "没有被提到的附录",
    "an annex that is mentioned nowhere",
)
MESSAGE = (
    "正文没有提到这个附录：在用到它的地方写（见[[{id}]]）",
    "the text does not mention this annex: write （见[[{id}]]） where it is used",
)
WHY = (
    "没有被提到的附录，读者不知道何时使用。",
    "Nobody knows when to use an annex that the text does not mention.",
)
BASIS = "GB/T 1.1—2020, 9.6.1.2"
SEVERITY = {"": "error", "draft": "warning", "proposed": "note"}
SCOPE = "standard"
LIMITS = (
    "流程图步骤和表单中提到的也算提及。",
    "A mention in a step of a flow chart or in a form counts.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委应填写记录。
annexes:
  - id: form-annex
    title: ⟦走访记录表⟧
    content:
      - |
        式样见[[form]]。
      - form:
          id: form
          title: 走访记录表
          cells: |
            日期 | _date
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委应填写记录（见[[form]]）。
annexes:
  - id: form-annex
    title: 走访记录表
    content:
      - |
        式样见[[form]]。
      - form:
          id: form
          title: 走访记录表
          cells: |
            日期 | _date
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each annex that neither itself nor anything in it is mentioned from outside."""
    del resolved
    mentioned = set()
    for mention, target in standard.followed:
        if isinstance(target, OwnTarget) and target.label.annex:
            own = standard.numbering.by_id.get(mention.passage.annex or "")
            if own is None or own.annex != target.label.annex:
                mentioned.add(target.label.annex)
    for annex in standard.standard.annexes:
        label = standard.label(annex.at)
        if label and label.annex not in mentioned:
            yield Finding(annex.title.at, slots(id=annex.id.text))

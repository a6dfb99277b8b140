"""A form that asks for personal data says what they are for."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.blocks import Form
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "收集个人信息的表单没有写明用途",
    "a form for personal data without their purpose",
)
MESSAGE = (
    "“{title}”收集个人信息，没有写明用途：用 purpose 写上，例如“走访和回访”",
    "“{title}” asks for personal data and does not say what for: write it under `purpose`",
)
WHY = (
    "填表的人要知道信息用来做什么、由谁保管、保存多久；写明用途，表单下面才会印出这句告知。",
    "Whoever fills it in has to know what the data are for, who keeps them and how long; only with a purpose is that printed.",
)
BASIS = "format 1; 中华人民共和国个人信息保护法"
SEVERITY = {"": "warning", "draft": "note", "proposed": "note"}
SCOPE = "standard"
LIMITS = (
    "只看写了 personal_data 的表单；表单中的姓名、电话等栏目不另外识别。",
    "Only forms with `personal_data` are looked at; names and telephone numbers among the cells are not recognised.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content:
      - |
        走访记录表的式样见[[visits]]。
      - form:
          id: visits
          title: ⟦走访记录表⟧
          keep: {by: 村妇联, for: 3年}
          personal_data: true
          cells: |
            姓名 | _
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content:
      - |
        走访记录表的式样见[[visits]]。
      - form:
          id: visits
          title: 走访记录表
          keep: {by: 村妇联, for: 3年}
          personal_data: true
          purpose: 走访和回访
          cells: |
            姓名 | _
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield the title of each such form."""
    del resolved
    for _, block in standard.blocks:
        if isinstance(block, Form) and block.personal_data and not block.purpose:
            yield Finding(block.title.at, slots(title=block.title.text))

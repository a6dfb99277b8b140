"""A numbered form says who fills it in, when, and how long it is kept (GB/T 20001.6)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.blocks import Form
from stdkit.model.diagnostics import Bilingual, Finding, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "记录表单没有写明由谁填、何时填或者怎样保管",
    "a record form without who fills it in, when, or how it is kept",
)
MESSAGE = (
    "“{title}”有编号，没有写明{missing}：补上，不作为记录的表删去 number",
    "“{title}” has a number and does not say {missing}: add it, or remove `number` when it is no record",
)
WHY = (
    "记录要能追溯：没有人负责填写和保管的表，检查时就找不到。",
    "A record is there to be found; nobody finds a form that nobody has to fill in or keep.",
)
BASIS = "GB/T 20001.6—2017"
SEVERITY = "note"
SCOPE = "standard"
LIMITS = (
    "没有 number 的表单当作式样，不看。",
    "A form without `number` is taken for a sample and passed over.",
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
          number: ⟦XM101-R01⟧
          title: 走访记录表
          filled_by: executive-member
          cells: |
            走访日期 | _date
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
          number: XM101-R01
          title: 走访记录表
          filled_by: executive-member
          when: 走访当日
          keep: {by: village, for: 3年}
          cells: |
            走访日期 | _date
"""


PARTS = (
    ("filled_by", Bilingual("由谁填写（filled_by）", "who fills it in (`filled_by`)")),
    ("when", Bilingual("何时填写（when）", "when (`when`)")),
    ("keep", Bilingual("由谁保管、保存多久（keep）", "who keeps it and how long (`keep`)")),
)


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield the number of each form that lacks one of the three."""
    del resolved
    for block in standard.captioned:
        if isinstance(block, Form) and block.number:
            missing = [name for key, name in PARTS if not getattr(block, key)]
            if missing:
                both = Bilingual("、".join(each.zh for each in missing), ", ".join(each.en for each in missing))
                yield Finding(block.number.at, slots(title=block.title.text, missing=both))

"""No two forms bear one number."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.blocks import Form
from stdkit.model.diagnostics import Finding, Span, slots
from stdkit.resolve.resolved import ResolvedSet

TITLE = (
    "两张表单同一个编号",
    "two forms with one number",
)
MESSAGE = (
    "编号{number}已用于{other}的“{title}”：换一个编号",
    "the number {number} is that of “{title}” in {other}: give another one",
)
WHY = (
    "记录按表单编号归档和查找，编号相同就分不清。",
    "Records are filed and found by the number of their form.",
)
BASIS = "format 1"
SEVERITY = "error"
SCOPE = "set"
BAD = """
clauses:
  - id: first
    title: 走访
    content:
      - |
        式样见[[visits]]和[[returns]]。
      - form:
          id: visits
          number: XM101-R01
          title: 走访记录表
          filled_by: executive-member
          when: 走访当日
          keep: {by: village, for: 3年}
          cells: |
            走访日期 | _date
      - form:
          id: returns
          number: ⟦XM101-R01⟧
          title: 回访记录表
          filled_by: executive-member
          when: 回访当日
          keep: {by: village, for: 3年}
          cells: |
            回访日期 | _date
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content:
      - |
        式样见[[visits]]和[[returns]]。
      - form:
          id: visits
          number: XM101-R01
          title: 走访记录表
          filled_by: executive-member
          when: 走访当日
          keep: {by: village, for: 3年}
          cells: |
            走访日期 | _date
      - form:
          id: returns
          number: XM101-R02
          title: 回访记录表
          filled_by: executive-member
          when: 回访当日
          keep: {by: village, for: 3年}
          cells: |
            回访日期 | _date
"""


SYSTEM = "system.yaml"


def check(resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each number of a form that an earlier form of the set, or one that system.yaml declares, has already."""
    seen = {each.number: (each.title, SYSTEM) for each in resolved.index.system.forms if each.number}
    for number, title, at, (identifier, path) in _numbered(resolved):
        known, other = seen.setdefault(number, (title, identifier))
        if (known, other) != (title, identifier):
            yield Finding(at, slots(number=number, title=known, other=other), path=path)


def _numbered(resolved: ResolvedSet) -> Iterator[tuple[str, str, Span, tuple[str, str]]]:
    for identifier, each in sorted(resolved.standards.items()):
        for block in each.captioned:
            if isinstance(block, Form) and block.number:
                yield block.number.text, block.title.text, block.number.at, (identifier, each.standard.path)

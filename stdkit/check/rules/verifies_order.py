"""Confirmation follows the order of the requirements (GB/T 20001.5)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.headings import opening
from stdkit.model.diagnostics import Finding, slots
from stdkit.model.standard import Clause
from stdkit.resolve.passages import Key
from stdkit.resolve.printed import print_place
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "证实方法与要求的顺序不同",
    "confirmation in another order than the requirements",
)
MESSAGE = (
    "这一条证实{here}，上一条证实的{before}反而在后：按要求的顺序排列证实方法",
    "this confirms {here}, the clause above {before}, which comes later: put the confirmations in the order of the requirements",
)
WHY = (
    "证实方法与要求顺序一致，检查的人才能逐条对照。",
    "In one order, requirements and their confirmation can be read side by side.",
)
BASIS = "GB/T 20001.5—2017"
SEVERITY = "note"
SCOPE = "standard"
LIMITS = (
    "比较各条 verifies 中最靠前的一条要求；同一条 verifies 内的先后不比较。",
    "The first requirement that each clause verifies counts; the order within one `verifies` does not matter.",
)
BAD = """
type: specification
title: {zh: 执委走访工作规范, en: Specification for visits by executive members}
clauses:
  - id: visits
    title: 走访
    content: |
      执委应每月走访1次。
  - id: records
    title: 记录
    content: |
      执委应在走访当日填写记录。
  - id: verification
    title: 证实方法
    clauses:
      - id: of-records
        title: 记录的核查
        verifies: [records]
        content: |
          抽取5份记录，有1份不是当日填写的，[[records]]不符合。
      - id: of-visits
        title: ⟦走访的核查⟧
        verifies: [visits]
        content: |
          抽取5户的走访记录，有1户当月没有记录的，[[visits]]不符合。
"""
GOOD = """
type: specification
title: {zh: 执委走访工作规范, en: Specification for visits by executive members}
clauses:
  - id: visits
    title: 走访
    content: |
      执委应每月走访1次。
  - id: records
    title: 记录
    content: |
      执委应在走访当日填写记录。
  - id: verification
    title: 证实方法
    clauses:
      - id: of-visits
        title: 走访的核查
        verifies: [visits]
        content: |
          抽取5户的走访记录，有1户当月没有记录的，[[visits]]不符合。
      - id: of-records
        title: 记录的核查
        verifies: [records, visits]
        content: |
          抽取5份记录，有1份不是当日填写的，[[records]]不符合。
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each confirming clause whose first requirement stands before that of the confirming clause above it."""
    below = standard.clauses
    confirming = [each for each in below if isinstance(each, Clause) and each.verifies]
    if not confirming:
        return
    places = {label.anchor: where for where, label in standard.numbering.labels.items()}
    before: Key | None = None
    for clause in confirming:
        named = [places[word.text] for word in clause.verifies if word.text in places]
        here = min(named, default=None)
        if before and here and here < before:
            labels = [standard.numbering.labels[each] for each in (here, before)]
            values = slots(here=print_place(labels[0], resolved.house), before=print_place(labels[1], resolved.house))
            yield Finding(opening(clause), values)
        before = here or before

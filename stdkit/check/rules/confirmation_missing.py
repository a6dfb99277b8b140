"""A specification says how its requirements are confirmed (GB/T 20001.5)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding
from stdkit.model.standard import Clause, Type
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "规范没有证实方法",
    "a specification without confirmation",
)
MESSAGE = (
    "规范的要求没有对应的证实方法：增设“证实方法”一章，用 verifies 写明证实哪些条",
    "nothing confirms the requirements of this specification: add a chapter that confirms them, with `verifies`",
)
WHY = (
    "不能证实的要求等于没有要求。",
    "A requirement that cannot be confirmed is none.",
)
BASIS = "GB/T 20001.5—2017"
SEVERITY = {"": "warning", "draft": "note", "proposed": "note"}
SCOPE = "standard"
LIMITS = (
    "标题含有证实、检查、核验、查验、评价、追溯、记录的章都算；写了 verifies 的条也算。",
    "A chapter with 证实, 检查, 核验, 查验, 评价, 追溯 or 记录 in its title counts, and so does any clause with verifies.",
)
BAD = """
id: ⟦XM-101⟧
type: specification
title: {zh: 执委走访工作规范, en: Specification for visits}
clauses:
  - id: first
    title: 走访
    content: |
      执委应每月走访1次。
"""
GOOD = """
type: specification
title: {zh: 执委走访工作规范, en: Specification for visits}
clauses:
  - id: first
    title: 走访
    content: |
      执委应每月走访1次。
  - id: verification
    title: 证实方法
    verifies: [first]
    content: |
      抽取5户的走访记录，有1户当月没有记录的，[[first]]不符合。
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield a finding at the id of a specification in which no clause confirms anything."""
    titles = resolved.house.words.get("confirmation_titles", ())
    if standard.standard.type is not Type.SPECIFICATION or not titles:
        return
    for clause in standard.clauses:
        if isinstance(clause, Clause) and clause.verifies:
            return
        if clause.title and any(word in clause.title.text for word in titles):
            return
    yield Finding(standard.standard.id.at)

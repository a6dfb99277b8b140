"""An informative annex requires and recommends nothing (9.6.1.2)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.below import provisions_below
from stdkit.model.diagnostics import Bilingual, Finding, slots
from stdkit.resolve.modals import Kind
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "资料性附录中的要求或者推荐",
    "a requirement or recommendation in an informative annex",
)
MESSAGE = (
    "资料性附录中的“{word}”使这句话成为{kind}：移到正文，或者在正文中写明按这个附录执行",
    "“{word}” makes a {kind} in an informative annex: move it to the text, or say in the text that the annex applies",
)
WHY = (
    "资料性附录只给出附加信息，不执行它也符合标准；其中的要求谁也不用遵守。",
    "Whoever ignores an informative annex still conforms; a requirement in it binds nobody.",
)
BASIS = "GB/T 1.1—2020, 9.6.1.2"
SEVERITY = {"": "warning", "draft": "note", "proposed": "note"}
SCOPE = "standard"
LIMITS = (
    "表单、表、注和示例中的内容不看；标题有“示例”“式样”“问卷”等词的附录是样本，不看；“可”不报。附录是规范性的还是资料性的，按正文的提法确定。",
    "Forms, tables, notes and examples are passed over, and so are annexes whose title names a sample (示例, 式样, 问卷 …), and "
    "permissions. Whether an annex is normative follows from the way the text mentions it.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      走访的准备见[[hints]]。
annexes:
  - id: hints
    title: 走访的准备
    content: |
      走访方式⟦宜⟧为上门。执委⟦应⟧带上记录表。
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content: |
      走访应按[[rules]]进行，准备的内容见[[hints]]，谈话见[[talk]]。
annexes:
  - id: rules
    title: 走访的步骤
    content: |
      执委应带上记录表。
  - id: hints
    title: 走访的准备
    content: |
      走访前常做的准备有看记录、约时间，也可先打电话。
  - id: talk
    title: 谈话示例
    content: |
      您家应享受的补贴，我帮您问一问。
"""


KINDS = {Kind.REQUIREMENT: Bilingual("要求", "requirement"), Kind.RECOMMENDATION: Bilingual("推荐", "recommendation")}


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield the verbs of requirements and recommendations in the paragraphs and items of informative annexes."""
    samples = resolved.house.words.get("sample_titles", ())
    annexes = [
        annex
        for annex in standard.standard.annexes
        if standard.natures.get(annex.id.text) == "informative" and not any(word in annex.title.text for word in samples)
    ]
    for _, found in provisions_below(standard, annexes, tuple(KINDS)):
        if found.kind:
            yield Finding(found.at, slots(word=found.word, kind=KINDS[found.kind]))

"""What is declared original speaks for itself: little of it stands in texts that are not original (GB/T 1.2)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.overlaps import overlaps, undeclared
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.resolved import ResolvedSet

TITLE = (
    "来源声明与文字重合不符",
    "a declared origin that the text overlap contradicts",
)
MESSAGE = (
    "与{source}文字重合，占本文件的{share}，来源声明没有写它：改为转化并写明它，或者改写",
    "text overlap with {source}, {share} of this text, and the origin does not name it: declare it as adapted, or write anew",
)
WHY = (
    "公布的原创项数要经得起核对；从别处转来的文字写明出处，就不是问题。",
    "The announced number of originals has to stand a check; text that names where it comes from is no problem.",
)
BASIS = "format 1; GB/T 1.2—2020"
SEVERITY = "warning"
SCOPE = "set"
LIMITS = (
    "与本体系的转化标准重合超过30%的，与一份对比文本重合达到10%的才报；没有对比文本的，体系以外的文本没有比对。另一种语言的源文件测不出来。",
    "From more than 30 % shared with an adapted standard of the set, or 10 % with one text of a corpus. Without a corpus nothing "
    "outside the set is compared. A source in another language cannot be measured.",
)
_TEXT = """\
clauses:
  - id: visiting
    title: 走访
    content: |
      执委应在每季度第一个月的15日前，逐户走访分工联系的妇女家庭，了解家庭成员的就业、健康和子女教育情况，询问需要帮助的事项。

      执委应在走访当日填写走访记录，写明走访的日期、地点、对象和反映的问题，并在3个工作日内将不能当场答复的问题报村妇联主席。
"""
_ORIGIN = "{kind: adapted, source: GB/T 9704—2012, clauses: ['5'], differences: [改用妇联的岗位名称]}"
BAD = f"""
origin: {_ORIGIN}
{_TEXT}
# service-project/XM-102.yaml
id: XM-102
title: {{zh: 执委探望工作规程, en: Code of practice for calls by executive members}}
subsystem: XM1
type: code-of-practice
stage: published
issued: 2025-06-20
implemented: 2025-08-01
applies_to: [executive-member]
origin: ⟦{{kind: original}}⟧
scope: |
  本文件规定了执委探望的要求。

  本文件适用于村（社区）妇联执委的探望。
{_TEXT}
"""
GOOD = BAD.replace("⟦{kind: original}⟧", _ORIGIN).replace(
    _TEXT, "clauses: [{id: visiting, title: 走访, content: 执委应每月走访1次。}]\n", 1
)


def check(resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each origin that the text contradicts: within the set where something is adapted, and against its corpora."""
    kinds = {each.standard.origin.kind for each in resolved.standards.values()}
    for found in overlaps(resolved) if "adapted" in kinds else ():
        pair = undeclared(resolved, found)
        if pair:
            yield _finding(resolved, pair[0], pair[1], found.share)
    if resolved.index.system.corpora:
        from stdkit.check.outside_shares import unnamed  # only here, as it takes long to import

        for standard, source, share in unnamed(resolved):
            yield _finding(resolved, standard, source, share)


def _finding(resolved: ResolvedSet, name: str, source: str, share: float) -> Finding:
    standard = resolved.standards[name].standard
    return Finding(standard.origin.at, slots(source=source, share=f"{share:.0%}"), path=standard.path)

"""What a set says, it says once: two standards that share much of their text (5.4.2)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.overlaps import overlaps, undeclared
from stdkit.check.places import Places
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.resolved import ResolvedSet

TITLE = (
    "两项标准有较多相同的文字",
    "two standards that share much of their text",
)
MESSAGE = (
    "与{other}{place}等处文字重合，占较短一项的{share}：写在一处，另一处引用；有意重复的，豁免本条并写明理由",
    "text overlap with {other} {place}, {share} of the shorter text: keep it in one place and refer to it, or waive this with a "
    "reason",
)
WHY = (
    "同一内容写在两处，改了一处就不一致。文字重合不等于不当，但要有归属。",
    "What stands in two places differs as soon as one of them is changed. Text overlap is no fault, but it needs a home.",
)
BASIS = "GB/T 1.1—2020, 5.4.2; GB/T 13016—2018"
SEVERITY = "warning"
SCOPE = "set"
LIMITS = (
    "重合达到较短一项的10%，或者一段达到150字的才报；范围、表单、符号和注明来源的定义不比对。全部段落见 originality 报告。",
    "From 10 % of the shorter text, or 150 characters in one passage. The scope, forms, symbols and definitions with a source "
    "are not compared. All shared passages are in stdkit report originality.",
)
_VISIT = """\
      执委应在每季度第一个月的15日前，逐户走访分工联系的妇女家庭，了解家庭成员的就业、健康和子女教育情况，询问需要帮助的事项。
"""
_RECORD = """\
      执委应在走访当日填写走访记录，写明走访的日期、地点、对象和反映的问题，并在3个工作日内将不能当场答复的问题报村妇联主席。
"""
_ANSWER = """\
      村妇联主席应在收到问题后10个工作日内办理，并由原走访的执委将办理结果告知提出问题的家庭；不能办理的，说明原因和可以求助的单位。
"""
BAD = f"""
clauses:
  - id: visiting
    title: 走访
    content: |
{_VISIT}
{_RECORD}
{_ANSWER}
# service-project/XM-102.yaml
id: XM-102
clauses:
  - id: calling
    title: 探望
    content: |
      ⟦{_VISIT.strip()}⟧

{_RECORD}
{_ANSWER}
"""
GOOD = f"""
clauses:
  - id: visiting
    title: 走访
    content: |
{_VISIT}
{_RECORD}
{_ANSWER}
# service-project/XM-102.yaml
id: XM-102
clauses:
  - id: calling
    title: 探望
    content: |
      探望的次数、记录和办理应符合[[XM-101]]的规定。探望困难家庭的，另按家庭的要求约定时间和陪同人员。
"""


def check(resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each pair that shares much, where its longest passage stands in the later of the two."""
    for each in overlaps(resolved):
        if undeclared(resolved, each):
            continue  # that is told as a conflict with the declared origin
        place = Places(resolved.standards[each.other], resolved.house).around(each.other_at) or ""
        values = slots(other=each.other, place=place, share=f"{each.share:.0%}")
        yield Finding(each.at, values, path=resolved.standards[each.standard].standard.path)

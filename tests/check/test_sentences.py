"""Sentences that should fire and sentences that should stay silent, rule by rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from stdkit.check.checker import check
from stdkit.model.house import House
from stdkit.read.load import load
from stdkit.resolve.resolve import resolve
from tests.check.overlay import lay_over

TEXT = """clauses:
  - id: first
    title: 走访
    content: |
      {}
  - id: second
    title: 记录
    content: |
      执委应填写记录。
"""
NOTE = """clauses:
  - id: first
    title: 走访
    content:
      - |
        执委应每月走访1次。
      - note: |
          {}
"""
DEFINITION = """terms:
  - id: concept
    term: {{zh: 概念, en: concept}}
    definition: |
      {}
""" + TEXT.format("概念见走访记录。")
SCOPE = "scope: |\n  本文件规定了走访的要求。\n\n  本文件适用于村妇联。{}\n"
INTRODUCTION = "introduction: |\n  {}\n"

FIRE = {
    ("verb-forbidden", TEXT): [
        "执委必须每月走访1次。",
        "项目资金不得用于发放津贴补贴。",
        "会议实到人数须超过应到人数的三分之二。",
        "未经本人同意不可公开走访照片。",
        "村妇联应当公示名单。",
        "严禁虚报走访次数。",
        "现场一律登记。",
        "执委务必在3日内答复。",
    ],
    ("note-verb", NOTE): [
        "执委应佩戴标识。",
        "外出无法上门的，可用视频方式走访。",
        "建议每季度末集中录入。",
        "不宜在夜间走访。",
        "必须佩戴标识。",
    ],
    ("def-requirement", DEFINITION): [
        "应由妇女代表大会选举产生的委员",
        "执委出缺时进行的选举，应在3个月内完成",
        "不得由他人代为行使的职权",
    ],
    ("scope-verb", SCOPE): ["各单位应按本文件执行。", "其他单位可使用本文件。", "其他单位必须执行本文件。"],
    ("introduction-requirement", INTRODUCTION): ["各村应坚持党建引领。"],
    ("self-name", TEXT): ["本标准由村妇联执行。", "本规程的解释由区妇联负责。"],
    ("verb-should-mix", TEXT): [
        "村妇联应尽量安排专人接待。",
        "应尽可能在3日内答复。",
        "走访应避免在夜间进行。",
        "走访一般应在白天进行。",
        "原则上应每月走访1次。",
        "应在每次活动中尽量使用样表。",
    ],
    ("verb-vague", TEXT): [
        "村妇联应及时公示执委名单。",
        "镇妇联应合理安排检查路线。",
        "活动室应保持整洁。",
        "执委应主动联系群众。",
        "村妇联应定期核对名册。",
    ],
    ("law-blanket", TEXT): ["资金使用应符合国家有关法律法规的规定。", "应遵守相关法律、法规。"],
    ("reference-vague", TEXT): ["按有关规定执行。", "归档应符合相关要求。"],
    ("reference-relative", TEXT): ["办理时限见下表。", "要求见上文。"],
    ("reference-typed", TEXT): [
        "办理按5.2的规定。",
        "时限见表3。",
        "流程见图A.1。",
        "评分应符合附录B的规定。",
        "见第4章。",
        "应符合GB/T 9704的规定。",
        "按DB33/T 1234—2020执行。",
        "积分按Q/SLFL XM 103核定。",
        "按公式（2）计算。",
        "流程见XM-101。",
    ],
    ("list-leadin", TEXT): ["- 走访；\n      - 记录。"],
    ("leftover", TEXT): ["答复时限待定。"],
    ("punctuation-halfwidth", TEXT): ["执委走访,座谈。", "走访方式(上门、电话)由执委选定。"],
}
SILENT = {
    ("verb-forbidden", TEXT): [
        "因不可抗力中止的，期限顺延。",
        "材料缺失的，该项不得分。",
        "选民须知由村妇联张贴在投票处。",
        "“禁止吸烟”标志设在入口处。",
        "依据《中华人民共和国未成年人保护法》必须立即报告。",
        "依据[[law:中华人民共和国妇女权益保障法]]必须立即报告。",
        "执委应当场答复。",
        "执委应当日录入。",
        "无须登记的事项由执委自行办理。",
        "资料缺一不可。",
    ],
    ("note-verb", NOTE): [
        "联系户数按上年末户数计算，可能与户籍户数不同。",
        "执委能级分为三级。",
        "可累计的积分见走访记录。",
        "联系户由村妇联统一分派。",
        "公示写作“如有异议，可在公示期内反映”。",
        "应到人数按名册计算。",
        "应急联系人由村妇联登记。",
        "各村因地制宜。",
        "收到的建议另行登记。",
    ],
    ("def-requirement", DEFINITION): [
        "按履职行为赋予的可累计的分值",
        "执委可认领的服务事项目录",
        "不宜公开的个人信息",
        "能够提供活动场所的阵地",
        "突发事件时首先联系的应急人员",
        "名册所列的应到人数",
        "处理结果已告知本人并可归档的状态",
        "法律规定负有报告义务的必须报告情形",
    ],
    ("scope-verb", SCOPE): ["本文件不适用于相应的应急工作。", "其他妇女组织参照使用。"],
    ("introduction-requirement", INTRODUCTION): ["党建带妇建，妇建服务党建。", "四必应由村妇联提出。"],
    ("self-name", TEXT): ["《本规范的说明》由村妇联保存。", "本标准体系包括3个模块。"],
    ("verb-should-mix", TEXT): [
        "一般项目应在3日内办结。",
        "执委应对一般联系户每月走访1次。",
        "村妇联宜尽量安排专人接待。",
        "村妇联应登记考虑不周的意见。",
    ],
    ("verb-vague", TEXT): [
        "执委应在走访当日及时录入信息。",
        "应在活动开始前及时告知参加人员。",
        "应妥善保管选票，保管期不少于1届任期。",
        "绩效等级为良好及以上的，应拨付尾款。",
        "值班人员应立即拨打110。",
        "执委应核对有效期。",
        "村妇联应主动公开名单。",
        "村妇联应按[[second]]合理安排走访。",
    ],
    ("law-blanket", TEXT): ["依法维护妇女合法权益。", "法律法规另有规定的，从其规定。"],
    ("reference-vague", TEXT): ["执委应了解有关规定。", "按[[second]]的规定执行。"],
    ("reference-relative", TEXT): ["同上一年度的资料由村妇联保存。"],
    ("reference-typed", TEXT): [
        "由妇女代表3人参加。",
        "填写登记表1份。",
        "填写走访记录表3份。",
        "每组3～5人，每次1.5 h。",
        "按1.5倍计算。",
        "联系电话为12338。",
        "“1+1+2”试点由镇妇联确定。",
        "表单编号为XM101-R01。",
        "用A4纸打印。",
        "绘制平面图1张。",
    ],
    ("list-leadin", TEXT): ["记录应包括：\n\n      - 走访；\n      - 记录。"],
    ("leftover", TEXT): ["时限由村妇联确定。"],
    ("punctuation-halfwidth", TEXT): ["比例为1:3。", "走访，座谈（上门）。", "字体为“宋体(SimSun)”。"],
}


def labelled(table: dict[tuple[str, str], list[str]]) -> list[tuple[str, str, str]]:
    return [(rule, frame, sentence) for (rule, frame), sentences in table.items() for sentence in sentences]


def found(frame: str, sentence: str, house: House, directory: Path) -> list[str]:
    lay_over(frame.format(sentence), directory)
    standards = load(directory)
    resolved = resolve(standards, house)
    assert [*standards.diagnostics, *resolved.diagnostics] == []
    return [each.rule for each in check(resolved)]


@pytest.mark.parametrize(("rule", "frame", "sentence"), labelled(FIRE))
def test_a_wrong_sentence_is_reported_by_its_rule_alone(
    rule: str, frame: str, sentence: str, house: House, tmp_path: Path
) -> None:
    assert set(found(frame, sentence, house, tmp_path / "set")) == {rule}


@pytest.mark.parametrize(("rule", "frame", "sentence"), labelled(SILENT))
def test_a_right_sentence_is_passed_over(rule: str, frame: str, sentence: str, house: House, tmp_path: Path) -> None:
    assert rule not in found(frame, sentence, house, tmp_path / "set")

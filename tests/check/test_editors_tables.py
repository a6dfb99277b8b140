"""What editors want of the findings, table by table: sentences that have to be reported, and sentences that must not be.

The sentences of the rules on wording that stand in ``traps`` are not repeated; here are the tables on citations, annexes, types,
numbers, phrases and the set as a whole.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from stdkit.check.checker import check
from stdkit.model.house import House
from stdkit.read.load import load
from stdkit.resolve.resolve import resolve
from stdkit.resolve.resolved import ResolvedSet
from tests.check.overlay import lay_over

TEXT = """clauses:
  - id: first
    title: 走访
    content: |
      {}
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""
OTHER = """# service-project/XM-102.yaml
id: XM-102
title: {zh: 执委积分规程, en: Code of practice for points}
"""


def judged(piece: str, house: House, directory: Path) -> tuple[ResolvedSet, set[str]]:
    lay_over(piece, directory)
    standards = load(directory)
    resolved = resolve(standards, house)
    assert [*standards.diagnostics, *resolved.diagnostics] == []
    return resolved, {each.rule for each in check(resolved)}


@pytest.mark.parametrize(
    ("sentence", "nature"),
    [
        ("归档应按[[DA/T 22]]的规定进行。", "normative"),
        ("公文格式见[[GB/T 9704]]。", "informative"),
        ("积分按[[XM-102]]核定。", "normative"),
        ("资金拨付执行[[XM-102]]。", "normative"),
        ("项目负责人应为符合[[XM-102]]要求的执委。", "normative"),
        ("办理应按[[XM-102]]的规定。", "normative"),
    ],
)
def test_a_citation_has_the_nature_of_its_clause(sentence: str, nature: str, house: House, tmp_path: Path) -> None:
    registry = """# references.yaml
DA/T 22—2015: {title: {zh: 归档文件整理规则, en: Rules for filing}, level: industry, status: current, checked_on: 2025-01-01}
GB/T 9704—2012: {title: {zh: 党政机关公文格式, en: Layout}, level: national, status: current, checked_on: 2025-01-01}
"""
    resolved, _ = judged(TEXT.format(sentence) + OTHER + registry, house, tmp_path / "set")
    assert [each.nature for each in resolved.standards["XM-101"].citations] == [nature]


def test_a_citation_in_a_table_has_the_nature_of_the_sentence_that_cites_the_table(house: House, tmp_path: Path) -> None:
    piece = """clauses:
  - id: first
    title: 走访
    content:
      - |
        检查项见[[kinds]]。
      - table:
          id: kinds
          title: 检查项
          cells: |
            项目 | 依据
            ---
            走访 | [[XM-102]]
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""
    resolved, _ = judged(piece + OTHER, house, tmp_path / "set")
    assert [each.nature for each in resolved.standards["XM-101"].citations] == ["informative"]


ANNEX = """clauses:
  - id: first
    title: 走访
    content: |
      {}
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
annexes:
  - id: extra
    title: 走访的内容
{}    content: |
      {}
"""


@pytest.mark.parametrize(
    ("sentence", "nature"),
    [
        ("检查评分应符合[[extra]]的规定。", "normative"),
        ("执委应填写走访记录表（见[[extra]]）。", "informative"),
        ("验收意见按[[extra]]填写。", "normative"),
        ("选票式样见[[extra]]。", "informative"),
        ("[[extra]]给出了问卷的示例。", "informative"),
        ("申报书应采用[[extra]]规定的格式。", "normative"),
    ],
)
def test_an_annex_has_the_nature_of_its_mentions(sentence: str, nature: str, house: House, tmp_path: Path) -> None:
    resolved, found = judged(ANNEX.format(sentence, "", "走访的内容包括家庭情况。"), house, tmp_path / "set")
    assert resolved.standards["XM-101"].natures == {"extra": nature}
    assert not found & {"annex-nature", "annex-provision"}


@pytest.mark.parametrize(
    ("sentence", "typed", "content", "wanted"),
    [
        ("走访的内容见[[extra]]。", "", "走访方式宜填写上门、电话或者视频。", {"annex-provision"}),
        ("走访应按[[extra]]评分。", "    nature: informative\n", "走访的内容包括家庭情况。", {"annex-nature"}),
    ],
)
def test_what_contradicts_the_nature_of_an_annex_is_reported(
    sentence: str, typed: str, content: str, wanted: set[str], house: House, tmp_path: Path
) -> None:
    assert judged(ANNEX.format(sentence, typed, content), house, tmp_path / "set")[1] == wanted


SPECIFICATION = "type: specification\ntitle: {zh: 执委走访工作规范, en: Specification for visits}\n"
GUIDE = "type: guide\ntitle: {zh: 执委走访工作指南, en: Guidelines for visits}\n"


@pytest.mark.parametrize(
    ("piece", "wanted"),
    [
        (TEXT.replace("title: 走访", "title: 总则").format("应坚持中国共产党的领导。"), {"principle-requirement"}),
        (GUIDE + TEXT.format("活动经费应符合[[second]]的规定。").replace("执委应在", "执委宜在"), set()),
        (GUIDE + TEXT.format("宣讲主题应每季度更换，名单应张贴。").replace("执委应在", "执委宜在"), {"guide-requirement"}),
        (SPECIFICATION + TEXT.format("有条件的村宜设置母婴室，可采用电话方式回访。"), set()),
        (SPECIFICATION + TEXT.replace("title: 记录", "title: 检查与核验").format("执委应每月走访1次。"), set()),
        (TEXT.format("村妇联核对名册，登记到会人员。"), set()),
        (TEXT.replace("title: 走访", "title: 总体要求").format("镇妇联可委托第三方检查。"), {"general-requirement"}),
    ],
)
def test_the_type_of_a_standard_bears_only_what_it_should(piece: str, wanted: set[str], house: House, tmp_path: Path) -> None:
    assert judged(piece, house, tmp_path / "set")[1] == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("三个工作日内回复。", {"numeral-chinese"}),
        ("到会人数应超过三分之二。", set()),
        ("村妇联设副主席二至四名。", {"numeral-chinese"}),
        ("活动室8:30—17:00开放。", set()),
        ("记录包括2021—2022年度的走访。", set()),
        ("建立一户一档，实行一事一议和四必访，第一时间答复，三八妇女节开展活动。", set()),
        ("每组3～5人。", set()),
        ("回收率应不低于百分之八十。", {"numeral-chinese"}),
        ("拨打0576-82420000或者12338。", set()),
    ],
)
def test_numbers_are_read_as_editors_read_them(sentence: str, wanted: set[str], house: House, tmp_path: Path) -> None:
    assert judged(TEXT.format(sentence), house, tmp_path / "set")[1] == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("资金使用应符合国家有关法律法规的规定。", {"law-blanket"}),
        ("依法维护妇女合法权益。", set()),
        ("缺项扣2分。", set()),
        ("逾期未整改的，追究责任人责任。", {"contract-penalty"}),
        ("发票、付款凭据和报销单一并归档。", set()),
        ("切实加强组织领导。", {"slogan"}),
        ("通过区妇联微信公众号发布。", set()),
        ("按有关规定执行。", {"reference-vague"}),
        ("项目资料应全面、真实。", {"verb-vague"}),
    ],
)
def test_empty_phrases_are_told_from_plain_ones(sentence: str, wanted: set[str], house: House, tmp_path: Path) -> None:
    assert judged(TEXT.format(sentence), house, tmp_path / "set")[1] == wanted


def test_a_slogan_in_the_introduction_is_passed_over(house: House, tmp_path: Path) -> None:
    piece = "introduction: |\n  党建带妇建，妇建服务党建。\n" + TEXT.format("执委应每月走访1次。")
    assert judged(piece, house, tmp_path / "set")[1] == set()


VALUE = "parameters:\n  - {{id: {}, name: {}, value: {}, unit: {}, basis: {{kind: assumed, note: 拟定}}}}\n"


def with_values(own: str, other: str, name: str) -> str:
    return own + TEXT.format(f"期限为[[={name}]]。") + OTHER + other + TEXT.format(f"时限为[[={name}]]。")


@pytest.mark.parametrize(
    ("own", "other", "wanted"),
    [
        (("interval", "走访间隔", "3", "个月"), ("interval", "走访间隔", "1", "季度"), {"parameter-conflict"}),
        (("notice", "公示期", "5", "个工作日"), ("notice", "公示期", "5", "日"), {"parameter-conflict"}),
        (("notice", "立项公示期", "5", "个工作日"), ("notice", "候选人公示期", "3", "日"), set()),
        (("notice", "公示期", "5", "个工作日"), ("notice", "公示期", "5", "个工作日"), set()),
    ],
)
def test_one_parameter_has_one_value(
    own: tuple[str, ...], other: tuple[str, ...], wanted: set[str], house: House, tmp_path: Path
) -> None:
    piece = with_values(VALUE.format(*own), VALUE.format(*other), own[0])
    assert judged(piece, house, tmp_path / "set")[1] == wanted


def test_a_review_that_is_due_is_no_finding(house: House, tmp_path: Path) -> None:
    piece = "review_due: 2025-12-01\n" + TEXT.format("执委应每月走访1次。")
    assert judged(piece, house, tmp_path / "set")[1] == set()

"""A list of documents changes what it says otherwise, and nothing else."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from stdkit.importers.cells import Cell, Page, Row
from stdkit.importers.references import Imported, import_references
from stdkit.model.diagnostics import StdkitError
from tests.conftest import SHIPPED
from tests.importers.lists import HEAD, REGISTRY, words

WORDS = words()


def page(*rows: Sequence[str]) -> Page:
    return Page("清单", tuple(Row(number, tuple(Cell(each) for each in row)) for number, row in enumerate(rows, 1)))


def taken(*rows: Sequence[str], text: str = REGISTRY, head: Sequence[str] = HEAD) -> Imported:
    return import_references([page(head, *rows)], text, WORDS)


def changed_lines(imported: Imported, text: str = REGISTRY) -> list[str]:
    lines = difflib.ndiff(text.splitlines(), imported.after.splitlines())
    return [line for line in lines if line[0] in "+-"]


def faults(imported: Imported) -> list[tuple[int, int, str]]:
    return [(each.row, each.column, each.message.zh) for each in imported.faults]


def test_a_list_that_says_the_same_changes_nothing() -> None:
    row = ("GB/T 1.1—2009", "标准的结构和编写", "国家标准", "被代替", "GB/T 1.1—2020", "", "")
    imported = taken(row)
    assert (imported.after, imported.equal, imported.changed) == (REGISTRY, 1, ())
    assert len(imported.unnamed) == 3


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        (("GB/T 1.1-2009", "", "", "", "", "", ""), []),
        (
            ("GB/T 1.1—2009", "", "", "废止", "—", "", ""),
            [
                "-   status: superseded   # 见公告",
                "-   replaced_by: GB/T 1.1—2020",
                "+   status: withdrawn   # 见公告",
            ],
        ),
        (
            ("GB/T 1.1—2009", "", "", "", "", "2026/1/5", "平台: 查询"),
            ["+   checked_on: 2026-01-05", '+   evidence: "平台: 查询"'],
        ),
        (
            ("GB/T 1.1—2020", "新名称", "", "", "", "", "—"),
            ["-     zh: 标准化文件的结构和起草规则", "+     zh: 新名称", "-   evidence: |", "-     公开网页"],
        ),
        (
            ("GB/T 1.1—2020", "", "", "", "", "", "平台"),
            ["-   evidence: |", "-     公开网页", "+   evidence: 平台"],
        ),
        (
            ("GB/T 9704—2012", "公文格式, 新", "行标", "有效", "", "—", "平台"),
            [
                "- GB/T 9704—2012: {level: national, title: {zh: 党政机关公文格式}, status: current, checked_on: 2025-01-05}",
                '+ GB/T 9704—2012: {level: industry, title: {zh: "公文格式, 新"}, status: current, evidence: 平台}',
            ],
        ),
        (
            ("《中华人民共和国档案法》", "", "", "", "", "2026-01-05", ""),
            [
                "- 中华人民共和国档案法: {level: law, status: current}",
                "+ 中华人民共和国档案法: {level: law, status: current, checked_on: 2026-01-05}",
            ],
        ),
    ],
    ids=["number", "status", "added", "block", "text", "braces", "law"],
)
def test_only_what_differs_is_written(row: tuple[str, ...], wanted: list[str]) -> None:
    imported = taken(row)
    assert imported.faults == ()
    assert sorted(changed_lines(imported)) == sorted(wanted)


@pytest.mark.parametrize(
    ("number", "before", "behind"),
    [
        ("DA/T 22—2015", "# 登记表：由标准化工作组维护", "GB/T 1.1—2009:  # 旧版"),
        ("GB/T 1.1—2015", "  replaced_by: GB/T 1.1—2020", "# 新版"),
        ("GB/T 36733—2018", "    公开网页", "GB/T 9704—2012: {level"),
        ("某办法", "中华人民共和国档案法: {level: law, status: current}", ""),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("last", [True, False])
def test_a_new_document_stands_in_the_order_of_the_numbers(number: str, before: str, behind: str, end: str, last: bool) -> None:
    text = (REGISTRY if last else REGISTRY.rstrip("\n")).replace("\n", end)
    imported = taken((number, "某名称", "行业标准", "现行", "", "2026-01-05", "平台"), text=text)
    lines = imported.after.split(end)
    at = lines.index(f"{number}:")
    assert next(line for line in reversed(lines[:at]) if line) == before
    assert lines[at : at + 6] == [
        f"{number}:",
        "  title: {zh: 某名称}",
        "  level: industry",
        "  status: current",
        "  checked_on: 2026-01-05",
        "  evidence: 平台",
    ]
    assert (lines[at + 6 : at + 7] or [""])[0].startswith(behind)
    assert imported.added == (number,)
    kept = end.join(lines[:at] + lines[at + 6 :])
    assert kept.rstrip(end) == text.rstrip(end)


def test_a_list_fills_an_empty_registry() -> None:
    imported = taken(("GB/T 1—2020", "甲", "国标", "现行", "", "", ""), text="")
    assert imported.after == "GB/T 1—2020:\n  title: {zh: 甲}\n  level: national\n  status: current\n"


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ([("GB/T 1.1—2020", "", "", "有效的", "", "", "")], [(2, 4, "“有效的”不是状态")]),
        ([("GB/T 1.1—2020", "", "厅标", "", "", "", "")], [(2, 3, "“厅标”不是级别")]),
        ([("GB/T 1.1—2020", "", "", "", "", "20/06/2025", "")], [(2, 6, "“20/06/2025”不是日期")]),
        ([("GB/T 1.1—2020", "", "", "", "", "2025-02-30", "")], [(2, 6, "“2025-02-30”不是日期")]),
        ([("GB/T 1.1—2020", "", "", "", "", "2025-02", "")], [(2, 6, "“2025-02”不是日期")]),
        ([("GB/T 1.1—2020", "甲", "", "", "", "", ""), ("", "", "", "", "", "", ""), ("GB/T 1.1-2020", "乙", *[""] * 5)],
         [(4, 1, "GB/T 1.1—2020 第2行已有")]),
        ([("", "", "", "现行", "", "", "")], [(2, 1, "没有编号")]),
        ([("GB/T 1.1—2020#5.1", "", "", "现行", "", "", "")], [(2, 1, "“GB/T 1.1—2020#5.1”带有条号")]),
        ([("GB/T 99", "甲", "国标", "现行", "", "", "")], [(2, 1, "“GB/T 99”没有年份")]),
        ([("GB/T 99—2020", "甲", "国标", "", "", "", "")], [(2, 4, "GB/T 99—2020 是新登记的，要有状态")]),
        ([("GB/T 99—2020", "", "国标", "现行", "", "", "")], [(2, 2, "GB/T 99—2020 要有中文名称")]),
        ([("GB/T 1.1—2009", "", "", "现行", "", "", "")], [(2, 4, "状态不是“被代替”的文件不写代替它的文件")]),
        ([("GB/T 1.1—2020", "", "", "", "GB/T 1.1—2030", "", "")], [(2, 5, "状态不是“被代替”的文件不写代替它的文件")]),
        ([("GB/T 1.1—2020", "甲\u200b乙", "", "", "", "", "")], [(2, 2, "有看不见的字符 U+200B")]),
        ([("GB/T 1.1—2020", "甲", "x", "y", "", "z", "")], [(2, 3, "“x”不是"), (2, 4, "“y”不是"), (2, 6, "“z”不是")]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_by_row_and_column_and_nothing_is_taken(
    rows: list[tuple[str, ...]], wanted: list[tuple[int, int, str]]
) -> None:
    imported = taken(*rows)
    found = faults(imported)
    assert [each[:2] for each in found] == [each[:2] for each in wanted]
    assert all(words.startswith(start[2]) for (*_, words), start in zip(found, wanted, strict=True))
    assert imported.after == REGISTRY


def test_missing_and_doubled_headings_are_named() -> None:
    assert "没有找到标题行" in faults(taken(head=("名称", "备注")))[0][2]
    assert faults(taken(head=("标准编号", "状态", "现行状态")))[0][:2] == (1, 3)
    imported = taken(("GB/T 99—2020", "甲"), head=("编号", "名称"))
    assert [words for *_, words in faults(imported)] == ["GB/T 99—2020 是新登记的，要有状态", "GB/T 99—2020 是新登记的，要有级别"]


def test_headings_may_be_english_stand_below_a_title_and_be_in_any_order() -> None:
    rows = page(("List",), ("Remarks", "Status", "Document", "English title"), ("x", "withdrawn", "GB/T 9704—2012", "Layout"))
    imported = import_references([Page("a", ()), rows], REGISTRY, WORDS)
    data = yaml.load(imported.after, yaml.BaseLoader)["GB/T 9704—2012"]  # noqa: S506 - texts only
    assert (data["status"], data["title"]["en"], imported.ignored) == ("withdrawn", "Layout", ("Remarks",))


def test_rows_that_say_nothing_of_an_unknown_document_are_passed_over() -> None:
    imported = taken(("GB/T 99—2020", *[""] * 6), ("", *[""] * 6))
    assert (imported.after, imported.bare) == (REGISTRY, ("GB/T 99—2020",))


def test_a_registry_with_an_error_is_not_touched() -> None:
    with pytest.raises(StdkitError, match="第1行有错误"):
        taken(("GB/T 1—2020", *[""] * 6), text="GB/T 1—2020:\n  level: 国\n  status: current\n")


def test_what_cannot_be_changed_in_its_place_is_refused() -> None:
    text = "GB/T 1—2020:\n  level: national\n  status: current\n  title: {zh: 甲}\n  evidence : |\n    乙\n"
    with pytest.raises(StdkitError, match="第1行“GB/T 1—2020”的写法不能在原处改"):
        taken(("GB/T 1—2020", *[""] * 5, "丙"), text=text)


TEXTS = st.text(alphabet="甲乙：: #'\"[]{},|>-—?&*!%@`=+　aZ09.（）/\\", min_size=1, max_size=12).filter(
    lambda text: text.strip()
)


@settings(max_examples=150, deadline=None)
@given(title=TEXTS, evidence=TEXTS, number=st.sampled_from(("GB/T 1.1—2009", "GB/T 1.1—2020", "GB/T 9704—2012", "GB/T 5—2020")))
def test_any_text_is_read_back_as_it_was_typed(title: str, evidence: str, number: str) -> None:
    row = (number, f"甲{title}", "国标", "被代替", "GB/T 8—2030", "", f"乙{evidence}")
    imported = taken(row)
    data = yaml.load(imported.after, yaml.BaseLoader)  # noqa: S506 - texts only
    squeezed = " ".join(f"甲{title}".replace("\u3000", "\0").split()).replace("\0", "\u3000")
    assert data[number]["title"]["zh"] == squeezed
    assert data[number]["replaced_by"] == "GB/T 8—2030"
    assert taken(row, text=imported.after).after == imported.after
    others = yaml.load(REGISTRY, yaml.BaseLoader)  # noqa: S506 - texts only
    assert {key: data[key] for key in others if key != number} == {key: others[key] for key in others if key != number}


def test_the_shipped_registry_takes_a_change_of_every_entry() -> None:
    text = (SHIPPED / "references.yaml").read_text(encoding="utf-8")
    before = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - texts only
    imported = taken(*[(number, "", "", "", "", "2030-01-02", "新平台") for number in before], text=text)
    after = yaml.load(imported.after, yaml.BaseLoader)  # noqa: S506 - texts only
    assert after == {number: {**each, "checked_on": "2030-01-02", "evidence": "新平台"} for number, each in before.items()}
    assert list(after) == list(before)

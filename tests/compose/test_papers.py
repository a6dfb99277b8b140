"""The papers around standards."""

from __future__ import annotations

from stdkit.compose.papers import compose_papers
from stdkit.compose.printing import plain_text
from stdkit.compose.selection import Selection
from stdkit.model.document import Document, Heading, Table
from stdkit.resolve.resolved import ResolvedSet


def papers(resolved: ResolvedSet, *standards: str) -> Document:
    return compose_papers(resolved, Selection("booklet", "全部", standards))


def words(table: Table) -> list[list[str]]:
    return [["".join(plain_text(each) for each in cell.paragraphs) for cell in row] for row in table.body]


def test_there_is_one_notice_and_for_each_standard_a_sheet_of_approval_and_one_for_comments(sample: ResolvedSet) -> None:
    titles = [each.title for each in papers(sample, "XM-101", "BZ-502").blocks() if isinstance(each, Heading)]
    assert titles == ["关于发布标准的通知", "标准报批签署单", "意见反馈表", "标准报批签署单", "意见反馈表"]


def test_the_notice_lists_every_standard_with_its_date(shipped: ResolvedSet) -> None:
    document = papers(shipped, *shipped.index.standards)
    table = next(each for each in document.sections[0].blocks if isinstance(each, Table))
    assert [row[1] for row in words(table)] == [shipped.number(each) for each in shipped.index.standards]
    assert words(table)[4][3] == "2025-01-20"


def test_the_sheet_of_approval_counts_values_and_those_that_are_only_assumed(sample: ResolvedSet) -> None:
    sheet = next(each for each in papers(sample, "XM-101").sections[1].blocks if isinstance(each, Table))
    facts = dict(words(sheet)[:7])
    assert facts["标准编号"] == "Q/SLFL XM 101—2025"
    assert facts["取值"] == "共2个，其中拟定2个，依据见编制说明"

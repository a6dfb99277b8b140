"""Handbooks: the year's work, deadlines, must and may told apart, only what concerns the reader."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from stdkit.compose.deadlines import calls
from stdkit.compose.duties import Judge
from stdkit.compose.handbook import compose_handbook
from stdkit.compose.plain import plain_block
from stdkit.compose.printing import plain_text
from stdkit.compose.reader import Reader, audiences_of, find_reader
from stdkit.compose.year import Calendar
from stdkit.model.document import Block, Document, Example, Heading, Labelled, List, Section, Table
from stdkit.model.frontmatter import BookletCover, Contents, Cover
from stdkit.model.house import House
from stdkit.publish.selection import Wanted, select
from stdkit.read.house import load_house
from stdkit.resolve.resolved import ResolvedSet
from tests.compose.pages import CHINESE, needs_libreoffice, pdf_pages
from tests.conftest import SETS, resolved

AUDIENCES = ("executive-member", "village")
MOST_PAGES = {"executive-member": 60, "village": 80}
XM = "service-project/XM-101.yaml"


def handbook(of: ResolvedSet, **wanted: str) -> Document:
    return compose_handbook(of, select(of, Wanted(**wanted)).booklet)  # type: ignore[arg-type]


def section(document: Document, anchor: str) -> Section:
    return next(each for each in document.sections if any(getattr(block, "anchor", "") == anchor for block in each.blocks))


def words(blocks: tuple[Block, ...]) -> str:
    return "\n".join(line for block in blocks for line in plain_block(block))


def rows(document: Document, anchor: str) -> list[list[str]]:
    table = next(block for block in section(document, anchor).blocks if isinstance(block, Table))
    return [["".join(plain_text(each) for each in cell.paragraphs) for cell in row] for row in table.body]


def labelled(document: Document) -> list[tuple[str, str]]:
    return [(block.label, plain_text(block.content)) for block in document.blocks() if isinstance(block, Labelled)]


@pytest.mark.parametrize(
    ("sentence", "months"),
    [
        ("村妇联应在每年1月31日前核对1次名册。", (1,)),
        ("镇妇联在每年10月开始测评，在12月31日前完成报告。", (10, 12)),
        ("执委应在每季度最后一个月25日前交表。", (3, 6, 9, 12)),
        ("主席在每季度首月征集需求。", (1, 4, 7, 10)),
        ("信息员应在每季度结束后5个工作日内报送。", (1, 4, 7, 10)),
        ("村妇联应在每半年结束后15日内公开收支。", (1, 7)),
        ("应在2025年11月30日前完成首次登记。", ()),
        ("执委应至少每3个月走访1次。", ()),
    ],
)
def test_months_are_those_that_a_sentence_names(house: House, sentence: str, months: tuple[int, ...]) -> None:
    assert Calendar(house.words).months(sentence) == months


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("执委应至少每3个月走访1次。", "每3个月"),
        ("项目负责人应每月填写1次。", "每月"),
        ("导师每季度指导不少于1次。", "每季度"),
        ("每次活动应有记录。", ""),
        ("对每户联系户说明。", ""),
    ],
)
def test_a_period_is_found_and_each_occasion_is_none(house: House, sentence: str, period: str) -> None:
    assert Calendar(house.words).period(sentence) == period


def test_the_year_of_an_executive_member_names_month_sentence_clause_and_form(shipped: ResolvedSet) -> None:
    found = rows(handbook(shipped, audience="executive-member"), "handbook/year")
    handed_in = [row for row in found if "把走访记录表交村（社区）妇联汇总" in row[1]]
    assert [row[0] for row in handed_in] == ["1月", "4月", "7月", "10月"]
    assert handed_in[0][2:] == ["XM 101，5.3", "走访记录表"]
    assert any(row[0] == "每3个月" and "走访1次" in row[1] for row in found)


def test_a_year_begins_in_january_and_ends_with_what_has_no_month(shipped: ResolvedSet) -> None:
    tasks = Calendar(shipped.house.words).tasks(Judge(shipped).duties(tuple(shipped.standards)))
    months = [task.month for task in tasks if task.month]
    assert months == sorted(months)
    assert [task.month for task in tasks][len(months) :] == [None] * (len(tasks) - len(months))


def test_a_limit_or_the_content_of_a_record_is_no_work(shipped: ResolvedSet) -> None:
    texts = [task.duty.text for task in Calendar(shipped.house.words).tasks(Judge(shipped).duties(tuple(shipped.standards)))]
    assert not [text for text in texts if "不应超过" in text or "每季度的核对日期" in text]


def test_what_must_be_done_is_told_apart_from_what_may(shipped: ResolvedSet) -> None:
    marks = labelled(handbook(shipped, ids=("XM-101",)))  # type: ignore[arg-type]
    assert any(label == "■必做" and text.startswith("每名执委应固定联系不少于10户妇女家庭。") for label, text in marks)
    assert ("□可选", "执委宜从居住的网格、楼栋或者从事的行业中选取固定联系户。") in marks
    assert not [text for label, text in marks if label == "□可选" and "应" in text.replace("相应", "").replace("四必应", "")]


def test_a_list_is_marked_by_its_lead_and_items_only_where_they_differ(shipped: ResolvedSet) -> None:
    document = handbook(shipped, ids=("XM-305",))  # type: ignore[arg-type]
    items = [plain_text(item.content) for block in document.blocks() if isinstance(block, List) for item in block.items]
    assert items
    assert not [text for text in items if text.startswith("（必做）商定主题")]


def test_covers_forewords_and_confirmation_chapters_are_left_out(shipped: ResolvedSet) -> None:
    document = handbook(shipped, ids=("XM-101",))  # type: ignore[arg-type]
    titles = [block.title for block in document.blocks() if isinstance(block, Heading)]
    assert not [block for block in document.blocks() if isinstance(block, Cover | BookletCover | Contents)]
    assert not {"前　言", "规范性引用文件", "证实方法"} & set(titles)
    assert titles.index("范围") < titles.index("走访")


def test_each_chapter_says_what_is_looked_at_when_it_is_inspected(shipped: ResolvedSet) -> None:
    document = handbook(shipped, ids=("XM-101",))  # type: ignore[arg-type]
    boxes = [block for block in document.blocks() if isinstance(block, Example) and block.label.startswith("检查时看什么")]
    assert boxes[0].label == "检查时看什么（见10.1）"
    assert "——清点联系户名册中每名执委的户数" in words((boxes[0],))
    assert not [line for line in words(tuple(boxes)).split("\n") if line.endswith("的") and "记录的" not in line]


def test_clause_numbers_are_those_of_the_standard(shipped: ResolvedSet) -> None:
    document = handbook(shipped, audience="executive-member")
    numbers = {block.anchor: block.number for block in document.blocks() if isinstance(block, Heading) and block.number}
    for name, standard in shipped.standards.items():
        for label in standard.numbering.by_id.values():
            anchor = f"{name}/{label.anchor}"
            assert numbers.get(anchor, label.number) in {label.number, f"附录{label.number}"}


def test_an_audience_finds_only_clauses_in_which_it_acts(shipped: ResolvedSet) -> None:
    document = handbook(shipped, audience="executive-member")
    titles = [block.title for block in document.blocks() if isinstance(block, Heading)]
    assert "走访记录" in titles
    assert "联系户名册" not in titles  # the village federation keeps it
    assert "联系户名册" in [block.title for block in handbook(shipped, audience="village").blocks() if isinstance(block, Heading)]


def test_deadlines_stand_together_the_shortest_first(shipped: ResolvedSet) -> None:
    found = rows(handbook(shipped, audience="executive-member"), "handbook/deadlines")
    limits = [row[0] for row in found]
    assert limits[:2] == ["立即", "当日"]
    assert limits.index("3日") < limits.index("7日") < limits.index("1个工作日")
    three_days = next(row[1] for row in found if row[0] == "3日")
    assert "执委：四必访走访（XM 101，5.2）" in three_days
    assert "连续缺位" not in "".join(row[1] for row in found)  # a condition is no deadline


def test_whom_to_call_has_blanks_and_the_declared_numbers(shipped: ResolvedSet) -> None:
    reader = find_reader(shipped, "executive-member")
    found = {each.who: each.number for each in calls(shipped, Judge(shipped).duties(("XM-101",)), reader)}
    assert found["镇（街道）妇联"] == found["村（社区）妇联主席"] == ""
    assert (found["妇女维权公益服务热线"], found["报警电话"]) == ("12338", "110")
    assert "试行点数量" not in found


def test_terms_are_those_that_the_texts_use(shipped: ResolvedSet) -> None:
    glossary = words(section(handbook(shipped, ids=("XM-101",)), "handbook/terms").blocks)  # type: ignore[arg-type]
    assert "固定联系户（JC 202，" in glossary
    assert "巾帼文明岗（" not in glossary


def test_the_imprint_lists_numbers_titles_dates_and_leads_to_each_text(shipped: ResolvedSet) -> None:
    document = handbook(shipped, audience="executive-member")
    found = rows(document, "handbook/cover")
    printed = {each.standard for each in document.sections if each.standard}
    assert any(
        row[0] == "Q/SLFL XM 101—2025执委联系妇女群众工作规范" and row[1:3] == ["2025-06-20", "2025-08-01"] for row in found
    )
    assert len(found) >= len(printed)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_form_stands_once_in_a_section_of_its_own(shipped: ResolvedSet, audience: str) -> None:
    document = handbook(shipped, audience=audience)
    forms = [block for block in document.blocks() if isinstance(block, Table) and block.blank]
    anchors = [block.caption.anchor for block in forms if block.caption]
    assert len(anchors) == len(set(anchors)) == len(forms)
    assert all(len(each.blocks) == 1 for each in document.sections if any(block in forms for block in each.blocks))


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_link_to_a_page_leads_to_a_place_of_the_handbook(shipped: ResolvedSet, audience: str) -> None:
    from stdkit.render.anchors import fragments

    document = handbook(shipped, audience=audience)
    places = fragments(document)
    tables = [block for block in document.blocks() if isinstance(block, Table)]
    links = [each for table in tables for row in table.body for cell in row for content in cell.paragraphs for each in content]
    wanted = [each.target for each in links if getattr(each, "page", False)]
    assert wanted
    assert not [target for target in wanted if target not in places]


def test_a_booklet_says_on_which_paper_its_handbook_is_printed(shipped: ResolvedSet) -> None:
    assert (handbook(shipped, booklet="contact").page, handbook(shipped, booklet="contact").text_size) == ("A5", "large")
    assert (handbook(shipped, audience="village").page, handbook(shipped, audience="village").text_size) == ("A4", "large")
    assert handbook(shipped, booklet="contact", paper="A4").page == "A4"


def test_a_reader_goes_by_the_names_of_its_posts(shipped: ResolvedSet) -> None:
    village = find_reader(shipped, "village")
    assert village is not None
    assert village.is_one_of("镇（街道）妇联和村（社区）妇联")
    assert village.is_one_of("村（社区）妇联主席")
    assert not village.is_one_of("镇（街道）妇联")
    assert not village.is_one_of(None)
    assert audiences_of("village-chair", shipped.index.system, "zh") == ("village",)
    assert find_reader(shipped, "nobody") is None


def test_a_sentence_about_a_meeting_is_not_done_by_its_members() -> None:
    reader = Reader("executive-member", ("执委",), frozenset({"executive-member"}))
    assert reader.is_one_of("单独走访的执委")
    assert not reader.is_one_of("执委会议")


def test_a_post_may_be_called_by_the_end_of_its_name() -> None:
    office = Reader("standards-office", ("区妇联标准化工作组",), frozenset())
    assert office.is_one_of("标准化工作组")
    assert not Reader("village-chair", ("村（社区）妇联主席",), frozenset()).is_one_of("主席")


def test_a_small_set_without_a_year_has_a_handbook_too(changed: Callable[..., Path], house: House) -> None:
    document = handbook(resolved(changed(), house))
    assert "handbook/cover" in {getattr(block, "anchor", "") for block in document.blocks()}
    assert any("执委" in text for _, text in labelled(document))


def test_an_english_handbook_has_no_chinese_word() -> None:
    of = resolved(SETS / "english", load_house("iso", SETS / "english"))
    document = handbook(of)
    assert not CHINESE.search(words(tuple(document.blocks())))
    assert {"■ Must"} <= {label for label, _ in labelled(document)}


@needs_libreoffice
@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_handbook_of_an_audience_stays_thin(shipped: ResolvedSet, audience: str) -> None:
    assert len(pdf_pages(handbook(shipped, audience=audience), shipped)) <= MOST_PAGES[audience]


def test_a_short_name_that_a_standard_gives_reaches_handbooks_in_that_standard_only(shipped: ResolvedSet) -> None:
    leader = find_reader(shipped, "volunteer-leader")
    assert leader is not None
    called = [duty for duty in Judge(shipped).duties(tuple(shipped.standards)) if duty.parts.actor == "队长"]
    assert {duty.standard for duty in called} >= {"XM-301"}
    assert all(leader.is_one_of(duty.parts.actor, duty.standard) == (duty.standard == "XM-301") for duty in called)
    dispatch = "队长应在收到需求后3日内派单"
    text = [line for block in handbook(shipped, audience="volunteer-leader").blocks() for line in plain_block(block)]
    assert any(dispatch in line for line in text)

"""Cards: two pages for a post, and no sentence that is not in a standard."""

from __future__ import annotations

from datetime import date

import pytest

from stdkit.compose.card import GROUPS, compose_card
from stdkit.compose.plain import plain_standard
from stdkit.compose.printing import plain_text
from stdkit.model.diagnostics import StdkitError
from stdkit.model.document import Document, Heading, Link, List, Paragraph, Table
from stdkit.publish.selection import Wanted, select
from stdkit.read.house import load_house
from stdkit.reports.provisions import report as provisions
from stdkit.reports.report import Question
from stdkit.resolve.resolved import ResolvedSet
from tests.compose.pages import needs_libreoffice, pdf_pages
from tests.conftest import SETS, resolved

POSTS = ("executive-member", "village-chair", "town", "project-leader", "rotating-chair")
SMALL = ("group-leader", "volunteer-leader")  # one is named in items only, the other by a short name


def card(of: ResolvedSet, audience: str) -> Document:
    return compose_card(of, select(of, Wanted(audience=audience)).booklet)


def headings(document: Document) -> list[str]:
    return [block.title for block in document.blocks() if isinstance(block, Heading)]


def below(document: Document, anchor: str) -> list[str]:
    blocks = list(document.blocks())
    place = next(number for number, block in enumerate(blocks) if isinstance(block, Heading) and block.anchor == anchor)
    following = blocks[place + 1]
    assert isinstance(following, List)
    return [plain_text(item.content) for item in following.items]


def below_any(document: Document, anchor: str) -> list[str]:
    there = any(isinstance(block, Heading) and block.anchor == anchor for block in document.blocks())
    return below(document, anchor) if there else []


@pytest.mark.parametrize("audience", [*POSTS, *SMALL])
def test_every_sentence_stands_in_the_standard_that_is_named_behind_it(shipped: ResolvedSet, audience: str) -> None:
    texts = {name: plain_standard(shipped, name) for name in shipped.standards}
    items = [item for block in card(shipped, audience).blocks() if isinstance(block, List) for item in block.items]
    assert items
    for item in items:
        *sentence, opening, place, closing = item.content
        assert isinstance(place, Link)
        text = texts[place.target.partition("/")[0]]
        pieces = plain_text(tuple(sentence)).replace("；", "；\n").replace("：", "：\n").replace("。", "。\n").split("\n")
        assert not [piece for piece in pieces if piece and piece not in text], plain_text(item.content)
        assert plain_text((opening, closing)) == "（）"


def test_headings_are_words_of_the_house(shipped: ResolvedSet) -> None:
    own = {shipped.house.label(f"card_{name}") for name in (*GROUPS, "steps")}
    assert set(headings(card(shipped, "executive-member"))[1:]) == own


def test_other_paragraphs_are_the_notice_captions_and_places(shipped: ResolvedSet) -> None:
    notice = shipped.index.system.sample_notice
    lines = [plain_text(block.content) for block in card(shipped, "executive-member").blocks() if isinstance(block, Paragraph)]
    rest = [line for line in lines if line != notice and not line.startswith(("Q/SLFL XM 101—2025，表", "其他要求见："))]
    assert rest == []


def test_an_executive_member_finds_what_the_card_is_for(shipped: ResolvedSet) -> None:
    document = card(shipped, "executive-member")
    assert "每名执委应固定联系不少于10户妇女家庭。（XM 101，4.1）" in below(document, "card/count")
    assert any("妇女生育；" in line for line in below(document, "card/cases"))
    assert any("收受联系户的财物" in line for line in below(document, "card/never"))
    assert any("应立即电话告知村（社区）妇联主席" in line for line in below(document, "card/report"))
    assert any("积分申报核定表" in line for line in below(document, "card/points"))


def test_what_happens_to_a_problem_is_the_table_of_its_steps(shipped: ResolvedSet) -> None:
    tables = [block for block in card(shipped, "executive-member").blocks() if isinstance(block, Table)]
    steps = [["".join(plain_text(each) for each in cell.paragraphs) for cell in row] for row in tables[-1].body]
    assert ["转交", "执委", "登记", "1个工作日", "问题办理单"] in steps


def test_no_sentence_stands_twice(shipped: ResolvedSet) -> None:
    lists = [block for block in card(shipped, "village").blocks() if isinstance(block, List)]
    lines = [plain_text(item.content) for block in lists for item in block.items]
    assert len(lines) == len(set(lines))


def test_what_finds_no_room_is_named_by_its_clause(shipped: ResolvedSet) -> None:
    last = list(card(shipped, "village").blocks())[-1]
    assert isinstance(last, Paragraph)
    assert plain_text(last.content).startswith("其他要求见：XM ")


def test_a_card_without_a_post_is_refused(shipped: ResolvedSet) -> None:
    with pytest.raises(StdkitError) as caught:
        compose_card(shipped, select(shipped, Wanted()).booklet)
    assert "--audience" in caught.value.message.zh


def test_a_post_of_which_no_sentence_speaks_has_no_card() -> None:
    of = resolved(SETS / "english", load_house("iso", SETS / "english"))
    with pytest.raises(StdkitError) as caught:
        card(of, "branch")
    assert "no provision says what the branch library does" in caught.value.message.en


def test_a_card_is_a_narrow_margined_sheet_in_small_type(shipped: ResolvedSet) -> None:
    document = card(shipped, "executive-member")
    assert (document.page, document.text_size) == ("card", "small")


def test_a_post_that_only_items_name_has_them_with_their_lead(shipped: ResolvedSet) -> None:
    document = card(shipped, "group-leader")
    lines = [line for name in (*GROUPS, "other") for line in below_any(document, f"card/{name}")]
    assert lines
    assert any("评审组组长" in line and "：" in line for line in lines)


def test_a_short_name_that_a_standard_gives_is_the_post_in_that_standard_only(shipped: ResolvedSet) -> None:
    document = card(shipped, "volunteer-leader")
    places = {
        item.content[-2].target.partition("/")[0]
        for block in document.blocks()
        if isinstance(block, List)
        for item in block.items
        if isinstance(item.content[-2], Link)
    }
    assert places == {"XM-301"}
    assert any(line.startswith("队长应在收到需求后3日内派单") for line in below(document, "card/note"))


def test_every_sentence_is_quoted_or_named_by_its_place(shipped: ResolvedSet) -> None:
    rows = provisions(shipped, Question(date(2026, 1, 1), post="village-chair")).data
    blocks = list(card(shipped, "village-chair").blocks())
    text = "".join(plain_text(item.content) for block in blocks if isinstance(block, List) for item in block.items)
    last = blocks[-1]
    also = plain_text(last.content) if isinstance(last, Paragraph) else ""
    texts = [row for row in rows if not row["table"] and not row["confirms"]]
    left = [row for row in texts if row["text"] not in text]
    assert left
    for row in left:
        assert f"{row['standard'].replace('-', ' ')}，" in also, row


@needs_libreoffice
@pytest.mark.parametrize("audience", [*POSTS, *SMALL])
def test_a_card_has_at_most_two_pages(shipped: ResolvedSet, audience: str) -> None:
    assert len(pdf_pages(card(shipped, audience), shipped)) in {1, 2}

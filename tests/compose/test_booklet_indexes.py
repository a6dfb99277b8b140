"""The indexes at the back of booklets, and the paper that a booklet asks for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from stdkit.compose.booklet import compose_booklet
from stdkit.compose.printing import plain_text
from stdkit.model.document import Document, Heading, Link, Table
from stdkit.model.frontmatter import Contents
from stdkit.model.house import House
from stdkit.publish.selection import Wanted, select
from stdkit.render.anchors import fragments
from stdkit.render.docx.styles import read_styles
from stdkit.resolve.resolved import ResolvedSet
from tests.conftest import resolved


def booklet(of: ResolvedSet, wanted: Wanted | None = None) -> Document:
    return compose_booklet(of, select(of, wanted or Wanted()).booklet)


def index(document: Document, name: str) -> list[list[str]]:
    blocks = document.sections[-1].blocks
    place = next(n for n, block in enumerate(blocks) if isinstance(block, Heading) and block.anchor == f"booklet/index-of-{name}")
    table = blocks[place + 1]
    assert isinstance(table, Table)
    return [["".join(plain_text(each) for each in cell.paragraphs) for cell in row] for row in table.body]


def test_terms_are_listed_with_clause_and_standard(sample: ResolvedSet) -> None:
    assert ["执委", "3.1", "Q/SLFL JC 202—2025"] in index(booklet(sample), "terms")


def test_terms_are_in_the_order_of_pinyin(shipped: ResolvedSet) -> None:
    terms = [row[0] for row in index(booklet(shipped), "terms")]
    common = [term for term in terms if term in {"村（社区）妇联", "固定联系户", "四必访", "执委"}]
    assert common == ["村（社区）妇联", "固定联系户", "四必访", "执委"]


def test_a_booklet_lists_the_terms_that_it_takes_from_a_standard_outside(shipped: ResolvedSet) -> None:
    terms = {row[0] for row in index(booklet(shipped, Wanted(booklet="contact")), "terms")}
    assert "固定联系户" in terms
    assert "巾帼文明岗" not in terms


def test_forms_are_listed_with_number_table_and_standard(shipped: ResolvedSet) -> None:
    found = index(booklet(shipped, Wanted(booklet="contact")), "forms")
    assert ["XM101-R01", "走访记录表", "表A.1", "Q/SLFL XM 101—2025"] in found


def test_every_link_of_the_indexes_of_the_whole_set_leads_into_the_booklet(shipped: ResolvedSet) -> None:
    document = booklet(shipped)
    places = fragments(document)
    tables = [block for block in document.sections[-1].blocks if isinstance(block, Table)]
    inlines = [each for table in tables for row in table.body for cell in row for content in cell.paragraphs for each in content]
    links = [each.target for each in inlines if isinstance(each, Link)]
    assert links
    assert not [target for target in links if target not in places]


def test_the_contents_of_a_booklet_lead_to_its_indexes(shipped: ResolvedSet) -> None:
    document = booklet(shipped)
    contents = next(block for block in document.blocks() if isinstance(block, Contents))
    assert [entry.text for entry in contents.entries[-2:]] == ["术语索引", "表单索引"]


def test_a_booklet_is_printed_on_the_paper_that_system_yaml_names(changed: Callable[..., Path], house: House) -> None:
    old = "standards: [XM-101, BZ-502]}"
    directory = changed("system.yaml", old, "standards: [XM-101, BZ-502], page: A5, text_size: large}")
    document = booklet(resolved(directory, house), Wanted(booklet="contact"))
    assert (document.page, document.text_size) == ("A5", "large")
    usual = booklet(resolved(directory, house))
    assert (usual.page, usual.text_size) == ("A4", "normal")


def test_large_type_on_a_small_page_is_larger_and_its_covers_are_smaller(house: House) -> None:
    usual, large = read_styles(house.styles), read_styles(house.styles, "A5", "large")
    assert (large.page.width, large.page.height) == (148, 210)
    assert large["text"].size > usual["text"].size
    assert large["cell"].size > usual["cell"].size
    assert large["cover_title"].size < usual["cover_title"].size
    assert large["header_odd"] == usual["header_odd"]


def test_a_size_that_a_house_does_not_list_is_the_usual_one(house: House) -> None:
    assert read_styles(house.styles, "B7", "gigantic") == read_styles(house.styles)

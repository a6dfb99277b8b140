"""Packs of forms: every form of a selection once, each on pages of its own."""

from __future__ import annotations

from stdkit.compose.forms import compose_forms, forms_of
from stdkit.compose.printing import plain_text
from stdkit.model.blocks import Form
from stdkit.model.document import Document, Table
from stdkit.publish.selection import Wanted, select
from stdkit.read.house import load_house
from stdkit.resolve.resolved import ResolvedSet
from tests.compose.pages import CHINESE, needs_libreoffice, pdf_pages
from tests.conftest import SETS, resolved


def pack(of: ResolvedSet, wanted: Wanted | None = None) -> Document:
    return compose_forms(of, select(of, wanted or Wanted()).booklet)


def listed(document: Document) -> list[list[str]]:
    table = next(block for block in document.blocks() if isinstance(block, Table) and not block.blank)
    return [["".join(plain_text(each) for each in cell.paragraphs) for cell in row] for row in table.body]


def test_every_form_of_the_set_is_there_once(shipped: ResolvedSet) -> None:
    document = pack(shipped)
    printed = [block.caption.anchor for block in document.blocks() if isinstance(block, Table) and block.blank and block.caption]
    typed = [
        f"{name}/{block.id.text}"
        for name, each in shipped.standards.items()
        for block in each.captioned
        if isinstance(block, Form)
    ]
    assert sorted(printed) == sorted(typed)
    assert len(set(printed)) == len(printed)


def test_the_list_names_number_title_filler_time_and_keeping(shipped: ResolvedSet) -> None:
    found = {row[0]: row for row in listed(pack(shipped))}
    assert found["XM101-R01"][1:6] == ["走访记录表", "执委", "走访当日", "执委", "村（社区）妇联，3年"]


def test_the_list_has_as_many_lines_as_there_are_forms(shipped: ResolvedSet) -> None:
    document = pack(shipped, Wanted(audience="village"))
    standards = select(shipped, Wanted(audience="village")).standards
    assert len(listed(document)) == len(list(forms_of(shipped, standards))) == len(document.sections) - 1


def test_each_form_is_a_section_that_begins_on_the_next_page(shipped: ResolvedSet) -> None:
    _, *forms = pack(shipped).sections
    assert {(each.opens, len(each.blocks)) for each in forms} == {("next", 1)}


def test_the_running_head_of_a_form_names_its_standard(shipped: ResolvedSet) -> None:
    heads = {each.header for each in pack(shipped, Wanted(ids=("XM-101",))).sections[1:]}
    assert heads == {"Q/SLFL XM 101—2025"}


def test_an_english_pack_has_no_chinese_word() -> None:
    of = resolved(SETS / "english", load_house("iso", SETS / "english"))
    assert not CHINESE.search("".join("".join(row) for row in listed(pack(of))))


@needs_libreoffice
def test_each_form_begins_a_page_in_libreoffice(shipped: ResolvedSet) -> None:
    document = pack(shipped, Wanted(booklet="contact"))
    pages = pdf_pages(document, shipped)
    for row in listed(document):
        opening = [page for page in pages if f"表单编号：{row[0]}" in page.replace(" ", "")]
        assert len(opening) == 1, row[0]
        others = [
            other[0]
            for other in listed(document)
            if other[0] != row[0] and f"表单编号：{other[0]}" in opening[0].replace(" ", "")
        ]
        assert others == []

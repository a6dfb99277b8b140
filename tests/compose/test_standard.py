from collections.abc import Callable
from pathlib import Path

import pytest

from stdkit.compose.booklet import Selection, compose_booklet
from stdkit.compose.printing import plain_text
from stdkit.compose.standard import compose_standard
from stdkit.model.diagnostics import StdkitError
from stdkit.model.document import Document, Heading, Paragraph, Role
from stdkit.model.frontmatter import Cover
from stdkit.model.house import House
from stdkit.resolve.resolved import ResolvedSet
from tests.conftest import resolved
from tests.outline import outline

XM = "service-project/XM-101.yaml"


def lines(document: Document) -> list[str]:
    return [plain_text(block.content) for block in document.blocks() if isinstance(block, Paragraph)]


@pytest.mark.parametrize("name", ["XM-101", "JC-202", "BZ-502"])
def test_a_standard_is_printed_as_reviewed(sample: ResolvedSet, golden: Callable[[str, str], None], name: str) -> None:
    golden(f"{name}.txt", outline(compose_standard(sample, name)))


def test_a_booklet_is_printed_as_reviewed(sample: ResolvedSet, golden: Callable[[str, str], None]) -> None:
    booklet = compose_booklet(sample, Selection("booklet-contact", "联系工作", ("BZ-502", "XM-101")))
    golden("booklet-contact.txt", outline(booklet))


def test_chapters_one_to_three_are_always_there(sample: ResolvedSet) -> None:
    headings = [block for block in compose_standard(sample, "BZ-502").blocks() if isinstance(block, Heading)]
    numbered = [(block.number, block.title) for block in headings if block.number]
    assert numbered[:3] == [("1", "范围"), ("2", "规范性引用文件"), ("3", "术语和定义")]


def test_the_lead_in_of_terms_says_where_they_come_from(sample: ResolvedSet) -> None:
    assert "Q/SLFL JC 202界定的以及下列术语和定义适用于本文件。" in lines(compose_standard(sample, "XM-101"))
    assert "下列术语和定义适用于本文件。" in lines(compose_standard(sample, "JC-202"))
    assert "本文件没有需要界定的术语和定义。" in lines(compose_standard(sample, "BZ-502"))


def test_a_declared_value_is_printed_with_its_unit(sample: ResolvedSet) -> None:
    assert any("不少于10户妇女家庭" in line for line in lines(compose_standard(sample, "XM-101")))


def test_a_clause_of_a_sibling_is_cited_dated(sample: ResolvedSet) -> None:
    assert any("由Q/SLFL XM 101—2025中5.3规定" in line for line in lines(compose_standard(sample, "BZ-502")))


def test_a_term_in_a_definition_carries_its_number(sample: ResolvedSet) -> None:
    assert any(
        "由一名执委（3.1）固定联系" in line or "（执委（3.1））" in line for line in lines(compose_standard(sample, "JC-202"))
    )


def test_a_draft_shows_its_stage_and_no_dates(changed: Callable[..., Path], house: House) -> None:
    draft = resolved(changed(XM, "stage: published", "stage: consultation"), house)
    cover = next(block for block in compose_standard(draft, "XM-101").blocks() if isinstance(block, Cover))
    assert cover.stage == ("（征求意见稿）", "在提交反馈意见时，请将您知道的相关专利连同支持性文件一并附上。")
    assert cover.issued == "××××-××-××发布"


def test_the_sample_notice_reaches_every_cover_and_header(shipped: ResolvedSet) -> None:
    notice = shipped.index.system.sample_notice
    assert notice
    for name in shipped.standards:
        document = compose_standard(shipped, name)
        cover, *rest = document.sections
        assert [block.sample for block in cover.blocks if isinstance(block, Cover)] == [notice]
        assert all(section.sample for section in rest)


def test_a_broken_template_names_its_file_and_line(changed: Callable[..., Path], house: House) -> None:
    del house
    from stdkit.read.house import load_house

    directory = changed()
    own = directory / "templates" / "gbt"
    own.mkdir(parents=True)
    (own / "foreword.md.j2").write_text("第一行\n{{ nothing.at.all }}\n", encoding="utf-8")
    broken = resolved(directory, load_house("gbt", directory))
    with pytest.raises(StdkitError) as caught:
        compose_standard(broken, "XM-101")
    assert "foreword.md.j2" in caught.value.message.zh
    assert "第2行" in caught.value.message.zh


def test_a_template_cannot_reach_into_python(changed: Callable[..., Path]) -> None:
    from stdkit.read.house import load_house

    directory = changed()
    own = directory / "templates" / "gbt"
    own.mkdir(parents=True)
    (own / "foreword.md.j2").write_text("{{ fixed.__class__.__mro__ }}", encoding="utf-8")
    broken = resolved(directory, load_house("gbt", directory))
    with pytest.raises(StdkitError):
        compose_standard(broken, "XM-101")


def test_every_role_of_the_sample_is_used_as_meant(sample: ResolvedSet) -> None:
    roles = {block.role for block in compose_standard(sample, "XM-101").blocks() if isinstance(block, Paragraph)}
    assert {Role.TITLE, Role.TEXT, Role.ENTRY} <= roles

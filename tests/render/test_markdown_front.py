"""What stands at the head of a Markdown file: data, notice, cover, contents, and the anchors of the whole file."""

from __future__ import annotations

import yaml

from stdkit.model.document import (
    Document,
    Heading,
    HeadingKind,
    Paragraph,
    Role,
    Section,
    Text,
)
from stdkit.model.frontmatter import BookletCover, Contents, ContentsEntry, Cover
from stdkit.render.markdown import fragments, render
from tests.render.test_markdown import body, rendered

COVER = Cover(
    anchor="XM-101",
    classification=("ICS 03.080", "CCS A 12"),
    mark="Q",
    banner="示例区妇女联合会标准",
    number="Q/SLFL XM 101—2025",
    replaces="",
    title="执委联系妇女群众工作规范",
    english="Specification for contact",
    correspondence="",
    stage=(),
    issued="2025-06-20 发布",
    implemented="2025-08-01 实施",
    issuer="示例区妇女联合会",
    issue_word="发布",
    sample="示范文本",
)


def test_the_file_opens_with_its_data_in_yaml_and_ends_with_one_newline() -> None:
    properties = (("number", "Q/SLFL XM 101—2025"), ("stage", 'no: "draft" # 1'), ("on", "是\u2028否\x85"))
    text = render(Document("XM-101", "执委：走访", "zh", (), properties), {}).text
    data = yaml.safe_load(text.split("---\n")[1])
    assert data == {"title": "执委：走访", "language": "zh"} | dict(properties)
    assert text.endswith("---\n")


def test_the_cover_is_a_table_of_its_lines() -> None:
    assert body(COVER).splitlines() == [
        "> 示范文本",
        "",
        '<a id="XM-101"></a>',
        "",
        "# 执委联系妇女群众工作规范",
        "",
        "| ICS 03.080<br>CCS A 12 | Q |",
        "| --- | --- |",
        "| 示例区妇女联合会标准 | Q/SLFL XM 101—2025 |",
        "| Specification for contact |  |",
        "| 2025-06-20 发布 | 2025-08-01 实施 |",
        "| 示例区妇女联合会 | 发布 |",
    ]


def test_the_sample_notice_is_the_first_quotation_and_is_not_said_twice() -> None:
    text = rendered(COVER, Paragraph((Text("示范文本"),), Role.SAMPLE), sample="示范文本").text
    assert text.count("示范文本") == 1
    assert "---\n\n> 示范文本\n\n" in text


def test_another_sample_notice_in_the_text_is_printed_where_it_stands() -> None:
    text = rendered(Paragraph((Text("样表"),), Role.SAMPLE), sample="示范文本").text
    assert text.endswith("> 示范文本\n\n> 样表\n")


def test_contents_are_nested_links_without_pages() -> None:
    heading = Heading(HeadingKind.CHAPTER, 1, "5", "要求", "XM-101/requirements")
    entries = (
        ContentsEntry(1, "5　要求", "XM-101/requirements", "1"),
        ContentsEntry(2, "5.1　走访", "XM-101/nowhere", "2"),
    )
    text = body(Contents(entries, None), heading)
    assert text.startswith("- [5　要求](#requirements)\n  - 5.1　走访\n\n")


def test_contents_that_skip_a_level_stay_a_list() -> None:
    entries = tuple(ContentsEntry(level, str(level), "x") for level in (1, 4, 2))
    assert body(Contents(entries, None)) == "- 1\n  - 4\n  - 2"


def test_a_booklet_keeps_the_anchors_of_its_standards_apart() -> None:
    cover = BookletCover("booklet", "执委手册", "试行", ("共2项",), "示例区妇联", "2025-06", "")
    headings = [Heading(HeadingKind.CHAPTER, 1, "1", "范围", f"{name}/scope") for name in ("XM-101", "XM-102")]
    document = Document("booklet", "执委手册", "zh", (Section("cover", (cover, *headings)),))
    assert fragments(document) == {
        "booklet": "booklet",
        "XM-101/scope": "XM-101-scope",
        "XM-102/scope": "XM-102-scope",
    }
    assert "| 试行 | 共2项 |\n| --- | --- |\n| 示例区妇联 | 2025-06 |" in render(document, {}).text


def test_fragments_stay_unique_when_anchors_differ_in_a_slash_only() -> None:
    anchors = ("A-1/b/c", "A-2/x", "A-1/b-c")
    blocks = tuple(Paragraph((), anchor=anchor) for anchor in anchors)
    found = fragments(Document("booklet", "", "zh", (Section("body", blocks),)))
    assert found == {"A-1/b/c": "A-1-b-c", "A-2/x": "A-2-x", "A-1/b-c": "A-1-b-c-2"}


def test_the_full_sample_notice_is_preferred_to_the_short_one_on_every_page() -> None:
    full = "示范文本：不是任何组织发布的文件"
    text = rendered(Paragraph((Text(full),), Role.SAMPLE), sample="示范文本").text
    assert text.endswith(f"---\n\n> {full}\n")

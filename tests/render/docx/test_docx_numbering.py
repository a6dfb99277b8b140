"""Word prints the numbers of the Document."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from stdkit.model.document import (
    Block,
    Document,
    Example,
    Figure,
    Heading,
    HeadingKind,
    Item,
    List,
    Note,
    NumberedParagraph,
    Section,
    Table,
    TermHead,
    Text,
)
from tests.render.sample_document import booklet

sys.path.insert(0, str(Path(__file__).parent))
from word_file import WordFile, printed_numbers, rendered


@pytest.fixture(scope="module")
def file() -> WordFile:
    return rendered(booklet())


def wanted(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Yield the numbers and labels that the blocks print, in order."""
    for block in blocks:
        match block:
            case Heading(number=str(number)) | NumberedParagraph(number=number) | TermHead(number=number):
                yield number
            case List():
                yield from wanted_items(block)
            case Note(label=label):
                yield label
            case Example():
                yield block.label
                yield from wanted(block.content)
            case Table(foot=foot) | Figure(foot=foot):
                yield from wanted(tuple(foot))
            case _:
                pass


def wanted_items(node: List) -> Iterator[str]:
    for item in node.items:
        yield item.label
        if item.sublist:
            yield from wanted_items(item.sublist)


def one_section(*blocks: Block) -> Document:
    return Document("d", "标题", "zh", (Section("body", blocks, pages="arabic", standard="x"),))


def test_word_prints_every_number_and_label_of_the_document(file: WordFile) -> None:
    document = booklet()
    expected = [label for section in document.sections for label in wanted(section.blocks)]
    assert list(printed_numbers(file)) == expected
    assert expected.count("1") == 2  # the chapter of each of the two standards


def test_every_list_has_a_restarted_list_of_its_own(file: WordFile) -> None:
    letters = file.find("//w:body//w:p[w:pPr/w:pStyle/@w:val='letters1']")
    lists = {p.xpath("string(w:pPr/w:numPr/w:numId/@w:val)", namespaces=file.document.nsmap) for p in letters}
    assert len(lists) == 4  # two lists in each of two standards
    for number in lists:
        assert file.find(f"//w:num[@w:numId='{number}']//w:startOverride[@w:val='1']", "word/numbering.xml")


def test_no_number_carries_the_blank_that_follows_it(file: WordFile) -> None:
    texts = file.find("//w:lvlText/@w:val", "word/numbering.xml")
    assert texts
    assert not [text for text in texts if "\u3000" in text]


def test_a_number_that_word_would_not_print_is_text() -> None:
    extract = one_section(
        Heading(HeadingKind.CLAUSE, 2, "5.2", "四必访", "a"),
        List((Item("c)", (Text("第三项"),)), Item("d)", (Text("第四项"),))), "letters"),
    )
    found = rendered(extract)
    assert list(printed_numbers(found)) == []
    assert found.text() == "5.2\u3000四必访c)第三项d)第四项"


def test_each_numbered_style_is_bound_to_one_level(file: WordFile) -> None:
    bound = file.find("//w:lvl/w:pStyle/@w:val", "word/numbering.xml")
    assert len(bound) == len(set(bound))
    assert {"chapter", "clause1", "annex", "annexClause1", "letters1", "bibliography1"} <= set(bound)


def test_the_annex_label_of_an_english_document_is_printed_by_word() -> None:
    document = one_section(
        Heading(HeadingKind.ANNEX, 1, "Annex A", "Form", "a", "(normative)"),
        Heading(HeadingKind.ANNEX_CLAUSE, 2, "A.1", "Use", "b"),
        Heading(HeadingKind.ANNEX, 1, "Annex B", "Words", "c", "(informative)"),
    )
    assert list(printed_numbers(rendered(document))) == ["Annex A", "A.1", "Annex B"]

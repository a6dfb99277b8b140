"""What the house iso prints: the customary English words, and no Chinese ones."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from stdkit.compose.booklet import Selection, compose_booklet
from stdkit.compose.printing import plain_text
from stdkit.compose.standard import compose_standard
from stdkit.model.document import Document, Figure, Heading, Link, Note, Paragraph, Role, Table
from stdkit.model.frontmatter import Contents, Cover
from stdkit.model.house import House
from stdkit.read.house import load_house
from stdkit.resolve.resolved import ResolvedSet
from tests.conftest import SETS, resolved

ENGLISH = SETS / "english"
REFERENCES = (
    "The following documents are referred to in the text in such a way that some or all of their content constitutes "
    "requirements of this document. For dated references, only the edition cited applies. For undated references, the latest "
    "edition of the referenced document (including any amendments) applies."
)


@pytest.fixture(scope="module")
def iso() -> House:
    return load_house("iso", ENGLISH)


@pytest.fixture(scope="module")
def english(iso: House) -> ResolvedSet:
    return resolved(ENGLISH, iso)


def lines(document: Document) -> list[str]:
    return [plain_text(block.content) for block in document.blocks() if isinstance(block, Paragraph)]


def headings(document: Document) -> list[tuple[str | None, str]]:
    return [(block.number, block.title) for block in document.blocks() if isinstance(block, Heading)]


def captions(document: Document) -> list[tuple[str, str]]:
    found = [block.caption for block in document.blocks() if isinstance(block, Table | Figure)]
    return [(each.label, each.title) for each in found if each]


def test_the_elements_carry_their_english_names_in_order(english: ResolvedSet) -> None:
    assert headings(compose_standard(english, "SV-101"))[:6] == [
        (None, "Contents"),
        (None, "Foreword"),
        (None, "Introduction"),
        ("1", "Scope"),
        ("2", "Normative references"),
        ("3", "Terms and definitions"),
    ]
    assert headings(compose_standard(english, "GN-101"))[-2:] == [(None, "Bibliography"), (None, "Index")]


def test_chapter_two_has_its_sentence_or_says_that_there_is_nothing(english: ResolvedSet) -> None:
    assert REFERENCES in lines(compose_standard(english, "SV-101"))
    assert "There are no normative references in this document." in lines(compose_standard(english, "GN-101"))


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("GN-101", "For the purposes of this document, the following terms and definitions apply."),
        (
            "SV-101",
            "For the purposes of this document, the terms and definitions given in RCLN GN 101 and the following apply.",
        ),
        ("SP-201", "For the purposes of this document, the terms and definitions given in RCLN GN 101 apply."),
    ],
)
def test_the_lead_in_of_terms_says_where_they_come_from(english: ResolvedSet, name: str, sentence: str) -> None:
    assert sentence in lines(compose_standard(english, name))


def test_a_standard_without_terms_says_so(tmp_path: Path, iso: House) -> None:
    directory = tmp_path / "set"
    shutil.copytree(ENGLISH, directory)
    file = directory / "service-support" / "SP-201.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("terms_from: [GN-101]\n", ""), encoding="utf-8")
    printed = lines(compose_standard(resolved(directory, iso), "SP-201"))
    assert "No terms and definitions are listed in this document." in printed


def test_references_to_places_are_printed_the_english_way(english: ResolvedSet) -> None:
    lending, handling = compose_standard(english, "SV-101"), compose_standard(english, "SP-201")
    printed = [*lines(lending), *lines(handling)]
    assert any("shall conform to Table 1." in line for line in printed)
    assert any("is calculated by Formula (1)." in line for line in printed)
    assert any("are shown in Figure 1." in line for line in printed)
    assert any("in accordance with Annex B." in line for line in printed)
    assert any("is laid down in RCLN SV 101:2025, 6.3." in line for line in printed)


def test_a_chapter_is_called_a_clause(tmp_path: Path, iso: House) -> None:
    directory = tmp_path / "set"
    shutil.copytree(ENGLISH, directory)
    file = directory / "service-support" / "SP-201.yaml"
    text = file.read_text(encoding="utf-8").replace("for two years after closing.", "as laid down in [[closing]].")
    file.write_text(text, encoding="utf-8")
    printed = lines(compose_standard(resolved(directory, iso), "SP-201"))
    assert any(line.endswith("as laid down in Clause 8.") for line in printed)


def test_a_caption_has_a_dash_between_number_and_title(english: ResolvedSet) -> None:
    assert ("Table 1", "— Limits by kind of item") in captions(compose_standard(english, "SV-101"))
    assert ("Figure 1", "— Handling of a damaged item") in captions(compose_standard(english, "SP-201"))
    assert ("Table B.1", "— Count of waiting times") in captions(compose_standard(english, "SV-101"))


def test_the_contents_name_the_nature_of_an_annex(english: ResolvedSet) -> None:
    contents = [block for block in compose_standard(english, "SP-201").blocks() if isinstance(block, Contents)]
    texts = [entry.text for block in contents for entry in block.entries]
    assert "Annex A (normative) Record of a damaged item" in texts
    assert "Annex B (normative) Methods of minor repair" in texts


def test_notes_are_labelled_by_where_they_stand(english: ResolvedSet) -> None:
    def labels(name: str) -> set[str]:
        return {block.label for block in compose_standard(english, name).blocks() if isinstance(block, Note)}

    assert "NOTE " in labels("SV-101")
    assert {"Note 1 to entry: ", "Note 2 to entry: ", "EXAMPLE "} <= labels("GN-101")


def test_the_source_of_a_definition_is_given_in_capitals(english: ResolvedSet) -> None:
    blocks = compose_standard(english, "GN-101").blocks()
    sources = [plain_text(block.content) for block in blocks if isinstance(block, Paragraph) and block.role is Role.SOURCE]
    assert sources == ["[SOURCE: ISO 2789:2022, 3.2.28, modified]"]


def test_the_cover_shows_english_words_only(english: ResolvedSet) -> None:
    (cover,) = [block for block in compose_standard(english, "SV-101").blocks() if isinstance(block, Cover)]
    assert (cover.number, cover.issued, cover.implemented) == ("RCLN SV 101:2025", "Published 2025-06-20", "Effective 2025-09-01")
    assert cover.title == "Lending services of community libraries — Requirements and verification"
    assert cover.english == "", "the Chinese title does not stand on an English cover"


def test_the_foreword_is_made_of_the_sentences_of_the_house(english: ResolvedSet, iso: House) -> None:
    printed = lines(compose_standard(english, "SV-101"))
    assert iso.fixed["foreword_basis"] in printed
    assert "This document was proposed and is maintained by the Riverbend Community Library Network." in printed
    assert "This is the first edition of this document." in printed


def test_a_replaced_edition_is_named_with_the_changes(tmp_path: Path, iso: House) -> None:
    directory = tmp_path / "set"
    shutil.copytree(ENGLISH, directory)
    file = directory / "service-project" / "SV-101.yaml"
    change = "replaces: [RCLN SV 101:2020]\nchanges:\n  - {kind: added, text: a method of counting, clause: waiting}\n"
    file.write_text(file.read_text(encoding="utf-8").replace("introduction: |", change + "introduction: |"), encoding="utf-8")
    document = compose_standard(resolved(directory, iso), "SV-101")
    assert any(line.startswith("This document cancels and replaces RCLN SV 101:2020, ") for line in lines(document))
    assert "This is the first edition of this document." not in lines(document)


def test_a_collection_is_introduced_in_english(english: ResolvedSet) -> None:
    booklet = compose_booklet(english, Selection("booklet-branches", "Standards for branch libraries", ("SV-101", "SP-201")))
    assert booklet.title == "Standards of the Riverbend Community Library Network: Standards for branch libraries"
    opening = "This collection holds 2 standards of the Riverbend Community Library Network: 2 of its own and 0 "
    assert any(line.startswith(opening) for line in lines(booklet))
    assert "Standards cited in the text and not part of this collection" in [title for _, title in headings(booklet)]


def test_a_reference_leads_to_its_target(english: ResolvedSet) -> None:
    blocks = [block for block in compose_standard(english, "SP-201").blocks() if isinstance(block, Paragraph)]
    links = {inline.text: inline.target for block in blocks for inline in block.content if isinstance(inline, Link)}
    assert links["RCLN SV 101:2025, 6.3"] == "SV-101/reservations"

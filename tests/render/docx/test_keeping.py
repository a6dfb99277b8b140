"""What stays together on a page."""

from __future__ import annotations

import sys
from pathlib import Path

from stdkit.model.document import Document, Item, List, Paragraph, Section, Text

sys.path.insert(0, str(Path(__file__).parent))
from word_file import rendered


def kept(*blocks: Paragraph | List) -> list[bool]:
    """Return for each paragraph of a document whether it stays with what follows."""
    file = rendered(Document("S", "甲", "zh", (Section("body", blocks, pages="arabic"),)))
    return [
        bool(file.find("//w:body//w:p")[number].xpath("w:pPr/w:keepNext[not(@w:val)]", namespaces=NAMES)) for number in range(3)
    ]


NAMES = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
ITEMS = List((Item("a)", (Text("核对名册；"),)), Item("b)", (Text("登记到会人员。"),))), "letters")


def test_the_words_that_lead_in_a_list_stay_with_its_first_item() -> None:
    assert kept(Paragraph((Text("村妇联按下列步骤办理："),)), ITEMS) == [True, False, False]


def test_a_paragraph_before_a_paragraph_does_not() -> None:
    assert kept(Paragraph((Text("甲。"),)), Paragraph((Text("乙。"),)), Paragraph((Text("丙。"),))) == [False, False, False]

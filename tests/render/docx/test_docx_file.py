"""The file: valid, the same in every build, with nothing of the machine in it."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from stdkit.model.document import Document, Math, Paragraph, Section, Text
from stdkit.render.docx import render
from tests.conftest import ROOT
from tests.render.sample_document import SAMPLE, booklet, standard

sys.path.insert(0, str(Path(__file__).parent))
from word_file import NAMESPACES, WordFile, rendered, save, styles

DIGEST = (
    "import hashlib, sys; sys.path[:0] = sys.argv[1:]; from word_file import styles; from stdkit.render.docx import render; "
    "from tests.render.sample_document import booklet; print(hashlib.sha256(render(booklet(), styles())).hexdigest())"
)


@pytest.fixture(scope="module")
def file() -> WordFile:
    return rendered(booklet())


def test_the_file_is_valid(tmp_path: Path) -> None:
    from openxml_audit import OpenXmlValidator

    result = OpenXmlValidator().validate(save(render(booklet(), styles()), tmp_path))
    assert [str(error) for error in result.errors] == []


@pytest.mark.parametrize("text", ["𠮷野家", "😀", "a\x00b\x0b", "\ud800", "<&>\"'", "一\n二\t三"])
def test_rare_and_forbidden_characters_leave_the_file_readable(text: str) -> None:
    document = Document("d", text, "zh", (Section("body", (Paragraph((Text(text),)),), header=text, pages="arabic"),))
    found = rendered(document)
    kept = "".join(character for character in text if character.isprintable() and character != "\ud800")
    assert found.text() == kept


def test_the_same_document_gives_the_same_bytes_everywhere(tmp_path: Path) -> None:
    digests = {hashlib.sha256(render(booklet(), styles())).hexdigest()}
    for seed, zone, locale in (("1", "Asia/Shanghai", "C.UTF-8"), ("2", "America/New_York", "POSIX")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "PYTHONUTF8": "1"}
        command = [sys.executable, "-c", DIGEST, str(ROOT), str(Path(__file__).parent)]
        done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=True)
        digests.add(done.stdout.strip())
    assert len(digests) == 1


def test_the_zip_holds_no_date_and_begins_with_the_content_types(file: WordFile) -> None:
    assert file.names[0] == "[Content_Types].xml"
    assert file.names[1:] == sorted(file.names[1:])
    assert file.dates == {(1980, 1, 1, 0, 0, 0)}
    everything = b"".join(file.parts.values())
    for forbidden in (b"updateFields", b"w:dirty", b"rsid", b"w:ins ", b"w:del ", b"dcterms", b"thumbnail", b"customXml"):
        assert forbidden not in everything


def test_every_style_that_is_used_exists(file: WordFile) -> None:
    known = set(file.find("//w:style/@w:styleId", "word/styles.xml"))
    used = set()
    for part in file.trees:
        if part.startswith("word/") and part != "word/styles.xml":
            used |= set(file.find("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val", part))
    assert used
    assert used <= known


def test_runs_have_no_typeface_and_no_size_of_their_own(file: WordFile) -> None:
    for part in ("word/document.xml", "word/footnotes.xml", "word/header2odd.xml"):
        assert file.find("//w:r/w:rPr/w:rFonts | //w:r/w:rPr/w:sz | //w:r/w:rPr/w:b | //w:r/w:rPr/w:color", part) == []


def test_every_style_names_latin_and_chinese_typefaces(file: WordFile) -> None:
    fonts = file.find("//w:style[@w:type='paragraph']/w:rPr/w:rFonts", "word/styles.xml")
    assert fonts
    for each in fonts:
        assert {name.partition("}")[2] for name in each.attrib} >= {"ascii", "hAnsi", "eastAsia", "hint"}


def test_every_field_and_link_leads_to_one_bookmark(file: WordFile) -> None:
    names = Counter(file.find("//w:bookmarkStart/@w:name"))
    instructions = [text.split() for text in file.find("//w:instrText/text()")]
    targets = [words[1] for words in instructions if words[0] == "PAGEREF"]
    targets += [words[words.index("\\b") + 1] for words in instructions if words[0] == "TOC"]
    targets += file.find("//w:hyperlink/@w:anchor")
    assert len(targets) > 50
    assert [target for target in targets if names[target] != 1] == []
    assert [name for name in names if len(name) > 40 or not name.isalnum() or not name[0].isalpha()] == []


def test_a_link_that_leads_nowhere_is_text(file: WordFile) -> None:
    linked = "".join(file.find("//w:hyperlink//w:t/text()"))
    assert "Q/SLFL XM 102" in file.text()
    assert "Q/SLFL XM 102及" not in linked
    assert "网站" in linked


def test_ids_are_unique(file: WordFile) -> None:
    for path in ("//w:bookmarkStart/@w:id", "//wp:docPr/@id", "//w:footnoteReference/@w:id"):
        found = file.find(path)
        assert found
        assert len(found) == len(set(found))
    assert sorted(file.find("//w:bookmarkStart/@w:id")) == sorted(file.find("//w:bookmarkEnd/@w:id"))


def test_everything_shown_is_described(file: WordFile) -> None:
    assert len(file.find("//w:tbl")) == len(file.find("//w:tbl[w:tblPr/w:tblCaption and w:tblPr/w:tblDescription]"))
    drawings = file.find("//wp:docPr")
    assert drawings
    assert all(each.get("descr") for each in drawings)


def test_properties_name_the_document_and_its_maker(file: WordFile) -> None:
    core = "".join(file.trees["docProps/core.xml"].itertext())
    assert core == "基层妇联组织建设标准汇编示例区妇女联合会zh-CN"
    custom = file.trees["docProps/custom.xml"]
    assert [each.get("name") for each in custom] == ["number", "stage"]


def test_footnotes_print_their_labels_in_every_standard(file: WordFile) -> None:
    references = file.find("//w:footnoteReference")
    custom = [each.get(f"{{{NAMESPACES['w']}}}customMarkFollows") for each in references]
    assert custom == [None, None, "1", "1"]  # Word counts the first two; the second standard begins again
    assert "1)\u3000联系地址" in file.text("word/footnotes.xml")


def test_a_formula_that_is_higher_than_the_line_is_not_cut_off() -> None:
    found = rendered(Document("d", "t", "zh", (Section("body", (Paragraph((Math(r"\frac{a}{b}"),)), Paragraph((Math("x"),)))),)))
    rules = [each.xpath("string(w:pPr/w:spacing/@w:lineRule)", namespaces=NAMESPACES) for each in found.find("//w:body/w:p")]
    assert rules == ["atLeast", ""]


def test_the_sample_notice_stands_on_covers_and_in_headers(file: WordFile) -> None:
    covers = file.find("//w:p[w:pPr/w:pStyle[@w:val='coverSample' or @w:val='bookletSample']]//w:t/text()")
    assert covers == [SAMPLE] * 3
    headers = [file.text(name) for name in file.parts if name.startswith("word/header")]
    assert [text for text in headers if text and not text.endswith(SAMPLE)] == []


def test_a_large_set_is_written_in_a_second() -> None:
    sections = tuple(section for n in range(44) for section in standard(f"S{n}", f"Q/X {n}—2025", "标准"))
    document = Document("all", "全部", "zh", sections)
    begun = time.process_time()
    render(document, styles())
    assert time.process_time() - begun < 2.0

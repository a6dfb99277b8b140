"""Files of every kind: their text, or why there is none."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from pypdf import PdfReader, PdfWriter

from stdkit.corpora import extract, reasons
from stdkit.corpora.extract import Extractor, file_bytes
from stdkit.corpora.pdf_text import PdfReaders
from stdkit.corpora.reasons import Extracted, Unread, Why
from tests.corpora.files import MC, W, docx, paragraph, pdf

SENTENCE = "执委应对每户固定联系户至少每三个月走访一次，走访后按规定的流程办理所反映的问题。"


@pytest.fixture(scope="module")
def extractor() -> Iterator[Extractor]:
    with Extractor() as made:
        yield made


def read(extractor: Extractor, content: bytes, name: str) -> str:
    found = extractor.text(content, name)
    assert isinstance(found, Extracted), found
    return found.characters


def why(extractor: Extractor, content: bytes, name: str) -> Why:
    found = extractor.text(content, name)
    assert isinstance(found, Unread), found
    assert found.name == name
    return found.why


@pytest.mark.parametrize("text", ["一、范围\r\n二、引用\rx\n", "\ufeff带有标记", "plain\n", "𠮷野家 beyond the plane"])
def test_utf8_keeps_every_character_so_that_offsets_are_those_of_the_file(extractor: Extractor, text: str) -> None:
    found = extractor.text(text.encode(), "a.txt")
    assert found == Extracted(text, as_typed=True)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "gb18030", "gbk"])
def test_other_encodings_of_chinese_are_read(extractor: Extractor, encoding: str) -> None:
    found = extractor.text(SENTENCE.encode(encoding), "条文.md")
    assert found == Extracted(SENTENCE)


@pytest.mark.parametrize(
    "content", [b"\x89PNG\r\n\x1a\n" + bytes(range(256)), b"a\0b", "café".encode("latin-1"), b"\xff\xfea", SENTENCE.encode()[:-1]]
)
def test_what_is_no_text_is_named(extractor: Extractor, content: bytes) -> None:
    assert why(extractor, content, "a.txt") is Why.ENCODING


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.docx", "a.pdf", "a.html"])
def test_an_empty_file_is_named(extractor: Extractor, name: str) -> None:
    assert why(extractor, b"", name) is Why.EMPTY


@pytest.mark.parametrize(("name", "content"), [("a.txt", b" \n\t"), ("a.html", b"<p> </p>"), ("a.docx", docx(paragraph("——")))])
def test_a_file_without_a_letter_is_empty(extractor: Extractor, name: str, content: bytes) -> None:
    assert why(extractor, content, name) is Why.EMPTY


def test_word_paragraphs_tables_and_notes_are_read_and_deleted_text_is_not(extractor: Extractor) -> None:
    row = "<w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc><w:tc>{}</w:tc></w:tr>"
    body = (
        paragraph("第一条")
        + "<w:p><w:r><w:t>走</w:t></w:r><w:del><w:r><w:delText>错</w:delText><w:t>错</w:t></w:r></w:del>"
        + "<w:r><w:t>访</w:t><w:tab/><w:t>后</w:t><w:br/><w:t>办理</w:t></w:r>"
        + "<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
        + f"<w:tbl>{row.format(paragraph('丙'))}</w:tbl>"
        + f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice>{paragraph("框")}</mc:Choice>'
        + f"<mc:Fallback>{paragraph('框')}</mc:Fallback></mc:AlternateContent>"
    )
    notes = f'<w:footnotes xmlns:w="{W}"><w:footnote>{paragraph("脚注一")}</w:footnote></w:footnotes>'
    assert read(extractor, docx(body, footnotes=notes), "a.docx") == "第一条\n走访\t后\n办理\n甲 乙\t丙\n\n框\n脚注一\n"


def test_the_main_part_of_a_word_file_may_have_another_name(extractor: Extractor) -> None:
    assert read(extractor, docx(paragraph("正文"), part="word/document2.xml"), "a.docx") == "正文\n"


def test_a_word_file_that_unpacks_to_very_much_is_not_unpacked(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    content = docx("<w:p/>" * 12_000_000)
    assert len(content) < 2_000_000
    assert why(extractor, content, "bomb.docx") is Why.TOO_LARGE


def test_entities_of_a_word_file_are_not_expanded(extractor: Extractor) -> None:
    file = BytesIO()
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha" * 10}">' for n in range(10))
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml",
            f'<!DOCTYPE d [{entities}]><w:document xmlns:w="{W}"><w:body>{paragraph("条 &e9; 文")}</w:body></w:document>',
        )
    found = extractor.text(file.getvalue(), "laughs.docx")
    assert isinstance(found, Unread) or len(found.characters) < 100


def test_a_word_file_nested_without_end_is_damaged(extractor: Extractor) -> None:
    assert why(extractor, docx("<w:p>" * 5_000 + "</w:p>" * 5_000), "deep.docx") is Why.BROKEN


@pytest.mark.parametrize("kept", [4, 60, 200])
def test_a_word_file_that_was_cut_off_is_damaged(extractor: Extractor, kept: int) -> None:
    assert why(extractor, docx(paragraph(SENTENCE * 40))[:kept], "cut.docx") is Why.BROKEN


def test_a_damaged_byte_in_a_word_file_never_ends_the_command(extractor: Extractor) -> None:
    content = docx(paragraph(SENTENCE))
    kinds = set()
    for place in range(0, len(content), 3):
        broken = bytearray(content)
        broken[place] ^= 0xFF
        kinds.add(type(extractor.text(bytes(broken), "a.docx")))
    assert kinds == {Extracted, Unread}


def test_a_word_file_under_a_password_and_an_old_one_are_told_apart(extractor: Extractor) -> None:
    old = b"\xd0\xcf\x11\xe0" + bytes(600)
    assert why(extractor, old + "EncryptedPackage".encode("utf-16-le"), "a.docx") is Why.ENCRYPTED
    assert why(extractor, old, "a.docx") is Why.OLD_KIND


@pytest.mark.parametrize(("name", "reason"), [("a.doc", Why.OLD_KIND), ("a.wps", Why.OLD_KIND), ("a.png", Why.OTHER_KIND)])
def test_other_kinds_are_named(extractor: Extractor, name: str, reason: Why) -> None:
    assert why(extractor, b"x", name) is reason


def test_blocks_of_a_page_are_lines_and_what_nobody_sees_is_left_out(extractor: Extractor) -> None:
    page = """<!DOCTYPE html><html><head><title>标题</title><style>p{}</style></head><body>
      <h1>第一章</h1><p>走访<b>后</b>
      办理 <span hidden>看不见</span>完毕。<br>次行</p><script>alert("x")</script><!-- 注 -->
      <table><tr><td>甲</td><td>乙</td></tr></table></body></html>"""
    assert read(extractor, page.encode(), "a.html") == "第一章\n走访后 办理 完毕。\n次行\n甲\t乙\n"


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="gb2312">', "gb18030"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=GBK">', "gb18030"),
        ("", "gb18030"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ('<meta charset="utf-8">', "gb18030"),
        ('<meta charset="no-such">', "utf-8"),
        ('<meta charset="euc-jp">', "euc-jp"),
    ],
)
def test_the_encoding_of_a_page_is_found(extractor: Extractor, head: str, encoding: str) -> None:
    sentence = "固定訪問" if encoding == "euc-jp" else SENTENCE
    page = f"<html><head>{head}</head><body><p>{sentence}</p></body></html>"
    assert read(extractor, page.encode(encoding), "a.htm") == sentence + "\n"


def test_a_page_nested_without_end_is_read_as_far_as_it_goes_or_named(extractor: Extractor) -> None:
    found = extractor.text(b"<p>begin</p>" + b"<div>" * 200_000 + b"deep" + b"</div>" * 200_000, "deep.html")
    assert isinstance(found, Unread) or found.characters.startswith("begin")


def test_lines_of_a_pdf_are_joined_and_page_numbers_dropped(extractor: Extractor) -> None:
    numbers, lines, pages = "一二三四", [], []
    for page, sign in enumerate(numbers, 1):
        sentence = SENTENCE.replace("三", sign)
        lines += [f"{page}.1 记录", sentence, f"a) 登记{sign}；", f"b) 回复{sign}。"]
        head = f"Q/ABC 101—2025  {page}" if page % 2 else f"{page}  Q/ABC 101—2025"
        pages.append([head, f"{page}.1 记录", sentence[:30], sentence[30:], *lines[-2:], f"— {page} —"])
    found = extractor.text(pdf(pages), "a.pdf")
    assert found == Extracted("\n".join(lines) + "\n")


def test_a_word_parted_at_the_end_of_a_line_is_joined(extractor: Extractor) -> None:
    lines = [
        "The committee shall visit every house-",
        "hold on its list at least once in three",
        "months and keep a record of each visit.",
    ]
    text = (
        "The committee shall visit every household on its list at least once in three months and keep a record of each visit.\n"
    )
    assert read(extractor, pdf([lines]), "a.pdf") == text


def test_a_pdf_without_text_is_a_scan_and_pages_without_text_are_counted(extractor: Extractor) -> None:
    assert why(extractor, pdf([[], [], ["1"]]), "scan.pdf") is Why.SCANNED
    found = extractor.text(pdf([[SENTENCE, SENTENCE], []]), "half.pdf")
    assert isinstance(found, Extracted)
    assert found.silent_pages == (2,)


def test_a_pdf_whose_font_does_not_say_what_it_shows_is_named(extractor: Extractor) -> None:
    assert why(extractor, pdf([["\ue012\ue345" * 20]]), "a.pdf") is Why.GARBLED


def test_a_pdf_under_a_password_is_named_and_one_that_only_forbids_printing_is_read(extractor: Extractor) -> None:
    locked, restricted = BytesIO(), BytesIO()
    for file, user in ((locked, "secret"), (restricted, "")):
        writer = PdfWriter(PdfReader(BytesIO(pdf([[SENTENCE]]))))
        writer.encrypt(user_password=user, owner_password="owner", algorithm="RC4-128")  # noqa: S106 - no secret
        writer.write(file)
    assert why(extractor, locked.getvalue(), "locked.pdf") is Why.ENCRYPTED
    assert read(extractor, restricted.getvalue(), "restricted.pdf") == SENTENCE + "\n"


@pytest.mark.parametrize("content", [b"%PDF-1.7\n", b"not a pdf at all", pdf([[SENTENCE]])[:300], b"%PDF-1.4\n" + bytes(5_000)])
def test_a_damaged_pdf_is_named(extractor: Extractor, content: bytes) -> None:
    assert why(extractor, content, "a.pdf") in {Why.BROKEN, Why.SCANNED}


def test_a_pdf_whose_page_unpacks_to_very_much_is_named_and_the_next_one_read(extractor: Extractor) -> None:
    page = b"".join(b"(" + b"x" * 60 + b") Tj\n" for _ in range(3))
    bomb = zlib.compress(b"BT /F 10 Tf " + page * 600_000, 9)
    plain = pdf([["x"]])
    begin = plain.index(b"<< /Length", plain.index(b"/Type0"))
    end = plain.index(b"endstream", begin)
    content = plain[:begin] + f"<< /Length {len(bomb)} /Filter /FlateDecode >> stream\n".encode() + bomb + b"\n" + plain[end:]
    assert isinstance(extractor.text(content, "bomb.pdf"), Unread)
    assert read(extractor, pdf([[SENTENCE]]), "next.pdf") == SENTENCE + "\n"


def test_a_reader_that_does_not_answer_is_ended_and_one_that_dies_is_started_again() -> None:
    with PdfReaders((sys.executable, "-c", "import time; time.sleep(60)"), seconds=0.3) as readers:
        assert readers.text(b"x") is Why.SLOW
    with PdfReaders((sys.executable, "-c", "import sys; sys.exit(1)")) as readers:
        assert readers.text(b"x") is Why.TOO_LARGE
        assert readers.text(b"x") is Why.TOO_LARGE


def test_files_that_cannot_be_read_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert file_bytes(tmp_path / "gone.txt", "gone.txt") == Unread("gone.txt", Why.VANISHED)
    assert file_bytes(tmp_path, "folder.txt") == Unread("folder.txt", Why.BROKEN)
    (tmp_path / "large.txt").write_bytes(b"12345")
    monkeypatch.setattr(extract, "LARGEST_FILE", 4)
    assert file_bytes(tmp_path / "large.txt", "large.txt") == Unread("large.txt", Why.TOO_LARGE)


def test_every_reason_has_words_in_both_languages() -> None:
    assert reasons.MESSAGES.keys() == set(Why)
    assert all(each.zh and each.en for each in reasons.MESSAGES.values())

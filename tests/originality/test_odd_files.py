"""Odd texts and files: each is compared in good time or named, with the place where that is known."""

from __future__ import annotations

import json
import sys
import time
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from stdkit.corpora.corpus import Adding, add_folder
from stdkit.corpora.extract import Extractor
from stdkit.corpora.library import open_library
from stdkit.corpora.loose import check_with_corpus
from stdkit.corpora.pdf_pages import pages
from stdkit.corpora.pdf_text import PdfReaders
from stdkit.corpora.place import corpus_directory
from stdkit.corpora.reasons import Extracted, Unread, Why
from stdkit.corpora.remembered import Remembered
from tests.cli.run import stdkit
from tests.corpora.files import docx, paragraph, pdf

TEXT = "值班电工每班巡检循环水泵两次，记录轴承温度、出口压力和电机电流。轴承温度超过七十摄氏度时，值班电工立即停泵并报告班组长。"
LONG = {
    "one character": "啊" * 1_000_000,
    "one letter": "a" * 1_000_000,
    "two lines": "轴承" * 500_000 + "\n" + TEXT * 17_000,
    "lines that only name a document": "GB/T 1\n" * 140_000,
    "brackets that are never closed": "GB/T 191(x\n" * 90_000,
}
UNREAD = {
    "punctuation.txt": ("。，；！" * 1000).encode(),
    "emoji.txt": ("😀👍🏽" * 1000).encode(),
    "empty.txt": b"",
    "nul.txt": TEXT.encode() + b"\n\0",
    "damaged.txt": f"{TEXT}\n巡检".encode() + b"\xe5\x80 " + TEXT.encode(),
    "cut gb18030.txt": TEXT.encode("gb18030")[:-1],
    "utf-16 without a mark.txt": TEXT.encode("utf-16-le"),
    "latin.txt": "Prüfung der Kühlmittelpumpe für größere Räume".encode("latin-1"),
}
READ = {"gb18030.txt": TEXT.encode("gb18030"), "utf-16.txt": TEXT.encode("utf-16"), "spaces.txt": b" " * 100_000 + TEXT.encode()}
WITHOUT_CIPHER = (
    sys.executable,
    "-c",
    "import sys; sys.modules.update(cryptography=None, Crypto=None); from stdkit.corpora.pdf_pages import main; main()",
)


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_a_very_long_text_of_one_kind_is_compared_and_added_in_seconds(text: str, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "source.txt").write_text(f"{TEXT}\n{text}", encoding="utf-8")
    (tmp_path / "draft.txt").write_text(text, encoding="utf-8")
    place = corpus_directory(tmp_path / "set", "texts")
    began = time.process_time()
    assert add_folder(Adding(folder, place)).added == ["source.txt"]
    (compared,) = check_with_corpus([tmp_path / "draft.txt"], place).compared
    assert time.process_time() - began < 30
    assert compared.extracted.characters == text


def test_files_that_hold_no_text_are_named_and_the_others_compared(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "a.txt").write_text(TEXT, encoding="utf-8")
    for name, content in {**UNREAD, **READ}.items():
        (tmp_path / name).write_bytes(content)
    files = [tmp_path / name for name in (*UNREAD, *READ)]
    result = stdkit("originality", "check", *files, "--against", tmp_path / "source", "--format", "json")
    assert result.exit_code == 1
    data = json.loads(result.stdout)
    assert {each["name"]: each["overlap"] for each in data["texts"]} == dict.fromkeys(READ, 1.0)
    assert [each["name"] for each in data["unread"]] == list(UNREAD)
    places = {each["name"]: (each["line"], each["column"]) for each in data["unread"] if "line" in each}
    assert places["damaged.txt"] == (2, 3)
    assert places["nul.txt"] == (2, 1)


def test_a_corpus_names_the_same_files_and_takes_the_others(tmp_path: Path) -> None:
    assert stdkit("init", tmp_path / "set").exit_code == 0
    (tmp_path / "texts").mkdir()
    for name, content in {**UNREAD, **READ}.items():
        (tmp_path / "texts" / name).write_bytes(content)
    result = stdkit("-C", tmp_path / "set", "corpus", "add", tmp_path / "texts", "--lang", "en")
    assert result.exit_code == 1
    assert all(f"{name}: " in result.stdout for name in UNREAD)
    assert "damaged.txt: is no text in UTF-8, UTF-16 or GB18030 (as UTF-8 it can be read up to line 2, column 3)" in result.stdout
    assert f"3 files, {sum(len(each) for each in (TEXT, TEXT, ' ' * 100_000 + TEXT)):,} characters" in result.stdout


def encrypted(password: str, algorithm: str) -> bytes:
    file, writer = BytesIO(), PdfWriter(PdfReader(BytesIO(pdf([[TEXT[:40]]]))))
    writer.encrypt(user_password=password, owner_password="owner", algorithm=algorithm)  # noqa: S106 – no secret
    writer.write(file)
    return file.getvalue()


@pytest.mark.parametrize("algorithm", ["AES-128", "AES-256-R5", "AES-256"])
def test_a_pdf_encrypted_with_aes_is_read_named_as_encrypted_or_says_what_to_install(algorithm: str) -> None:
    pytest.importorskip("cryptography")
    free, locked = encrypted("", algorithm), encrypted("secret", algorithm)
    with PdfReaders() as with_cipher, PdfReaders(WITHOUT_CIPHER) as without:
        found = with_cipher.text(free)
        assert isinstance(found, Extracted)
        assert found.characters.strip() == TEXT[:40]
        assert with_cipher.text(locked) is Why.ENCRYPTED
        assert without.text(free) is Why.NO_CIPHER
        assert without.text(locked) in {Why.NO_CIPHER, Why.ENCRYPTED}
    assert list(pages(locked)) == [{"why": Why.ENCRYPTED}]


class Counting(Extractor):
    """Counts how often a file is taken apart."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0
        taken_apart = self._pdf.text

        def text(content: bytes) -> Extracted | Why:
            self.times += 1
            return taken_apart(content)

        self._pdf.text = text  # type: ignore[method-assign]


def test_the_text_of_a_content_is_taken_out_once_whatever_the_names() -> None:
    content = pdf([[TEXT[:40]]])
    with Counting() as extractor:
        assert extractor.text(content, "a.pdf") == extractor.text(content, "b.pdf")
        assert extractor.times == 1
        assert extractor.text(b"%PDF-1.7\n", "c.pdf") == Unread("c.pdf", Why.BROKEN)
        assert extractor.text(b"%PDF-1.7\n", "d.pdf") == Unread("d.pdf", Why.BROKEN)
        assert extractor.times == 2
        assert isinstance(extractor.text(pdf([[TEXT[20:60]]]), "a.pdf"), Extracted)
        assert extractor.times == 3


def test_a_document_of_a_corpus_is_read_once_however_many_passages_it_holds(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.pdf").write_bytes(pdf([[TEXT[:31], TEXT[31:]]]))
    (tmp_path / "texts" / "b.docx").write_bytes(docx(paragraph(TEXT)))
    place = corpus_directory(tmp_path / "set", "texts")
    add_folder(Adding(tmp_path / "texts", place))
    with Counting() as extractor, open_library(place, extractor) as (_, sources):
        texts = [sources.text(0) for _ in range(3)]
        assert sources.named("a.pdf") is texts[0] is texts[2]
        assert extractor.times == 1


def test_what_was_used_longest_ago_is_forgotten_first() -> None:
    made: list[str] = []
    remembered: Remembered[str, str] = Remembered(len, room=4)

    def value(key: str) -> str:
        return remembered.value(key, lambda: made.append(key) or key * 2)  # type: ignore[func-returns-value]

    for key in ("a", "b", "a", "c", "a", "b", "long" * 3, "long" * 3):
        assert value(key) == key * 2
    assert made == ["a", "b", "c", "b", "long" * 3]

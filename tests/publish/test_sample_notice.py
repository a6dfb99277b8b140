"""While a set is a sample, every file says so."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from tests.cli.run import stdkit
from tests.conftest import SHIPPED

NOTICE = "不是任何妇联组织发布的文件"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out")
    result = stdkit("-C", SHIPPED, "render", "-o", folder, "--pages", "estimate")
    assert result.exit_code == 0, result.stderr
    return folder


def test_every_word_file_shows_it_on_covers_in_headers_and_properties(out: Path) -> None:
    files = sorted(out.rglob("*.docx"))
    assert len(files) == 35
    for file in files:
        with zipfile.ZipFile(file) as package:
            document = package.read("word/document.xml").decode("utf-8")
            headers = [package.read(name).decode("utf-8") for name in package.namelist() if "header" in name]
            properties = package.read("docProps/custom.xml").decode("utf-8")
        words = [re.sub(r"<[^>]+>", "", header) for header in headers]
        assert NOTICE in re.sub(r"<[^>]+>", "", document), file
        assert any(words)
        assert all("示范文本" in each for each in words if each.strip()), file
        assert NOTICE in properties, file


def test_every_markdown_file_shows_it_in_front_matter_and_text(out: Path) -> None:
    files = sorted(out.rglob("*.md"))
    assert len(files) == 46
    for file in files:
        text = file.read_text(encoding="utf-8")
        front, _, body = text.removeprefix("---\n").partition("\n---\n")
        assert NOTICE in front, file
        assert NOTICE in body, file

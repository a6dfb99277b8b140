"""What a set says never becomes a formula in any sheet of any report."""

from __future__ import annotations

import csv as library
from collections.abc import Callable
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from openpyxl import load_workbook

from stdkit.model.house import House
from stdkit.render.csv import csv
from stdkit.render.xlsx import xlsx
from stdkit.reports.catalogue import REPORTS, make_report
from stdkit.reports.report import Question
from tests.conftest import resolved

TEXTS = (
    "title",
    "name",
    "term",
    "zh",
    "en",
    "evidence",
    "what",
    "where",
    "owner",
    "note",
    "reason",
    "who",
    "for",
    "unit",
    "text",
)
SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝")
QUESTION = Question(date(2026, 1, 1))


def hostile(node: Any, sign: str) -> Any:
    """Return plain data with a sign before every name that people type."""
    if isinstance(node, dict):
        return {
            key: f"{sign}1+{value}" if key in TEXTS and isinstance(value, str) else hostile(value, sign)
            for key, value in node.items()
        }
    return [hostile(each, sign) for each in node] if isinstance(node, list) else node


@pytest.fixture(params=("=", "+", "-", "@", "＝"))
def directory(request: pytest.FixtureRequest, changed: Callable[..., Path]) -> Path:
    folder = changed()
    for file in folder.rglob("*.yaml"):
        data = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - texts only
        file.write_text(yaml.safe_dump(hostile(data, request.param), allow_unicode=True), encoding="utf-8")
    return folder


def test_no_sheet_of_any_report_holds_a_formula(directory: Path, house: House) -> None:
    read = resolved(directory, house)
    assert [each.path for each in read.source.failed] == []
    risky = 0
    for name in REPORTS:
        sheets = make_report(name, read, QUESTION).sheets
        if not sheets:
            continue
        for page in load_workbook(BytesIO(xlsx(sheets, name))).worksheets:
            typed = {cell.data_type for row in page.iter_rows() for cell in row}
            assert typed <= {"s", "inlineStr", "n"}, (name, page.title)
        for sheet in sheets:
            risky += sum(isinstance(each, str) and each.startswith(SIGNS) for row in sheet.rows for each in row)
            for row in library.reader(StringIO(csv(sheet).decode("utf-8-sig"), newline="")):
                assert not [field for field in row if field.startswith(SIGNS)], (name, sheet.name)
    assert risky > 20

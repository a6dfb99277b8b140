"""``stdkit import references`` as a person meets it: export, edit, import."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.run import findings, stdkit
from tests.importers.lists import workbook

Changed = Callable[..., Path]


def files(directory: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in directory.rglob("*") if file.is_file()}


@pytest.mark.parametrize("extension", ["xlsx", "csv"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_unchanged_export_changes_nothing(changed: Changed, tmp_path: Path, extension: str, language: str) -> None:
    directory = changed()
    if language == "en":
        changed("system.yaml", "language: zh\nhouse: gbt", "language: en\nhouse: iso")
    before, listed = files(directory), tmp_path / f"list.{extension}"
    assert stdkit("-C", directory, "report", "references", "-o", listed).exit_code == 0
    result = stdkit("-C", directory, "import", "references", listed)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "新登记0个，改0个" in result.stderr
    assert files(directory) == before


def test_an_edited_export_is_taken_in_and_the_standards_stay(changed: Changed, tmp_path: Path) -> None:
    directory, listed = changed(), tmp_path / "list.xlsx"
    assert stdkit("-C", directory, "report", "references", "-o", listed).exit_code == 0
    book = load_workbook(listed)
    page = book.worksheets[0]
    heads = {cell.value: cell.column for cell in page[1]}
    row = next(row for row in range(2, page.max_row + 1) if page.cell(row, 1).value == "GB/T 9704—2012")
    page.cell(row, heads["状态"], "被代替")
    page.cell(row, heads["代替它的文件"], "GB/T 9704-2030")
    stream = BytesIO()
    book.save(stream)
    listed.write_bytes(stream.getvalue())
    before = files(directory)
    shown = stdkit("-C", directory, "import", "references", listed, "--diff")
    assert files(directory) == before
    result = stdkit("-C", directory, "import", "references", listed)
    assert result.stdout == shown.stdout
    assert "+  status: superseded\n+  replaced_by: GB/T 9704—2030\n" in result.stdout
    assert result.stdout.count("\n+ ") == 2
    after = files(directory)
    assert [each.name for each in before if before[each] != after[each]] == ["references.yaml"]
    assert not [each for each in findings(directory)[1] if each["path"].endswith("references.yaml")]


def test_wrong_cells_are_listed_and_nothing_is_written(changed: Changed, tmp_path: Path) -> None:
    directory, listed = changed(), tmp_path / "清单.xlsx"
    listed.write_bytes(workbook(("文件编号", "状态", "核对日期"), ("GB/T 9704—2012", "好", "明天"), ("GB/T 1—2020", "=1", None)))
    before = files(directory)
    result = stdkit("-C", directory, "import", "references", listed)
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "清单.xlsx 工作表“清单”第2行B列“状态”：“好”不是状态：写现行、被代替、废止、未查明之一",
        "清单.xlsx 工作表“清单”第2行C列“核对日期”：“明天”不是日期：写成 2025-06-20",
        "清单.xlsx 工作表“清单”第3行B列“状态”：是公式：换成它的值（选择性粘贴，只粘贴数值）",
    ]
    assert files(directory) == before


def test_places_of_csv_are_counted(changed: Changed, tmp_path: Path) -> None:
    listed = tmp_path / "list.csv"
    listed.write_bytes("\n编号,状态\n\nGB/T 9704—2012,x\n".encode("gb18030"))
    result = stdkit("-C", changed(), "import", "references", listed, language="en")
    assert result.stdout == (
        "list.csv row 4, column 2 “状态”: “x” is no status: write one of current, superseded, withdrawn, unknown\n"
    )


def test_what_cannot_run_is_said_with_its_own_code(changed: Changed, tmp_path: Path) -> None:
    directory = changed()
    assert stdkit("-C", directory, "import", "references", tmp_path / "none.xlsx").exit_code == 2
    assert stdkit("-C", directory, "import", "standards", "x.csv").exit_code == 2
    (directory / "references.yaml").write_text("a: [", encoding="utf-8")
    (tmp_path / "list.csv").write_text("编号,状态\nGB/T 1—2020,现行\n", encoding="utf-8")
    result = stdkit("-C", directory, "import", "references", tmp_path / "list.csv")
    assert (result.exit_code, (directory / "references.yaml").read_text(encoding="utf-8")) == (2, "a: [")


def test_a_missing_registry_is_made_and_a_mark_and_line_ends_stay(changed: Changed, tmp_path: Path) -> None:
    directory, listed = changed(), tmp_path / "list.csv"
    registry = directory / "references.yaml"
    registry.unlink()
    listed.write_text("编号,名称,级别,状态\nGB/T 1—2020,甲,国标,现行\n", encoding="utf-8")
    assert stdkit("-C", directory, "import", "references", listed).exit_code == 0
    made = "GB/T 1—2020:\n  title: {zh: 甲}\n  level: national\n  status: current\n"
    assert registry.read_text(encoding="utf-8") == made
    windows = b"\xef\xbb\xbf" + made.replace("\n", "\r\n").encode()
    registry.write_bytes(windows)
    listed.write_text("编号,名称\nGB/T 1—2020,乙\n", encoding="utf-8")
    assert stdkit("-C", directory, "import", "references", listed).exit_code == 0
    assert registry.read_bytes() == windows.replace("甲".encode(), "乙".encode())

"""Sets with nothing in them, with one standard, and with files that cannot be read: every report in every format."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from stdkit.model.diagnostics import StdkitError
from stdkit.model.house import House
from stdkit.publish.reporting import EXTENSIONS, Writer, report_bytes
from stdkit.read.house import load_house
from stdkit.render.text import text
from stdkit.reports.catalogue import REPORTS, make_report
from stdkit.reports.report import Question
from tests.check.overlay import MINIMAL
from tests.cli.run import stdkit
from tests.conftest import SETS, resolved
from tests.reports.raw import Raw
from tests.reports.recomputed import RECOMPUTED

QUESTION = Question(date(2026, 11, 23))
FORMS = [
    each for each in EXTENSIONS if each not in {"png", "svg", "mermaid", "tbx"}
]  # pictures and terms have tests of their own
STANDARD = "service-project/XM-101.yaml"


def empty(directory: Path) -> None:
    (directory / STANDARD).unlink()


def bare(directory: Path) -> None:
    """Leave out whatever the system may do without."""
    file = directory / "system.yaml"
    words = file.read_text(encoding="utf-8")
    file.write_text(words[: words.index("audiences:")], encoding="utf-8")
    own = directory / STANDARD
    own.write_text(own.read_text(encoding="utf-8").replace("applies_to: [executive-member]\n", ""), encoding="utf-8")


def nothing_cited(directory: Path) -> None:
    (directory / "references.yaml").unlink()


def broken(directory: Path) -> None:
    """Cite a standard that a process needs and whose file is broken; another file is no text at all."""
    words = (directory / STANDARD).read_text(encoding="utf-8")
    (directory / "service-project" / "XM-102.yaml").write_text(words.replace("XM-101", "XM-102") + "terms: [\n", encoding="utf-8")
    (directory / "service-project" / "XM-103.yaml").write_bytes(b"\xff\xfe\x00")
    cited = words.replace("执委应每月走访1次。", "执委应按[[XM-102]]每月走访1次。")
    (directory / STANDARD).write_text(cited, encoding="utf-8")
    with (directory / "system.yaml").open("a", encoding="utf-8") as file:
        file.write("processes:\n  - {id: visiting, name: {zh: 走访}, standards: [XM-102]}\n")


def without_registry(directory: Path) -> None:
    (directory / "references.yaml").write_text("GB/T 1.1—2020: [\n", encoding="utf-8")


ODD: dict[str, Callable[[Path], None]] = {each.__name__: each for each in (empty, bare, nothing_cited, broken, without_registry)}


@pytest.fixture
def odd(tmp_path: Path) -> Callable[[str], Path]:
    def make(name: str) -> Path:
        directory = tmp_path / "set"
        shutil.copytree(MINIMAL, directory)
        ODD[name](directory)
        return directory

    return make


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("report", REPORTS)
def test_every_report_of_an_odd_set_has_every_format(name: str, report: str, odd: Callable[[str], Path], house: House) -> None:
    read = resolved(odd(name), house)
    made = make_report(report, read, QUESTION)
    for form in FORMS:
        assert report_bytes(Writer(made, read), form)
    assert json.loads(json.dumps(made.data)) == made.data
    assert all(len(row) == len(sheet.head) for sheet in made.sheets for row in sheet.rows)


@pytest.mark.parametrize("name", ["empty", "bare", "nothing_cited"])
@pytest.mark.parametrize("report", RECOMPUTED)
def test_the_figures_of_an_odd_set_are_those_of_its_files(
    name: str, report: str, odd: Callable[[str], Path], house: House
) -> None:
    directory = odd(name)
    RECOMPUTED[report](Raw(directory), make_report(report, resolved(directory, house), QUESTION).data, QUESTION.as_of)


@pytest.mark.parametrize("report", REPORTS)
def test_a_report_says_which_files_it_could_not_count(report: str, odd: Callable[[str], Path], house: House) -> None:
    made = make_report(report, resolved(odd("broken"), house), QUESTION)
    files = ["service-project/XM-102.yaml", "service-project/XM-103.yaml"]
    shown = "".join(text(made.document, width=100, color=False).split())
    assert "、".join(files) in shown
    assert [row[0] for row in made.sheets[-1].rows] == files
    if isinstance(made.data, dict):
        assert made.data["unread"] == files


@pytest.mark.parametrize("report", REPORTS)
def test_a_report_on_a_set_that_was_read_says_nothing_of_files(report: str, odd: Callable[[str], Path], house: House) -> None:
    made = make_report(report, resolved(odd("nothing_cited"), house), QUESTION)
    assert "没有计入" not in text(made.document, width=100, color=False)
    assert not isinstance(made.data, dict) or made.data["unread"] == []


def test_what_may_lie_in_a_broken_file_is_neither_a_gap_nor_unresolved(odd: Callable[[str], Path], house: House) -> None:
    read = resolved(odd("broken"), house)
    assert [each["state"] for each in make_report("coverage", read, QUESTION).data["processes"]] == ["unread"]
    assert make_report("coverage", read, QUESTION).data["totals"]["cells"]["unread"] == 2
    cited = make_report("crossref", read, QUESTION).data
    assert [each["to"] for each in cited["unjudged"]] == ["XM-102"]
    assert cited["unresolved"] == []


def test_a_registry_that_cannot_be_read_is_told(odd: Callable[[str], Path], house: House) -> None:
    assert make_report("references", resolved(odd("without_registry"), house), QUESTION).data["unread"] == ["references.yaml"]


@pytest.mark.parametrize("form", ["csv", "json", "text"])
def test_the_command_names_the_broken_files_beside_what_it_writes(form: str, odd: Callable[[str], Path]) -> None:
    written = stdkit("-C", odd("broken"), "report", "provisions", "--to", form)
    assert written.exit_code == 0
    assert "service-project/XM-102.yaml" in written.stderr


def test_a_set_without_terms_has_no_term_base_to_exchange(odd: Callable[[str], Path], house: House) -> None:
    read = resolved(odd("empty"), house)
    with pytest.raises(StdkitError):
        report_bytes(Writer(make_report("terms", read, QUESTION), read), "tbx")


def test_the_english_house_has_every_word_of_every_report_of_a_broken_set(tmp_path: Path) -> None:
    directory = tmp_path / "english"
    shutil.copytree(SETS / "english", directory)
    file = sorted(directory.glob("*/*.yaml"))[0]
    file.write_text(file.read_text(encoding="utf-8") + "terms: [\n", encoding="utf-8")
    read = resolved(directory, load_house("iso", directory))
    assert read.source.incomplete
    for report in REPORTS:
        assert report_bytes(Writer(make_report(report, read, QUESTION), read), "text")

"""What stands in very many sources is left out, listed and switchable; in the report too."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from stdkit.corpora.corpus import Adding, add_folder
from stdkit.corpora.place import corpus_directory
from stdkit.model.house import House
from stdkit.originality.compare import Library, Settings, compare, library_of
from stdkit.originality.passages import Text
from stdkit.reports.originality import report
from stdkit.reports.report import Question
from tests.conftest import resolved
from tests.reports.sharing_sets import sentence, write_set

COMMON = "各有关单位在执行过程中如有意见和建议，请及时反馈给归口管理部门以便今后修订时参考使用。"
COMMON_ENGLISH = "Comments on this text may be sent at any time to the office that is named on the back of the cover page."


def own(seed: int, count: int) -> list[str]:
    draw = random.Random(seed)  # noqa: S311 – texts, no secrets
    return [sentence(draw) for _ in range(count)]


def library(common: str, count: int = 120) -> Library:
    return library_of([Text(f"{number:03}", "\n".join([*own(number, 12), common])) for number in range(count)])


@pytest.mark.parametrize("common", [COMMON, COMMON_ENGLISH], ids=["zh", "en"])
def test_what_very_many_sources_hold_is_left_out_and_counts_when_it_is_asked_for(common: str) -> None:
    text = Text("here", "\n".join([*own(1000, 12), common, *own(1001, 12)]))
    sources = library(common)
    without, with_it = compare(text, sources), compare(text, sources, Settings(counted=frozenset({"frequent"})))
    (excluded,) = without.excluded
    assert excluded.reason == "frequent"
    assert text.characters[excluded.at.start : excluded.at.end] == common[:-1]
    assert without.passages == ()
    assert with_it.excluded == ()
    assert with_it.passages[0].likeness == 1.0
    left_out = sum(map(str.isalnum, text.characters[excluded.at.start : excluded.at.end]))
    assert with_it.counted == without.counted + left_out


def test_few_sources_make_nothing_frequent() -> None:
    found = compare(Text("here", COMMON), library(COMMON, 20))
    assert found.excluded == ()
    assert found.overlap == 1.0


def test_what_a_passage_covers_is_no_exclusion() -> None:
    sources = library(COMMON)
    whole = "\n".join([*own(7, 12), COMMON])  # one of the sources as it is
    found = compare(Text("here", whole), sources)
    assert found.excluded == ()
    assert found.overlap == 1.0


@pytest.fixture
def compared(house: House, tmp_path: Path) -> Any:
    plan = {"XM-201": [*own(2000, 8), COMMON, *own(2001, 8)]}
    write_set(tmp_path / "set", plan)
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(120):
        (folder / f"{number:03}.txt").write_text("\n".join([*own(number, 6), COMMON]), encoding="utf-8")
    add_folder(Adding(folder, corpus_directory(tmp_path / "set", "texts")))
    return resolved(tmp_path / "set", house)


def excluded(data: dict[str, Any]) -> dict[str, Any]:
    (found,) = (each for each in data["scope"]["excluded"] if each["reason"] == "frequent")
    return found


def test_the_report_lists_what_is_frequent_and_counts_it_when_asked_to(compared: Any) -> None:
    day = date(2026, 1, 1)
    without = report(compared, Question(day)).data
    with_it = report(compared, Question(day, counted=frozenset({"frequent"}))).data
    left_out = excluded(without)["characters"]
    assert left_out == sum(map(str.isalnum, COMMON))
    assert excluded(with_it) == {"reason": "frequent", "characters": 0, "counted": True}
    (before,), (after,) = ([each for each in data["standards"] if each["id"] == "XM-201"] for data in (without, with_it))
    assert after["characters"] == before["characters"] + left_out
    assert before["overlap"] < after["overlap"]

"""The report on the system: its totals agree with the files, however they are counted."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import yaml

from stdkit.compose.structure import compose_structure
from stdkit.model.drawing import Drawing
from stdkit.model.house import House
from stdkit.reports.report import Question
from stdkit.reports.system import report as system
from stdkit.reports.system import totals
from stdkit.resolve.resolved import ResolvedSet
from tests.conftest import SETS, SHIPPED, resolved

QUESTION = Question(date(2026, 1, 1))


def files() -> list[dict[str, Any]]:
    """Return the files of the shipped standards in the simplest way."""
    found = (yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader) for file in SHIPPED.glob("*/*.yaml"))  # noqa: S506
    return list(found)


def test_totals_agree_with_the_files(shipped: ResolvedSet) -> None:
    counted = totals(shipped)
    assert counted["origin"] == Counter(each["origin"]["kind"] for each in files()) == {"original": 34, "adopted": 10}
    assert counted["subsystem"] == Counter(each["subsystem"] for each in files())
    assert counted["module"] == Counter(file.parent.name for file in SHIPPED.glob("*/*.yaml"))
    assert counted["audience"] == Counter(name for each in files() for name in each["applies_to"])
    assert counted["level"] == {"national": 9, "industry": 1, "enterprise": 34}


def test_the_list_has_every_standard_once_in_the_order_of_the_system(shipped: ResolvedSet) -> None:
    listed = [each["id"] for each in system(shipped, QUESTION).data["standards"]]
    assert sorted(listed) == sorted(each["id"] for each in files())
    assert listed[0] == "JC-101"
    assert listed[-1] == "XM-503"


def test_declared_totals_stand_beside_the_computed_ones(shipped: ResolvedSet) -> None:
    data = system(shipped, QUESTION).data
    assert data["declared"]["standards"] == len(data["standards"])
    assert data["declared"]["original"] == data["totals"]["origin"]["original"]


def test_boxes_of_the_diagram_do_not_overlap_and_stay_within_it(shipped: ResolvedSet) -> None:
    drawing = compose_structure(shipped, "a").picture
    assert isinstance(drawing, Drawing)
    for number, box in enumerate(drawing.boxes):
        assert 0 <= box.x <= box.x + box.width <= drawing.width
        assert 0 <= box.y <= box.y + box.height <= drawing.height
        for other in drawing.boxes[number + 1 :]:
            apart_x = box.x + box.width <= other.x or other.x + other.width <= box.x
            apart_y = box.y + box.height <= other.y or other.y + other.height <= box.y
            assert apart_x or apart_y


def test_what_is_outside_is_tied_by_dashes_alone(shipped: ResolvedSet) -> None:
    drawing = compose_structure(shipped, "a").picture
    assert isinstance(drawing, Drawing)
    assert [line.dashed for line in drawing.lines].count(True) == 1


def test_an_english_set_has_its_report(house: House) -> None:
    from stdkit.read.house import load_house

    read = resolved(SETS / "english", load_house("iso", SETS / "english"))
    assert system(read, QUESTION).document.title == "The standards system"

"""Sentences that should fire and sentences that should stay silent, rule by rule: ``traps/<rule>.yaml``.

A file maps the name of a frame (where the sentence stands) to its sentences; under ``set`` each is a piece of YAML of its own.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from stdkit.check.catalogue import pages
from stdkit.check.checker import check
from stdkit.model.house import House
from stdkit.read.load import load
from stdkit.resolve.resolve import resolve
from tests.check.overlay import lay_over

TRAPS = Path(__file__).parent / "traps"
TEXT = """clauses:
  - id: first
    title: 走访
    content: |
      {}
  - id: second
    title: 记录
    content: |
      执委应填写记录。
"""
FRAMES = {
    "text": TEXT,
    "note": """clauses:
  - id: first
    title: 走访
    content:
      - |
        执委应每月走访1次。
      - note: |
          {}
""",
    "example": """clauses:
  - id: first
    title: 走访
    content:
      - |
        执委应每月走访1次。
      - example: |
          {}
""",
    "cell": """clauses:
  - id: first
    title: 走访
    content:
      - |
        走访应符合[[kinds]]的规定。
      - table:
          id: kinds
          title: 走访要求
          cells: |
            项目 | 要求
            ---
            方式 | {}
""",
    "definition": """terms:
  - id: concept
    term: {{zh: 概念, en: concept}}
    definition: |
      {}
"""
    + TEXT.format("概念见走访记录，概念不另行登记。"),
    "scope": "scope: |\n  本文件规定了走访的要求。\n\n  本文件适用于村妇联。{}\n",
    "introduction": "introduction: |\n  {}\n",
    "title": TEXT.replace("{}", "执委应每月走访1次。").replace("title: 走访", "title: {}"),
    "guide": "type: guide\ntitle: {{zh: 执委走访工作指南, en: Guidelines for visits}}\n" + TEXT,
    "specification": "type: specification\ntitle: {{zh: 执委走访工作规范, en: Specification for visits}}\n" + TEXT,
    "set": "{}",
}


def labelled(kind: str) -> list[tuple[str, str, str]]:
    found = []
    for file in sorted(TRAPS.glob("*.yaml")):
        for frame, sentences in yaml.safe_load(file.read_text(encoding="utf-8")).items():
            found += [(file.stem, frame, sentence) for sentence in sentences.get(kind, ())]
    return found


def found(rule: str, frame: str, sentence: str, house: House, directory: Path) -> list[str]:
    """Return what is found in a sentence; a rule that the house has switched off is on for its own traps."""
    house = replace(house, severities={name: each for name, each in house.severities.items() if name != rule})
    lay_over(sentence if frame == "set" else FRAMES[frame].format(sentence), directory)
    standards = load(directory)
    resolved = resolve(standards, house)
    assert [*standards.diagnostics, *resolved.diagnostics] == []
    return [each.rule for each in check(resolved)]


def test_every_file_of_traps_belongs_to_a_rule() -> None:
    assert {file.stem for file in TRAPS.glob("*.yaml")} <= set(pages())


@pytest.mark.parametrize(("rule", "frame", "sentence"), labelled("fire"))
def test_a_wrong_sentence_is_reported_by_its_rule_alone(
    rule: str, frame: str, sentence: str, house: House, tmp_path: Path
) -> None:
    assert set(found(rule, frame, sentence, house, tmp_path / "set")) == {rule}


@pytest.mark.parametrize(("rule", "frame", "sentence"), labelled("silent"))
def test_a_right_sentence_is_passed_over(rule: str, frame: str, sentence: str, house: House, tmp_path: Path) -> None:
    assert rule not in found(rule, frame, sentence, house, tmp_path / "set")

"""English text under the house iso: a set of three standards is clean, and each wording rule knows right from wrong.

``english/sentences.yaml`` maps rules to frames (where a sentence stands) and these to sentences; each is laid into the English
set as a standard of its own, beside the three that are clean.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from stdkit.check.catalogue import pages, rules
from stdkit.check.checker import check
from stdkit.model.diagnostics import Diagnostic, Severity
from stdkit.model.house import House
from stdkit.read.house import load_house
from stdkit.read.load import load
from stdkit.resolve.resolve import resolve
from tests.cli.run import findings as validated
from tests.conftest import ROOT, SETS, resolved

ENGLISH = SETS / "english"
SENTENCES = yaml.safe_load((Path(__file__).parent / "english" / "sentences.yaml").read_text(encoding="utf-8"))
ADDED = "service-project/SV-199.yaml"
HEAD = """id: SV-199
title: {{zh: 社区图书馆试用规范, en: Trial of branch libraries — {kind}}}
subsystem: SV1
type: {type}
stage: published
applies_to: [branch]
origin: {{kind: original}}
"""
SCOPE = "scope: |\n  This document specifies the trial of branch libraries. It applies to branches.{}\n"
CLAUSES = """clauses:
  - id: first
    title: First trial
    content: |
      {}
  - id: second
    title: Second trial
    content: |
      The shelves are numbered. They are described in [[SV-101]] and [[GN-101]].
  - id: verify
    title: Verification
    verifies: [first, second]
    content: |
      Walk through the branch.
"""
PLAIN = CLAUSES.replace("{}", "The shelf list is printed.")
FRAMES = {
    "text": SCOPE.replace("{}", "") + CLAUSES,
    "title": SCOPE.replace("{}", "") + PLAIN.replace("title: First trial", "title: {}"),
    "scope": SCOPE + PLAIN,
    "whole-scope": "scope: |\n  {}\n" + PLAIN,
    "introduction": "introduction: |\n  {}\n" + SCOPE.replace("{}", "") + PLAIN,
    "note": SCOPE.replace("{}", "")
    + PLAIN.replace("    content: |\n      The shelf list", "    content:\n      - |\n        The shelf list").replace(
        "list is printed.\n", "list is printed.\n      - note: |\n          {}\n"
    ),
    "definition": SCOPE.replace("{}", "")
    + "terms:\n  - id: shelf-list\n    term: {{zh: 排架表, en: shelf list}}\n    definition: |\n      {}\n"
    + PLAIN,
    "cell": SCOPE.replace("{}", "")
    + PLAIN.replace(
        "    content: |\n      The shelf list is printed.\n",
        "    content:\n      - |\n        The shelves are listed in [[shelves]].\n      - table:\n          id: shelves\n"
        "          title: Shelves\n          cells: |\n            Shelf | State\n            ---\n            1 | {}\n",
    ),
    "guide": SCOPE.replace("{}", "") + CLAUSES,
}


@pytest.fixture(scope="module")
def iso() -> House:
    return load_house("iso", ENGLISH)


def labelled(kind: str) -> list[tuple[str, str, str]]:
    return [
        (rule, frame, sentence)
        for rule, frames in SENTENCES.items()
        for frame, sentences in frames.items()
        for sentence in sentences.get(kind, ())
    ]


def found(frame: str, sentence: str, house: House, directory: Path) -> set[str]:
    """Return the rules that report anything in a standard made of a frame and a sentence."""
    shutil.copytree(ENGLISH, directory)
    kind = "guide" if frame == "guide" else "specification"
    head = HEAD.format(kind="Guidelines" if kind == "guide" else "Requirements", type=kind)
    body = FRAMES[frame].format(sentence)
    text = head + (body.replace("    verifies: [first, second]\n", "") if kind == "guide" else body)
    (directory / ADDED).write_text(text, encoding="utf-8", newline="\n")
    standards = load(directory)
    settled = resolve(standards, house)
    assert [*standards.diagnostics, *settled.diagnostics] == []
    return {each.rule for each in check(settled) if each.path == ADDED}


def heavy(diagnostics: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    return [each for each in diagnostics if each.severity is not Severity.NOTE]


def test_the_english_set_has_no_errors_and_no_warnings(iso: House) -> None:
    assert heavy(check(resolved(ENGLISH, iso))) == []


def test_the_command_finds_the_english_set_clean_and_says_so_in_english() -> None:
    code, diagnostics = validated(ENGLISH, "--lang", "en")
    assert code == 0
    assert [each for each in diagnostics if each["severity"] != "note"] == []


def test_citations_and_annexes_are_classed_by_english_words(iso: House) -> None:
    standards = resolved(ENGLISH, iso).standards
    lending, handling = standards["SV-101"], standards["SP-201"]
    assert [each.printed for each in lending.normative] == ["RCLN GN 101", "RCLN SP 201"]
    assert [each.printed for each in lending.bibliography] == ["ISO 10002", "ISO 11620"]
    assert dict(lending.natures) == {"register": "informative", "sheet": "informative"}
    assert dict(handling.natures) == {"record": "normative", "methods": "normative"}


def test_every_rule_of_the_table_is_known() -> None:
    assert set(SENTENCES) <= set(pages())


def test_every_rule_that_the_house_turns_off_or_weighs_is_known(iso: House) -> None:
    assert set(iso.severities) <= {rule.id for rule in rules()}


def test_the_words_of_the_house_are_english() -> None:
    folder = ROOT / "templates" / "iso"
    files = [*folder.glob("*.yaml"), *folder.glob("*.j2"), *folder.glob("words/*.yaml")]
    marks = {"【"}  # opens the blanks of a new standard's skeleton
    written = "".join(re.sub(r"(?m)^\s*#.*$", "", file.read_text(encoding="utf-8")) for file in files)
    assert set(re.findall(r"[\u3001-\u303f\u3400-\u9fff\uff00-\uffef]", written)) <= marks


def test_a_house_without_word_lists_lets_every_rule_run(iso: House) -> None:
    verbs = {name: words for name, words in iso.words.items() if name.startswith(("modal_", "instruction_", "condition_"))}
    bare = replace(iso, words=verbs, severities={})
    wording = {
        "leftover",
        "self-name",
        "reference-vague",
        "reference-relative",
        "law-blanket",
        "definition-opening",
        "scope-form",
    }
    assert wording.isdisjoint({each.rule for each in check(resolved(ENGLISH, bare))})


@pytest.mark.parametrize(("rule", "frame", "sentence"), labelled("fire"))
def test_a_wrong_english_sentence_is_reported_by_its_rule(
    rule: str, frame: str, sentence: str, iso: House, tmp_path: Path
) -> None:
    assert rule in found(frame, sentence, iso, tmp_path / "set")


@pytest.mark.parametrize(("rule", "frame", "sentence"), labelled("silent"))
def test_a_right_english_sentence_is_passed_over(rule: str, frame: str, sentence: str, iso: House, tmp_path: Path) -> None:
    assert rule not in found(frame, sentence, iso, tmp_path / "set")

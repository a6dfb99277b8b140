"""The rule on declared origins against the corpora that a set names, and verdicts and waivers that silence it."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from stdkit.check.outside import clause_before
from stdkit.check.overlaps import overlaps
from stdkit.check.rules import origin_overlap, set_overlap
from stdkit.corpora.corpus import Adding, add_folder
from stdkit.corpora.place import corpus_directory
from stdkit.model.diagnostics import StdkitError
from stdkit.model.house import House
from stdkit.model.system import Verdict
from stdkit.read.verdicts import write_verdicts
from tests.conftest import resolved
from tests.reports.sharing_sets import sentence, write_set

ORIGIN = "origin: {kind: adapted, source: GB/T 9704—2012, clauses: ['5'], differences: [改写]}\n"


def make(directory: Path, heads: dict[str, str] | None = None, *, named: bool = True) -> Path:
    """Make a set of which one standard stands in a text of a corpus, and return its folder."""
    random = Random(1)  # noqa: S311 - texts, no secret
    plan = {"XM-201": [sentence(random) for _ in range(8)], "XM-202": [sentence(random) for _ in range(8)]}
    write_set(directory / "set", plan, heads)
    (directory / "texts").mkdir()
    (directory / "texts" / "a.txt").write_text("\n".join(plan["XM-201"]), encoding="utf-8")
    about = {"a.txt": {"level": "national", "number": "GB/T 9704—2012"}}
    add_folder(Adding(directory / "texts", corpus_directory(directory / "set", "texts"), about=about))
    if named:
        system = directory / "set" / "system.yaml"
        system.write_text(system.read_text(encoding="utf-8") + "corpora: [{id: texts}]\n", encoding="utf-8")
    return directory / "set"


def test_an_undeclared_source_is_reported_at_the_origin(house: House, tmp_path: Path) -> None:
    (found,) = origin_overlap.check(resolved(make(tmp_path), house))
    assert found.path == "service-project/XM-201.yaml"
    assert dict(found.values)["source"] == "GB/T 9704—2012"


def test_a_source_that_is_named_is_no_finding(house: House, tmp_path: Path) -> None:
    assert list(origin_overlap.check(resolved(make(tmp_path, {"XM-201": ORIGIN}), house))) == []


def test_a_corpus_that_the_system_does_not_name_is_not_compared(house: House, tmp_path: Path) -> None:
    assert list(origin_overlap.check(resolved(make(tmp_path, named=False), house))) == []


def test_a_damaged_corpus_is_said_to_be_damaged(house: House, tmp_path: Path) -> None:
    directory = make(tmp_path)
    for file in corpus_directory(directory, "texts").iterdir():
        if file.is_file() and file.suffix:
            content = bytearray(file.read_bytes())
            content[len(content) // 2] ^= 0xFF
            file.write_bytes(content)
    with pytest.raises(StdkitError, match="texts"):
        list(origin_overlap.check(resolved(directory, house)))


def test_a_pair_on_which_a_reviewer_has_decided_is_no_finding(house: House, tmp_path: Path) -> None:
    random = Random(2)  # noqa: S311 - texts, no secret
    same = [sentence(random) for _ in range(5)]
    write_set(tmp_path / "set", {name: same + [sentence(random) for _ in range(5)] for name in ("XM-201", "XM-202")})
    found = list(overlaps(resolved(tmp_path / "set", house)))
    assert [(each.standard, each.other) for each in found] == [("XM-202", "XM-201")]
    assert 0.4 < found[0].share < 0.65
    assert len(list(set_overlap.check(resolved(tmp_path / "set", house)))) == 1
    places = [f"XM-201#c{one} XM-202#c{one}" for one in range(1, 6)]
    write_verdicts(tmp_path / "set", {f"{number:012x}": Verdict("accepted", "x", each) for number, each in enumerate(places)})
    assert list(overlaps(resolved(tmp_path / "set", house))) == []


def test_the_clause_of_a_plain_text_is_found() -> None:
    text = "第一条　目的\n为了办事。\n第二条　范围\n本条例适用。\n5.2.1 记录\n应记录。\nAnnex A (normative)\nText."
    places = [clause_before(text, text.index(each)) for each in ("为了", "本条例", "应记录", "Text")]
    assert places == ["第一条", "第二条", "5.2.1", "Annex A"]
    assert clause_before("no clause", 3) == ""

"""Verdicts are read back as they were written, sorted, and an entry of another form says nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from stdkit.model.system import Verdict
from stdkit.read.load import load
from stdkit.read.source import parse_source
from stdkit.read.verdicts import KINDS, VERDICTS, build_verdicts, write_verdicts

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn", "Zl", "Zp")), max_size=30)
VERDICT = st.builds(Verdict, st.sampled_from(KINDS), TEXT, TEXT)


@given(st.dictionaries(st.from_regex(r"[0-9a-f]{12}(-[2-9])?", fullmatch=True), VERDICT, max_size=5))
def test_what_was_written_is_read_back(verdicts: dict[str, Verdict]) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as name:
        write_verdicts(Path(name), verdicts)
        source = parse_source((Path(name) / VERDICTS).read_text(encoding="utf-8"), VERDICTS)
    assert build_verdicts(source.data) == verdicts


def test_a_set_knows_its_verdicts_in_the_order_of_their_ids(changed: Callable[..., Path]) -> None:
    directory = changed()
    verdicts = {name: Verdict("quoted", "注明来源", "XM-101#a BZ-502#b") for name in ("ffff00000000", "000000000000")}
    write_verdicts(directory, verdicts)
    assert load(directory).verdicts == verdicts
    lines = (directory / VERDICTS).read_text(encoding="utf-8").splitlines()
    assert lines[1:] == sorted(lines[1:])


def test_an_entry_of_another_form_says_nothing() -> None:
    text = "a: [praised, x, y]\nb: [quoted, x]\nc: quoted\nd: [quoted, x, y]\n"
    assert build_verdicts(parse_source(text, VERDICTS).data) == {"d": Verdict("quoted", "x", "y")}


def test_a_broken_file_is_reported_and_says_nothing(changed: Callable[..., Path]) -> None:
    directory = changed()
    (directory / ".state").mkdir()
    (directory / VERDICTS).write_text("a: [quoted\n", encoding="utf-8")
    read = load(directory)
    assert read.verdicts == {}
    assert {each.path for each in read.diagnostics} == {VERDICTS}

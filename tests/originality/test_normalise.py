from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from stdkit.originality.normalise import STOP, normalised
from stdkit.originality.runs import sampled_runs
from stdkit.originality.tables import forms_digest


def plain(characters: str) -> str:
    return "".join(map(chr, normalised(characters).codes))


def test_forms_of_one_character_are_one() -> None:
    assert plain("ＡＢ１２ Éé 勞動 ㎡ ﬁ") == "ab12ee劳动m2fi"


def test_punctuation_space_and_hidden_characters_are_dropped() -> None:
    assert plain("应，当\u200b（检\u00ad验）。 \t\n\ud800") == "应当检验"


def test_an_expanded_character_keeps_its_one_place() -> None:
    assert normalised("a㎡b").offsets.tolist() == [0, 1, 1, 2]


def test_a_word_parted_at_a_lines_end_is_one_word() -> None:
    assert normalised("provi-\n   ders").after[:-1].tolist() == [0] * 8


def test_a_point_in_a_number_is_no_stop() -> None:
    after = normalised("3.5 m. Next").after
    assert after[0] != STOP
    assert after[2] == STOP


@given(st.text(st.characters(codec=None), max_size=200))
def test_places_rise_and_lie_within_the_text(characters: str) -> None:
    form = normalised(characters)
    assert np.all(np.diff(form.offsets) >= 0)
    assert not len(form) or 0 <= form.offsets[0] <= form.offsets[-1] < len(characters)


@given(st.text(max_size=100), st.text(max_size=100))
def test_the_same_run_is_kept_wherever_it_stands(before: str, after: str) -> None:
    middle = "轴承温度超过七十摄氏度时值班电工立即停泵并报告班组长"
    wanted = set(sampled_runs(middle, 4)[0].tolist())
    assert wanted
    assert wanted <= set(sampled_runs(f"{before}。{middle}。{after}", 4)[0].tolist())


def test_about_one_of_density_runs_is_kept() -> None:
    characters = "".join(chr(0x4E00 + number * 7919 % 20000) for number in range(40000))
    assert 0.22 < len(sampled_runs(characters, 4)[0]) / 40000 < 0.28


def test_the_digest_of_the_table_is_the_one_that_indexes_were_made_with() -> None:
    assert len(forms_digest()) == 16
    assert int(forms_digest(), 16)

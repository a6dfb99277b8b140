"""Many texts at once give what each gives alone."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from stdkit.originality.batches import runs_of_many
from stdkit.originality.runs import sampled_runs

WORDS = st.sampled_from(
    ["执委应当走访", "妇女家庭", "shall keep a record of ", "每三个月", "㎡", "。\n", " ", "1", "\ud800", "𠮷", "ﬃ", "\u0301", ""]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(WORDS, max_size=40).map("".join), max_size=12), st.sampled_from([1, 2, 4]))
def test_many_texts_at_once_have_the_runs_that_each_has_alone(texts: list[str], density: int) -> None:
    together = [hashes.tolist() for hashes in runs_of_many(texts, density)]
    assert together == [sampled_runs(text, density)[0].tolist() for text in texts]

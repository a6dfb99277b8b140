"""A flow chart as Mermaid text."""

from __future__ import annotations

from stdkit.draw.flow import Exit, FlowStep
from stdkit.draw.mermaid import mermaid

STEPS = (
    FlowStep("登记", "（执委，5.1）", (Exit(1, None),)),
    FlowStep("能否当场解决？", "", (Exit(2, "是"), Exit(0, "否"))),
    FlowStep("销号", "", ()),
)


def test_steps_decisions_and_ends_have_their_shapes_and_ways_their_labels() -> None:
    assert mermaid(STEPS).splitlines() == [
        "flowchart TD",
        '  s1["登记<br>（执委，5.1）"]',
        '  s2{"能否当场解决？"}',
        '  s3(["销号"])',
        "  s1 --> s2",
        '  s2 -->|"是"| s3',
        '  s2 -->|"否"| s1',
    ]


def test_marks_of_mermaid_in_a_text_stay_text() -> None:
    text = mermaid((FlowStep('"]; click s1 <b>`#', "", ()),))
    assert text.splitlines()[1] == '  s1(["#quot;]; click s1 #lt;b#gt;#96;#35;"])'

"""Ten thousand standards that cite each other and a circle of a thousand: every step ends, soon, and without recursion."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

import pytest

from stdkit.compose.structure import compose_structure
from stdkit.draw.flow import HIGHEST
from stdkit.draw.graph import HIGHEST as HIGHEST_BOX
from stdkit.draw.graph import LOWEST, Node, lay_out_graph
from stdkit.draw.mermaid import graph_mermaid, structure_mermaid
from stdkit.draw.structure import WIDTH, Branch, lay_out_structure
from stdkit.model.drawing import Drawing
from stdkit.render.svg import svg
from stdkit.reports.crossref import cross_references
from stdkit.reports.crossref import report as crossref
from stdkit.reports.impact import impact
from stdkit.reports.report import Question
from stdkit.resolve.resolved import ResolvedSet
from tests.many import CITATIONS, many

NODES, CIRCLE, SECONDS = 10_000, 1_000, 3.0


@contextmanager
def soon() -> Iterator[None]:
    """Fail what takes longer than its seconds of the processor, or nests calls more deeply than a short text needs."""
    limit = sys.getrecursionlimit()
    depth, frame = 0, sys._getframe()
    while frame.f_back:
        depth, frame = depth + 1, frame.f_back
    sys.setrecursionlimit(depth + 200)
    began = time.process_time()
    try:
        yield
    finally:
        sys.setrecursionlimit(limit)
    assert time.process_time() - began < SECONDS


@pytest.fixture(scope="module")
def large(sample: ResolvedSet) -> ResolvedSet:
    return many(sample, NODES)


@pytest.fixture(scope="module")
def ring(sample: ResolvedSet) -> ResolvedSet:
    return many(sample, CIRCLE, CIRCLE)


def named(count: int) -> list[str]:
    return [f"N{number}" for number in range(count)]


def drawn_graph(groups: int, edges: Callable[[list[str]], list[tuple[str, str]]]) -> Drawing:
    names = named(NODES)
    size = NODES // groups
    parts = [[Node(name, "妇女儿童关爱与维权服务规范") for name in names[at : at + size]] for at in range(0, NODES, size)]
    with soon():
        return lay_out_graph(parts, edges(names), "words")


@pytest.mark.parametrize("groups", [1, 3, NODES])
def test_a_graph_of_ten_thousand_boxes_is_laid_out(groups: int) -> None:
    drawing = drawn_graph(groups, lambda names: list(zip(names, names[7:], strict=False)))
    assert len(drawing.boxes) == NODES
    assert len(drawing.lines) == NODES - 7
    assert all(LOWEST - 1e-6 <= box.height <= HIGHEST_BOX for box in drawing.boxes)


def test_what_ten_thousand_cite_has_a_letter() -> None:
    drawing = drawn_graph(1, lambda names: [(name, "N5") for name in names])
    assert drawing.lines == ()
    assert drawing.boxes[0].lines[0].startswith("N0 → A ")


def test_a_circle_of_a_thousand_is_drawn_and_is_mermaid() -> None:
    names = named(CIRCLE)
    ring = list(zip(names, [*names[1:], names[0]], strict=True))
    with soon():
        drawing = lay_out_graph([[Node(name, "") for name in names]], ring, "words")
        text = graph_mermaid([[Node(name, "") for name in names]], ring)
        picture = svg(drawing)
    assert picture.count("<polyline") == text.count("-->") == CIRCLE


def test_ten_thousand_sub_categories_and_modules_are_laid_out() -> None:
    deep, wide = [Branch("模块", tuple(named(NODES)))], [Branch(name, ()) for name in named(NODES)]
    for branches in (deep, wide):
        with soon():
            drawing = lay_out_structure("法律", "体系", branches, "words")
            text = structure_mermaid("法律", "体系", branches)
        assert len(drawing.boxes) == 2 + sum(1 + len(each.parts) for each in branches)
        assert all(box.x >= 0 and box.x + box.width <= WIDTH for box in drawing.boxes)
        assert text.count(" --- ") == len(drawing.boxes) - 2


def test_the_report_on_citations_counts_all_and_draws_none(large: ResolvedSet) -> None:
    few = many(large, 2_000)
    with soon():
        report = crossref(few, Question(date(2026, 1, 1)))
    assert len(report.data["citations"]) == 2_000 * CITATIONS
    assert not [block for block in report.document.blocks() if type(block).__name__ == "Figure"]


def test_ten_thousand_standards_are_counted(large: ResolvedSet) -> None:
    with soon():
        found = cross_references(large)
    assert len(found.rows) == NODES * CITATIONS
    assert found.circles


def test_a_circle_of_a_thousand_is_found_whole(ring: ResolvedSet) -> None:
    with soon():
        report = crossref(ring, Question(date(2026, 1, 1)))
    assert [len(each) for each in report.data["cycles"]] == [CIRCLE]


def test_a_change_reaches_all_ten_thousand_and_all_of_a_circle(large: ResolvedSet, ring: ResolvedSet) -> None:
    with soon():
        reached = impact(large, "XM-10001")
    assert {each.link.standard for each in reached} == set(large.standards) - {"XM-10001"}
    with soon():
        around = impact(ring, "XM-10001")
    assert max(each.steps for each in around) == CIRCLE - 1
    assert len(around) == CIRCLE - 1


@pytest.mark.parametrize(
    ("modules", "parts", "boxes", "left_out"),
    [(3, 5, 2 + 3 * 6, False), (3, 60, 2 + 3, True), (400, 1, 3, True), (10_000, 1, 3, True)],
)
def test_a_structure_that_no_page_holds_says_what_is_left_out(
    sample: ResolvedSet, modules: int, parts: int, boxes: int, left_out: bool
) -> None:
    module = sample.index.system.modules[0]
    every = replace(module, subsystems=module.subsystems[:1] * parts)
    large = replace(sample, index=replace(sample.index, system=replace(sample.index.system, modules=(every,) * modules)))
    with soon():
        figure = compose_structure(large, "a")
    assert isinstance(figure.picture, Drawing)
    assert figure.picture.height <= HIGHEST
    assert len(figure.picture.boxes) == boxes
    assert (len(figure.foot) == 2) is left_out
    assert figure.mermaid.count(" --- ") == modules * (1 + parts)

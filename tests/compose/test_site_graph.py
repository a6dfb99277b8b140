"""The graph of citations of a site: every pair that cites, on both sides the clauses, a list where a set is too large."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
import yaml

from stdkit.compose import site_graph
from stdkit.compose.site_citations import gather_citations
from stdkit.compose.site_graph import MOST_DRAWN, compose_graph
from stdkit.draw.graph import WIDTH
from stdkit.model.house import House
from stdkit.model.site import CitationGraph
from stdkit.read.house import load_house
from stdkit.read.load import load
from stdkit.render.html import Page
from stdkit.render.html.site_graph import SHAPES, graph_page
from stdkit.resolve.resolve import resolve
from stdkit.resolve.resolved import ResolvedSet
from tests.conftest import SETS, SHIPPED
from tests.many import many

PAGE = Page("", {"contents": "", "skip": "", "footnotes": ""})


def made(resolved: ResolvedSet) -> CitationGraph:
    return compose_graph(gather_citations(resolved), list(resolved.index.standards), list(resolved.standards))


@pytest.fixture(scope="module")
def graph(shipped: ResolvedSet) -> CitationGraph:
    return made(shipped)


def test_the_pairs_are_those_that_the_files_name(graph: CitationGraph) -> None:
    """Every reference to another standard that is typed in a file is a line, found by a look at the raw text."""
    texts = {file.stem: file.read_text(encoding="utf-8") for file in SHIPPED.rglob("*-*.yaml")}
    own = {name: text for name, text in texts.items() if yaml.safe_load(text).get("id") == name}
    names = {node.id for node in graph.nodes}
    typed = {
        (name, target)
        for name, text in own.items()
        for target in re.findall(r"\[\[([A-Z]{2}-\d{3})\b", text)
        if target != name and target in names
    }
    assert len(typed) > 100
    assert typed <= {(edge.start, edge.end) for edge in graph.edges}


def test_lines_and_lists_agree(graph: CitationGraph, shipped: ResolvedSet) -> None:
    by_pair = {
        (name, each.target): {one.nature for one in standard.citations if one.target == each.target}
        for name, standard in shipped.standards.items()
        for each in standard.citations
    }
    for edge in graph.edges:
        assert set(edge.natures) == by_pair[edge.start, edge.end]
    for node in graph.nodes:
        out = [(target, nature) for (name, target), natures in by_pair.items() for nature in natures if name == node.id]
        into = [(name, nature) for (name, target), natures in by_pair.items() for nature in natures if target == node.id]
        assert sorted(line.nature for line in node.cites) == sorted(nature for _, nature in out)
        assert sorted(line.nature for line in node.cited) == sorted(nature for _, nature in into)


def test_a_line_says_where_it_cites_and_leads_there(graph: CitationGraph) -> None:
    node = next(each for each in graph.nodes if each.id == "XM-101")
    line = next(each for each in node.cites if any("502" in getattr(part, "text", "") for part in each.content))
    targets = [each.target for each in line.content if hasattr(each, "target")]
    assert targets[0] == "BZ-502/cover"
    assert any(each.startswith("XM-101/") for each in targets[1:])


def test_boxes_stand_apart_and_no_line_leaves_the_drawing(graph: CitationGraph) -> None:
    assert graph.size
    width, height = graph.size
    assert width == WIDTH
    boxes = sorted((node.box for node in graph.nodes if node.box), key=lambda box: (box.x > WIDTH / 2, box.y))
    assert len(boxes) == len(graph.nodes)
    for one, other in pairwise(boxes):
        assert (one.x > WIDTH / 2) != (other.x > WIDTH / 2) or one.y + one.height < other.y
    points = [point for edge in graph.edges for point in edge.line.points]
    assert all(0 <= x <= width and 0 <= y <= height for x, y in points)


def test_an_english_house_prints_no_chinese_word() -> None:
    english = resolve(load(SETS / "english"), load_house("iso", SETS / "english"))
    text = graph_page(made(english), {}, PAGE)
    assert not re.search(r"[\u3400-\u9fff]", text)
    assert "Normative" in text


def test_hostile_titles_stay_text(sample: ResolvedSet) -> None:
    graph = made(sample)
    hostile = '"><script>alert(1)</script>&\x00'
    nodes = tuple(replace(each, number=hostile, title=hostile, words=hostile, counts=hostile) for each in graph.nodes)
    modules = tuple(replace(each, text=hostile) for each in graph.modules)
    text = graph_page(replace(graph, title=hostile, notes=(hostile,), nodes=nodes, modules=modules), {}, PAGE)
    assert "alert(1)&lt;" in text
    assert text.count("<script") == 1


def test_modules_differ_by_shape_and_not_by_colour_alone(sample: ResolvedSet) -> None:
    graph = made(sample)
    module = graph.modules[0]
    modules = (*graph.modules, *(replace(module, value=f"m{number}") for number in range(SHAPES - len(graph.modules))))
    text = graph_page(replace(graph, modules=modules), {}, PAGE)
    legend = re.search(r'<ul class="legend".*?</ul>', text)
    assert legend
    assert len(set(re.findall(r'(<(?:path|rect) class="shape"[^>]*>)', legend[0]))) == SHAPES


def test_a_set_of_many_standards_is_a_list_that_says_so(house: House, sample: ResolvedSet) -> None:
    for count, drawn in ((MOST_DRAWN, True), (MOST_DRAWN + 1, False)):
        graph = made(many(sample, count))
        assert len(graph.nodes) == count
        assert (graph.size is not None) is drawn
        text = graph_page(graph, {}, PAGE)
        assert ("<svg" in text) is ("<script" in text) is drawn
        assert (f"超过{MOST_DRAWN}项" in text) is not drawn
    assert "引用5项" in graph.nodes[0].counts


@pytest.mark.parametrize(("count", "circle"), [(10_000, 0), (1_000, 1_000)])
def test_very_many_standards_and_a_long_circle_are_soon_done(
    sample: ResolvedSet, count: int, circle: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    large = many(sample, count, circle)
    began = time.process_time()
    graph = made(large)
    text = graph_page(graph, {}, PAGE)
    assert time.process_time() - began < 3
    assert set(re.findall(r' id="(XM-\d+)"', text)) == set(large.standards)
    if circle:
        monkeypatch.setattr(site_graph, "MOST_DRAWN", count)
        drawn: Any = made(large)
        assert len(drawn.edges) >= circle

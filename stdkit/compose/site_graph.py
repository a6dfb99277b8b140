"""The graph of citations of a site: which standard cites which, and the clauses on both sides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from stdkit.compose.site_citations import Citations, citation_lines
from stdkit.draw.graph import WIDTH, Graph, Node, arrange
from stdkit.model.house import House
from stdkit.model.site import Choice, CitationGraph, GraphEdge, GraphNode
from stdkit.resolve.resolved import ResolvedSet

PREFIX = "graph_"
MOST_DRAWN = 300
"""A screen cannot show more standards than these with their names, so a list takes the place of the graph."""
PITCH = 12.0  # mm from box to box: a finger still finds each when the drawing is as narrow as a telephone
_Pairs = Mapping[tuple[str, str], tuple[str, ...]]


def compose_graph(citations: Citations, standards: Sequence[str], pages: Sequence[str]) -> CitationGraph:
    """Return the graph of the standards; ``pages`` are those that have a page of their own."""
    resolved = citations.resolved
    groups = _by_module(resolved, standards)
    names = [name for _, found in groups for name in found]
    pairs = _pairs(resolved, set(names))
    own = set(pages)
    nodes = [_node(resolved, name, has_page=name in own) for name in names]
    page = _page(resolved, groups, len(names), len(pairs))
    if len(names) > MOST_DRAWN:
        return replace(page, nodes=tuple(_counted(resolved, each, *_listed(citations, each.id)) for each in nodes))
    graph = arrange([[Node(name, resolved.title(name)) for name in found] for _, found in groups], sorted(pairs), PITCH)
    return replace(
        page,
        notes=(*page.notes, *([page.words["letters"]] if graph.letters else [])),
        nodes=tuple(_placed(citations, each, graph) for each in nodes),
        edges=_edges(graph, pairs),
        size=(WIDTH, graph.height),
    )


def graph_words(house: House) -> dict[str, str]:
    """Return the texts of the page of the graph by their names without the prefix."""
    return {name.removeprefix(PREFIX): text for name, text in house.labels.items() if name.startswith(PREFIX)}


def _page(resolved: ResolvedSet, groups: Sequence[tuple[Choice, Sequence[str]]], count: int, pairs: int) -> CitationGraph:
    """Return the page of the graph with nothing in it."""
    house, system, language = resolved.house, resolved.index.system, resolved.index.language
    large = house.label("graph_large", count=str(count), most=str(MOST_DRAWN))
    return CitationGraph(
        title=house.label("graph_title"),
        language=language,
        sample=system.sample_notice or "",
        words=graph_words(house),
        notes=(large if count > MOST_DRAWN else house.label("graph_note"),),
        picture=house.label("graph_picture", standards=str(count), pairs=str(pairs)),
        modules=tuple(module for module, _ in groups),
        nodes=(),
    )


def _by_module(resolved: ResolvedSet, standards: Sequence[str]) -> list[tuple[Choice, list[str]]]:
    language = resolved.index.language
    found: dict[str, list[str]] = {}
    for name in standards:
        found.setdefault(resolved.index.standards[name].module, []).append(name)
    modules = (each for each in resolved.index.system.modules if each.id in found)
    return [(Choice(each.id, each.title.text(language)), found[each.id]) for each in modules]


def _pairs(resolved: ResolvedSet, names: set[str]) -> _Pairs:
    """Return the natures of the citations of each pair of standards, the normative first."""
    found: dict[tuple[str, str], set[str]] = {}
    for name, standard in resolved.standards.items():
        for each in standard.citations:
            if each.target != name and {name, each.target} <= names:
                found.setdefault((name, each.target), set()).add(each.nature)
    return {pair: tuple(sorted(natures, reverse=True)) for pair, natures in found.items()}


def _node(resolved: ResolvedSet, name: str, *, has_page: bool) -> GraphNode:
    return GraphNode(
        id=name,
        number=resolved.number(name),
        title=resolved.title(name),
        target=f"{name}/cover" if has_page else None,
        module=resolved.index.standards[name].module,
        words="",
        counts="",
    )


def _listed(citations: Citations, name: str) -> tuple[int, int]:
    """Return how many documents a standard cites, and how many cite it."""
    out, into = citations.out.get(name, ()), citations.into.get(name, ())
    return len({line.document for line in out}), len({line.document for line in into})


def _counted(resolved: ResolvedSet, node: GraphNode, cites: int, cited: int) -> GraphNode:
    """Return a node with the words that say how much it cites and is cited."""
    house, language = resolved.house, resolved.index.language
    module = next(each.title.text(language) for each in resolved.index.system.modules if each.id == node.module)
    counts = {"cites": str(cites), "cited": str(cited)}
    words = house.label("graph_node", number=node.number, title=node.title, module=module, **counts)
    return replace(node, words=words, counts=house.label("graph_counts", **counts))


def _placed(citations: Citations, node: GraphNode, graph: Graph) -> GraphNode:
    """Return a node with its place in the drawing and its citations both ways."""
    cites, cited = citation_lines(citations, node.id)
    counted = _counted(citations.resolved, node, *_listed(citations, node.id))
    return replace(counted, box=graph.boxes[node.id], cites=cites, cited=cited)


def _edges(graph: Graph, pairs: _Pairs) -> tuple[GraphEdge, ...]:
    drawn = {**graph.lines, **graph.crowded}
    return tuple(GraphEdge(*pair, pairs[pair], drawn[pair], pair in graph.crowded) for pair in sorted(drawn))

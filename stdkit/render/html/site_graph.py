"""The page of the graph of citations: a drawing whose boxes lead to the citations of each standard."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from stdkit.model.drawing import Box
from stdkit.model.site import Choice, CitationGraph, CitationLine, Filter, GraphEdge, GraphNode
from stdkit.render.html.file import Page, frame
from stdkit.render.html.inlines import inlines
from stdkit.render.html.sheet import Sheet, escape
from stdkit.render.html.site import select
from stdkit.render.svg import arrow, words

SCRIPT = "graph.js"
LIST = "index.html"
SHAPES = 6
"""Shapes of boxes; a seventh module begins again, in another colour."""
COLOURS = 5
_NATURES = ("normative", "informative")
_CUT = 2.2  # mm, how far a corner is cut


def graph_page(graph: CitationGraph, links: Mapping[str, str], page: Page) -> str:
    """Return the page; ``links`` says where the anchors of the standards are found."""
    sheet = Sheet({}, links, graph.language)
    shapes = {choice.value: position for position, choice in enumerate(graph.modules)}
    sample = f'<p class="banner-sample" role="note">{escape(graph.sample)}</p>' if graph.sample else ""
    drawn = graph.size is not None
    parts = (
        sample,
        f'<main id="text" class="graph" data-shown="{escape(graph.words["shown"])}">\n<h1>{escape(graph.title)}</h1>',
        *(f'<p class="note">{escape(each)}</p>' for each in graph.notes),
        *((_hints(graph), _controls(graph), _legend(graph, shapes)) if drawn else ()),
        '<div class="canvas">',
        _drawing(graph, shapes) if drawn else "",
        _panel(graph, sheet) if drawn else "\n".join(_list(graph, sheet)),
        "</div>\n</main>",
        f'<script src="{SCRIPT}"></script>\n' if drawn else "",
    )
    return frame((graph.title, graph.language), page, parts)


def graph_bar(words_of_graph: Mapping[str, str]) -> str:
    """Return the bar that leads back to the list."""
    navigation = f'<nav class="site" aria-label="{escape(words_of_graph["bar"])}">'
    return (
        f'<header class="site">{navigation}<ul><li><a href="{LIST}">{escape(words_of_graph["back"])}</a></li></ul></nav></header>'
    )


def _hints(graph: CitationGraph) -> str:
    hint, without = escape(graph.words["hint"]), escape(graph.words["no_script"])
    return f'<p class="note" id="hint" hidden>{hint}</p><noscript><p class="notice">{without}</p></noscript>'


def _controls(graph: CitationGraph) -> str:
    natures = tuple(Choice(each, graph.words[each]) for each in _NATURES)
    filters = Filter("module", graph.words["module"], graph.modules), Filter("nature", graph.words["nature"], natures)
    chosen = "".join(select(each, graph.words["any"]) for each in filters)
    clear = f'<button type="button" id="clear" hidden>{escape(graph.words["clear"])}</button>'
    opening = f'<form id="controls" aria-label="{escape(graph.words["controls"])}" hidden>'
    return f'{opening}<div class="filters">{chosen}{clear}</div></form>\n<p id="status" role="status"></p>'


def _legend(graph: CitationGraph, shapes: Mapping[str, int]) -> str:
    box = Box("step", 0.5, 0.5, 11, 6, ())
    entries = [(f"node {_style(shapes[each.value])}", _outline(box, shapes[each.value]), each.text) for each in graph.modules]
    line = '<polyline points="0,3.5 9.8,3.5"/><polygon points="12,3.5 9.8,4.3 9.8,2.7"/>'
    entries += [(f"edge {each}", line, graph.words[f"legend_{each}"]) for each in _NATURES]
    items = "".join(
        f'<li><svg viewBox="0 0 12 7" aria-hidden="true"><g class="{style}">{shape}</g></svg>{escape(text)}</li>'
        for style, shape, text in entries
    )
    return f'<ul class="legend" role="list" aria-label="{escape(graph.words["legend"])}">{items}</ul>'


def _drawing(graph: CitationGraph, shapes: Mapping[str, int]) -> str:
    width, height = graph.size or (0.0, 0.0)
    opening = f'<svg id="graph" viewBox="0 0 {width:g} {height:.6g}" role="group" aria-label="{escape(graph.picture)}">'
    lines = (_edge(each) for each in graph.edges)
    boxes = (_node(each, each.box, shapes[each.module]) for each in graph.nodes if each.box)
    return "\n".join((opening, '<g aria-hidden="true">', *lines, "</g>", *boxes, "</svg>"))


def _edge(edge: GraphEdge) -> str:
    style = " ".join(("edge", edge.natures[0], *(("crowded",) if edge.crowded else ())))
    data = f'data-from="{escape(edge.start)}" data-to="{escape(edge.end)}" data-natures="{" ".join(edge.natures)}"'
    return f'<g class="{style}" {data}>{arrow(edge.line)}</g>'


def _node(node: GraphNode, box: Box, shape: int) -> str:
    """Return a box as a link to the citations of its standard; where there is little room it shows the id alone."""
    middle = f'x="{box.x + box.width / 2:.6g}" y="{box.y + box.height / 2 + 1.9:.6g}"'
    narrow = f'<text class="narrow" {middle} font-size="5.4">{escape(node.id)}</text>'
    place = f'x="{box.x:.6g}" y="{box.y - 1:.6g}" width="{box.width:.6g}" height="{box.height + 2:.6g}"'
    data = f'data-id="{escape(node.id)}" data-module="{escape(node.module)}" aria-label="{escape(node.words)}"'
    opening = f'<a class="node {_style(shape)}" href="#{escape(node.id)}" {data}><title>{escape(node.words)}</title>'
    return f'{opening}<rect class="reach" {place}/>{_outline(box, shape)}<g class="wide">{"".join(words(box))}</g>{narrow}</a>'


def _style(shape: int) -> str:
    return f"colour-{shape % COLOURS}"


def _outline(box: Box, shape: int) -> str:
    """Return the outline of a box in one of the shapes: plain, round, cut corners, pointed, double, with bars at its sides."""
    left, top, right, bottom = box.x, box.y, box.x + box.width, box.y + box.height
    cut, middle = min(_CUT, box.height / 3), box.y + box.height / 2
    plain = ((left, top), (right, top), (right, bottom), (left, bottom))
    paths: tuple[Sequence[Sequence[tuple[float, float]]], ...] = (
        (plain,),
        (),
        ((
            (left + cut, top), (right - cut, top), (right, top + cut), (right, bottom - cut),
            (right - cut, bottom), (left + cut, bottom), (left, bottom - cut), (left, top + cut),
        ),),
        (((left + cut, top), (right - cut, top), (right, middle), (right - cut, bottom), (left + cut, bottom), (left, middle)),),
        (plain, tuple((x + (0.8 if x == left else -0.8), y + (0.8 if y == top else -0.8)) for x, y in plain)),
        (plain, ((left + 1.2, top), (left + 1.2, bottom)), ((right - 1.2, top), (right - 1.2, bottom))),
    )  # fmt: skip
    found = paths[shape % SHAPES]
    if not found:
        size = f'width="{box.width:.6g}" height="{box.height:.6g}" rx="{box.height / 2:.6g}"'
        return f'<rect class="shape" x="{left:.6g}" y="{top:.6g}" {size}/>'
    steps = "".join("M" + "L".join(f"{x:.6g} {y:.6g}" for x, y in points) + "Z" for points in found)
    return f'<path class="shape" d="{steps}"/>'


def _panel(graph: CitationGraph, sheet: Sheet) -> str:
    """Return the citations of every standard; the script shows those of the chosen one."""
    sections = "\n".join(_section(graph, node, sheet) for node in graph.nodes)
    title = escape(graph.words["lists"])
    return f'<section id="panel" aria-label="{title}" data-chosen="{escape(graph.words["panel"])}">\n{sections}\n</section>'


def _section(graph: CitationGraph, node: GraphNode, sheet: Sheet) -> str:
    lists = "".join(
        f"<h3>{escape(graph.words[each])}</h3>{_citations(graph, lines, sheet)}"
        for each, lines in (("cites", node.cites), ("cited", node.cited))
    )
    return f'<section class="of" id="{escape(node.id)}" tabindex="-1"><h2>{_title(node, sheet)}</h2>{lists}</section>'


def _citations(graph: CitationGraph, lines: Sequence[CitationLine], sheet: Sheet) -> str:
    if not lines:
        return f"<p>{escape(graph.words['none'])}</p>"
    items = "".join(f'<li data-nature="{each.nature}">{inlines(each.content, sheet)}</li>' for each in lines)
    return f'<ul role="list">{items}</ul>'


def _list(graph: CitationGraph, sheet: Sheet) -> Iterator[str]:
    """Yield the standards by module with the number of their citations, in place of a drawing."""
    for module, nodes in groupby(graph.nodes, key=lambda each: each.module):
        title = next(each.text for each in graph.modules if each.value == module)
        yield f'<section class="module"><h2>{escape(title)}</h2><ul role="list">'
        for node in nodes:
            yield f'<li id="{escape(node.id)}">{_title(node, sheet)} <span class="counts">{escape(node.counts)}</span></li>'
        yield "</ul></section>"


def _title(node: GraphNode, sheet: Sheet) -> str:
    """Return number and title of a standard; they lead to its page where it has one."""
    name = f'<span class="number">{escape(node.number)}</span> {escape(node.title)}'
    path = sheet.target(node.target) if node.target else None
    return f'<a href="{path}">{name}</a>' if path else name

"""How the citations of a set are shown: graph, matrix, documents outside, what is wrong, and both ends of each standard."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from stdkit.compose.site_citations import compose_citations, gather_citations
from stdkit.draw.graph import MOST, Node, hubs, lay_out_graph
from stdkit.draw.mermaid import graph_mermaid
from stdkit.model.document import Block, Caption, Figure, Heading, Inline, Link, List, Paragraph, Strong, Table, Text
from stdkit.reports.crossref_rows import Crossref, Row, Wrong, by_module, marks_of
from stdkit.reports.crossref_sheets import MATRIX_SHEET
from stdkit.reports.report import heading, paragraph, table
from stdkit.resolve.labels import Kind
from stdkit.resolve.resolved import ResolvedSet

NAME = "crossref"
STATUSES = ("withdrawn", "superseded", "unknown", None, "current")
"""In the order in which a person should look at them; ``None`` is a document that is not registered."""


def crossref_blocks(resolved: ResolvedSet, found: Crossref) -> list[Block]:
    """Return the whole text of the report."""
    return [
        *_opening(resolved, found),
        *_graph(resolved, found),
        *_matrices(resolved, found),
        *_outside(resolved, found),
        *_problems(resolved, found),
        *_both_ends(resolved),
    ]


def _opening(resolved: ResolvedSet, found: Crossref) -> Iterator[Block]:
    house, rows = resolved.house, found.rows
    inside = [row for row in rows if row.citation.target in resolved.index.standards]
    counts = {
        "standards": len(resolved.index.standards),
        "citations": len(rows),
        "inside": len(inside),
        "outside": len(rows) - len(inside),
        "normative": sum(row.citation.nature == "normative" for row in rows),
        "dated": sum(row.citation.dated for row in rows),
    }
    yield paragraph(house.label("crossref_counts", **{name: str(count) for name, count in counts.items()}))


def _graph(resolved: ResolvedSet, found: Crossref) -> Iterator[Block]:
    house, index = resolved.house, resolved.index
    yield heading(NAME, "graph", house.label("crossref_graph"))
    if not index.standards:
        yield paragraph(house.label("crossref_none"))
        return
    if len(index.standards) > MOST:
        yield paragraph(house.label("crossref_graph_large", count=str(len(index.standards)), most=str(MOST)))
        return
    groups = [[Node(name, resolved.title(name)) for name in names] for names in by_module(resolved).values()]
    edges = [(row.standard, row.citation.target) for row in found.rows if row.citation.nature == "normative"]
    pairs = {pair for pair in edges if pair[0] != pair[1] and pair[1] in index.standards}
    words = house.label("crossref_graph_words", standards=str(len(index.standards)), pairs=str(len(pairs)))
    yield paragraph(house.label("crossref_graph_note"))
    if hubs(groups, sorted(pairs)):
        yield paragraph(house.label("crossref_graph_letters"))
    caption = Caption(
        "figure",
        house.form(Kind.FIGURE, number="1"),
        house.label("crossref_graph_title"),
        f"report-{NAME}/graph-figure",
        None,
        1,
    )
    yield Figure(caption, lay_out_graph(groups, sorted(pairs), words), mermaid=graph_mermaid(groups, sorted(pairs)))


def _matrices(resolved: ResolvedSet, found: Crossref) -> Iterator[Block]:
    house = resolved.house
    yield heading(NAME, "matrix", house.label("crossref_matrix"))
    if len(resolved.index.standards) > MOST:
        yield paragraph(house.label("crossref_matrix_large", most=str(MATRIX_SHEET)))
        return
    marks = marks_of(found)
    inside = any(target in resolved.index.standards for _, target in marks)
    yield paragraph(house.label("crossref_matrix_note" if inside else "crossref_none"))
    titles = {each.id: each.title.text(resolved.index.language) for each in resolved.index.system.modules}
    modules = by_module(resolved)
    names = [name for each in modules.values() for name in each]
    for module, columns in modules.items():
        cited = [column for column in columns if any((name, column) in marks for name in names)]
        citing = [name for name in names if any((name, each) in marks for each in cited)]
        if cited:
            yield heading(NAME, f"matrix-{module}", house.label("crossref_matrix_cited", module=titles.get(module, module)), 3)
            yield _matrix(resolved, citing, cited, marks)


def _matrix(resolved: ResolvedSet, citing: Sequence[str], cited: Sequence[str], marks: Mapping[tuple[str, str], str]) -> Table:
    house = resolved.house
    head = [house.label("crossref_citing"), *cited]
    rows: list[list[str | tuple[Inline, ...]]] = []
    for name in citing:
        cells = (house.label(f"crossref_mark_{marks[name, each]}") if (name, each) in marks else "" for each in cited)
        rows.append([_link(resolved, name), *cells])
    first = max(0.12, 1 / (len(cited) + 1))
    rest = [round((1 - first) / len(cited), 6)] * len(cited)
    return table(head, rows, (1 - sum(rest), *rest), left=(0,))


def _link(resolved: ResolvedSet, name: str) -> tuple[Inline, ...]:
    return (Link(name, _part(name)),) if name in resolved.index.standards else (Text(name),)


def _part(name: str) -> str:
    """Return the anchor of the part of this report that shows both ends of a standard."""
    return f"report-{NAME}/standard-{name}"


def _outside(resolved: ResolvedSet, found: Crossref) -> Iterator[Block]:
    house, registry = resolved.house, resolved.index.registry
    citing: dict[str, list[Row]] = {}
    for row in found.rows:
        if not row.citation.sibling:
            citing.setdefault(resolved.index.numbers.get(row.citation.target, row.citation.target), []).append(row)
    statuses = {name: registry[name].status if name in registry else None for name in citing}
    yield heading(NAME, "outside", house.label("crossref_outside"))
    if not citing:
        yield paragraph(house.label("crossref_none"))
        return
    names = sorted(citing, key=lambda name: (STATUSES.index(statuses[name]) if statuses[name] in STATUSES else 0, name))
    rows = [
        (
            name,
            citing[name][0].citation.title,
            house.label(f"crossref_status_{statuses[name] or 'unregistered'}"),
            _places(resolved, citing[name]),
        )
        for name in names
    ]
    head = [house.label(f"crossref_column_{name}") for name in ("document", "title", "status", "cited_by")]
    yield table(head, rows, (0.25, 0.3, 0.11, 0.34), left=(0, 1, 3))


def _places(resolved: ResolvedSet, rows: Sequence[Row]) -> str:
    words = dict.fromkeys(f"{row.standard} {row.place or ''}".rstrip() for row in rows)
    return resolved.house.label("separator").join(words)


def _problems(resolved: ResolvedSet, found: Crossref) -> Iterator[Block]:
    house = resolved.house
    unreleased = [row for row in found.rows if row.stage]
    lists: tuple[tuple[str, Sequence[Wrong]], ...] = (
        ("unresolved", found.unresolved),
        *([("unjudged", found.unjudged)] if found.unjudged else []),
        ("uncited", found.uncited),
        ("unreleased", [_as_wrong(resolved, row) for row in unreleased]),
    )
    for name, wrong in lists:
        yield heading(NAME, name, house.label(f"crossref_{name}"))
        if wrong:
            head = [house.label(f"crossref_column_{column}") for column in ("citing", "place", "target", "nature", "line")]
            rows = [
                (
                    _link(resolved, each.standard),
                    each.place or house.label("nothing"),
                    each.target,
                    house.label(f"crossref_{each.nature}"),
                    f"{each.path}:{each.line}",
                )
                for each in wrong
            ]
            yield table(head, rows, (0.24, 0.12, 0.24, 0.12, 0.28), left=(0, 2, 4))
        else:
            yield paragraph(house.label("crossref_none"))
    yield heading(NAME, "circles", house.label("crossref_circles"))
    yield paragraph(house.label("crossref_circles_note") if found.circles else house.label("crossref_none"))
    for circle in found.circles:
        yield paragraph(" → ".join((*circle, circle[0])))


def _as_wrong(resolved: ResolvedSet, row: Row) -> Wrong:
    stage = resolved.house.label(f"stage_{row.stage}")
    target = resolved.house.label("crossref_stage", standard=row.citation.target, stage=stage)
    return Wrong(row.standard, target, row.citation.target, row.citation.nature, row.place, row.path, row.citation.at.line)


def _both_ends(resolved: ResolvedSet) -> Iterator[Block]:
    """Yield for each standard what it cites and what cites it, with the clauses on both sides."""
    house, citations = resolved.house, gather_citations(resolved)
    yield heading(NAME, "standards", house.label("crossref_standards"))
    if not resolved.index.standards:
        yield paragraph(house.label("crossref_none"))
    for names in by_module(resolved).values():
        for name in names:
            title = f"{resolved.number(name)}{house.label('gap')}{resolved.title(name)}"
            yield heading(NAME, f"standard-{name}", title, 3)
            for block in compose_citations(citations, name).sections[0].blocks:
                if isinstance(block, Heading):
                    yield Paragraph((Strong((Text(block.title),)),))
                else:
                    yield _led_here(block) if isinstance(block, List) else block


def _led_here(block: List) -> List:
    """Return a list of citations whose links lead to the parts of this report, as the texts themselves are not in it."""
    items = (
        replace(
            item,
            content=tuple(
                Link(each.text, _part(each.target.partition("/")[0])) if isinstance(each, Link) else each for each in item.content
            ),
        )
        for item in block.items
    )
    return replace(block, items=tuple(items))

"""The system on one page, for those who lead: what there is, what is covered, what is overdue, what must be decided."""

from __future__ import annotations

from stdkit.draw.chart import Bar, lay_out_chart
from stdkit.model.document import Block, Caption, Figure
from stdkit.model.sheets import Sheet
from stdkit.reports.report import Question, Report, paragraph, report_document, sheet_rows, table
from stdkit.reports.summary_figures import Summary, summarise
from stdkit.reports.summary_lines import Line, lines
from stdkit.resolve.resolved import ResolvedSet

NAME = "summary"


def report(resolved: ResolvedSet, question: Question) -> Report:
    """Return the key figures as of the day, and plain charts of some of them."""
    found = summarise(resolved, question.as_of)
    rows = lines(resolved, found)
    blocks: list[Block] = [
        paragraph(resolved.house.label("summary_as_of", date=found.as_of.isoformat())),
        _table(resolved, rows),
        *_charts(resolved, found),
    ]
    return Report(report_document(resolved, NAME, blocks), found.data(), (_sheet(resolved, rows),))


def _columns(resolved: ResolvedSet) -> list[str]:
    return [resolved.house.label(f"column_summary_{name}") for name in ("item", "figure", "remark")]


def _table(resolved: ResolvedSet, rows: list[Line]) -> Block:
    return table(_columns(resolved), [(each.item, str(each.figure), each.remark) for each in rows], (0.3, 0.1, 0.6), left=(0, 2))


def _sheet(resolved: ResolvedSet, rows: list[Line]) -> Sheet:
    body = [(each.item, each.figure, each.remark) for each in rows]
    return Sheet(resolved.house.label("report_summary"), tuple(_columns(resolved)), sheet_rows(body))


def _charts(resolved: ResolvedSet, found: Summary) -> list[Block]:
    """Return the charts of which there is something to show: by module, by origin, by the basis of values."""
    house, language = resolved.house, resolved.index.language
    charts = {
        "modules": [
            (f"{each.code} {each.title.text(language)}", found.modules.get(each.id, 0)) for each in resolved.index.system.modules
        ],
        "origins": [(house.label(f"origin_{kind}"), count) for kind, count in found.origins.items() if count],
        "values": [(house.label(f"summary_{kind}"), count) for kind, count in found.values.items() if count],
    }
    shown = {name: counts for name, counts in charts.items() if any(count for _, count in counts)}
    return [_chart(resolved, name, number, counts) for number, (name, counts) in enumerate(shown.items(), 1)]


def _chart(resolved: ResolvedSet, name: str, number: int, counts: list[tuple[str, int]]) -> Figure:
    house = resolved.house
    title = house.label(f"summary_chart_{name}")
    bars = [Bar(item, count, str(count)) for item, count in counts]
    words = house.label("separator").join(house.label("summary_bar", item=item, count=str(count)) for item, count in counts)
    drawing = lay_out_chart(bars, house.label("summary_alternative", title=title, bars=words))
    label = house.label("summary_figure", number=str(number))
    return Figure(Caption("figure", label, title, f"report-{NAME}/{name}", None, number), drawing)

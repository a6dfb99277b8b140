from stdkit.model.diagnostics import Diagnostic
from stdkit.read.cells import CellReader, Grid, parse_cells
from stdkit.read.inlines import Notes
from stdkit.read.lines import Line
from stdkit.read.prose import Parser


def read(text: str, *, form: bool = False, marks: str = "") -> tuple[Grid, list[Diagnostic]]:
    parser = Parser("x.yaml")
    lines = [Line(line, number, 3) for number, line in enumerate(text.split("\n"), 1)]
    grid = parse_cells(lines, CellReader(parser, Notes({}, set(), frozenset(marks)), form))
    return grid, parser.diagnostics


def shape(grid: Grid) -> list[list[tuple[str, int, int]]]:
    rows = (*grid.head, *grid.body)
    return [
        [
            (
                "".join(getattr(i, "text", "") for p in cell.paragraphs for i in p.content),
                cell.column_span,
                cell.row_span,
            )
            for cell in row
        ]
        for row in rows
    ]


def test_a_line_is_a_row_and_a_rule_ends_the_head() -> None:
    grid, wrong = read("项目 | 次数\n---\n走访 | 3\n回访 | 1")
    assert (len(grid.head), len(grid.body), grid.columns, wrong) == (1, 2, 2, [])


def test_cells_merge_to_the_left_and_above() -> None:
    grid, wrong = read("联系户 | 走访 | < | 记录\n^ | 间隔 | 时长 | ^\n---\n一般 | 3 | 15 | 表")
    assert wrong == []
    assert shape(grid)[0] == [("联系户", 1, 2), ("走访", 2, 1), ("记录", 1, 2)]
    assert shape(grid)[1] == [("间隔", 1, 1), ("时长", 1, 1)]


def test_the_bar_of_a_reference_parts_no_cells() -> None:
    grid, _ = read("[[visits|走访]] | 3")
    assert grid.columns == 2


def test_blanks_of_a_form_keep_their_height() -> None:
    grid, _ = read("姓名 | _\n日期 | _date\n意见 | _4", form=True)
    assert [(row[1].blank, row[1].lines) for row in grid.body] == [("line", 1), ("date", 1), ("line", 4)]


def test_a_row_with_a_cell_too_few_is_reported_once_with_both_counts() -> None:
    _, (found,) = read("甲 | 乙\n---\n丙")
    assert (found.rule, found.span.line, dict(found.values)) == ("text-cell-count", 3, {"found": "1", "wanted": "2"})


def test_a_merge_that_leads_nowhere_is_reported() -> None:
    _, (found,) = read("^ | 乙")
    assert found.rule == "text-cell-merge"


def test_the_mark_of_a_footnote_of_the_table_stays_in_the_cell() -> None:
    grid, wrong = read("困难户 | 1[^a]", marks="a")
    assert wrong == []
    assert [getattr(inline, "text", "") for inline in grid.body[0][1].paragraphs[0].content] == ["1", "a"]

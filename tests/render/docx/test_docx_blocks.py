"""Tables, forms, captions, figures and formulas."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from stdkit.model.diagnostics import StdkitError
from stdkit.model.document import Blank, Block, Caption, Cell, Document, Figure, Formula, Note, Section, Table, Text
from stdkit.model.drawing import Image
from stdkit.render.docx.formulas import omml
from stdkit.render.docx.grid import column_widths, lay_out
from tests.render.sample_document import SVG, booklet, cells, flow, png

sys.path.insert(0, str(Path(__file__).parent))
from word_file import W, WordFile, rendered


@pytest.fixture(scope="module")
def file() -> WordFile:
    return rendered(booklet())


def shown(*blocks: Block) -> WordFile:
    return rendered(Document("d", "t", "zh", (Section("body", blocks, pages="arabic", standard="s"),)))


def cell(text: str, columns: int = 1, rows: int = 1) -> Cell:
    return Cell(((Text(text),),), column_span=columns, row_span=rows)


def test_cells_below_a_merged_cell_continue_it() -> None:
    places = lay_out(((cell("a", 2, 2), cell("b")), (cell("c"),), (cell("d", 3),)), 3)
    assert [[(place.column, place.span, place.cell is None) for place in row] for row in places] == [
        [(0, 2, False), (2, 1, False)],
        [(0, 2, True), (2, 1, False)],
        [(0, 3, False)],
    ]


def test_a_row_that_lacks_cells_is_filled() -> None:
    assert [place.column for place in lay_out(((cell("a"),),), 3)[0]] == [0, 1, 2]


@pytest.mark.parametrize("shares", [(1 / 3, 1 / 3, 1 / 3), (0.1,) * 10, (0.0, 1.0), (2.0, 1.0)])
def test_columns_add_up_to_the_width_of_the_table(shares: tuple[float, ...]) -> None:
    assert sum(column_widths(shares, 9355)) == 9355


def test_every_row_spans_the_whole_grid(file: WordFile) -> None:
    for table in file.find("//w:tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for row in table.findall(f"{W}tr"):
            spans = (each.find(f"{W}tcPr/{W}gridSpan") for each in row.findall(f"{W}tc"))
            assert sum(int(span.get(f"{W}val")) if span is not None else 1 for span in spans) == columns


def test_header_rows_are_repeated_and_stay_with_the_body() -> None:
    table = Table(None, (0.5, 0.5), cells(("甲", "乙")), cells(("1", "2")))
    first, second = shown(table).find("//w:tr")
    assert first.find(f"{W}trPr/{W}tblHeader") is not None
    assert second.find(f"{W}trPr/{W}tblHeader") is None
    assert len(first.findall(f"{W}tc/{W}p/{W}pPr/{W}keepNext")) == 2
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in (first, second))


def test_the_foot_of_a_table_stays_with_its_last_row() -> None:
    found = shown(Table(None, (1.0,), (), cells(("1",), ("2",)), foot=(Note("注：", (Text("说明"),)),)))
    kept = [row.find(f".//{W}keepNext") is not None for row in found.find("//w:tr")]
    assert kept == [False, True, False]


def test_the_rule_below_the_header_is_as_thick_as_the_frame() -> None:
    head = ((cell("甲", rows=2), cell("乙")), (cell("丙"),))
    found = shown(Table(None, (0.5, 0.5), head, cells(("1", "2"))))
    below = found.find("//w:tr[2]/w:tc/w:tcPr/w:tcBorders/w:bottom/@w:sz")
    assert below == ["8", "8"]
    assert found.find("//w:tblBorders/w:top/@w:sz | //w:tblBorders/w:insideH/@w:sz") == ["8", "4"]


def test_rows_of_a_form_offer_eight_millimetres_a_line() -> None:
    rows = ((Cell(((Text("问题"),),)), Cell(((Blank("line", 5),),))), (cell("a"), cell("b")))
    found = shown(Table(None, (0.5, 0.5), (), rows, blank=True))
    heights = [round(int(value) / 1440 * 25.4) for value in found.find("//w:trHeight/@w:val")]
    assert heights == [40, 8]
    assert found.text() == "问题ab"


def test_captions_are_counted_again_in_every_standard_and_annex(file: WordFile) -> None:
    fields = [text.strip() for text in file.find("//w:instrText/text()") if "SEQ" in text]
    assert fields[:4] == ["SEQ 图 \\* ARABIC \\r 1", "SEQ 表 \\* ARABIC \\r 1", "SEQ 表 \\* ARABIC", "SEQ 图 \\* ARABIC"]
    assert "SEQ 表A \\* ARABIC \\r 1" in fields
    assert fields[: len(fields) // 2] == fields[len(fields) // 2 :]


def test_a_picture_is_kept_once_and_never_wider_than_the_text() -> None:
    wide = Image("a.png", png(4000, 100), "宽")
    figures = [Figure(Caption("figure", f"图{n}", "题", f"f{n}", None, n), wide) for n in (1, 2)]
    found = shown(*figures)
    assert len([name for name in found.parts if name.startswith("word/media/")]) == 1
    assert {int(value) for value in found.find("//wp:extent/@cx")} == {165 * 36000}


def test_an_svg_has_a_picture_for_programs_that_cannot_show_it() -> None:
    found = shown(Figure(Caption("figure", "图1", "题", "f", None, 1), Image("a.svg", SVG, "形")))
    assert sorted(name.rpartition(".")[2] for name in found.parts if "media" in name) == ["png", "svg"]
    assert found.find("//wp:extent/@cx") == [str(40 * 36000)]


def test_a_file_that_is_no_picture_is_refused() -> None:
    with pytest.raises(StdkitError, match=r"notes\.txt"):
        shown(Figure(Caption("figure", "图1", "题", "f", None, 1), Image("notes.txt", b"hello", "x")))


def test_a_drawing_keeps_its_words_as_text() -> None:
    found = shown(Figure(Caption("figure", "图1", "题", "f", None, 1), flow()))
    words = "".join(found.find("//w:txbxContent//w:t/text()"))
    assert "登记反映的问题" in words
    assert "否" in words
    assert found.find("//a:tailEnd")


def test_a_numbered_formula_has_its_number_at_the_end_of_the_line() -> None:
    numbered, plain = shown(Formula("a=b", "（1）", "f"), Formula("a=b", None, None)).find("//w:body/w:p")
    assert len(numbered.findall(f"{W}r/{W}tab")) == 2
    assert "".join(numbered.itertext()) == "a=b（1）"
    assert "".join(plain.itertext()) == "a=b"


@pytest.mark.parametrize(
    ("tex", "tag"),
    [
        (r"\frac{a}{b}", "<m:f>"),
        (r"\sqrt{x}", '<m:degHide m:val="1"/>'),
        (r"\sum_{i=1}^{n} x_i", '<m:chr m:val="∑"/>'),
        (r"x_i^2", "<m:sSubSup>"),
        (r"\left(\frac{1}{2}\right)", '<m:begChr m:val="("/>'),
        (r"\begin{cases}1\\0\end{cases}", "<m:eqArr>"),
        (r"\alpha\times\text{合格 数}", "合格 数"),
        (r"\max_{i} x", "<m:limLow>"),
        (r"100\%", "100%"),
    ],
)
def test_the_common_commands_become_word_formulas(tex: str, tag: str) -> None:
    assert tag in omml(tex)


def test_one_digit_only_is_raised_without_brackets() -> None:
    assert omml("x^23").endswith('</m:sSup><m:r><m:t xml:space="preserve">3</m:t></m:r>')


@pytest.mark.parametrize("tex", [r"\foo x", "{x", r"\frac{1}", "x}", r"\left( x", "a & b", r"\begin{tikz}x\end{tikz}", "x^2^3"])
def test_what_cannot_be_converted_is_named_and_never_printed(tex: str) -> None:
    with pytest.raises(StdkitError) as error:
        omml(tex)
    assert "“" in error.value.message.zh
    assert tex in error.value.message.en

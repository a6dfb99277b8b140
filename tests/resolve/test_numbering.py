from stdkit.compose.printing import Printing
from stdkit.resolve.labels import Kind
from stdkit.resolve.numbering import letters
from stdkit.resolve.resolved import ResolvedSet


def place(sample: ResolvedSet, standard: str, name: str) -> str:
    resolved = sample.standards[standard]
    return Printing(sample, resolved).place(resolved.numbering.by_id[name])


def test_chapters_count_from_the_scope(sample: ResolvedSet) -> None:
    assert place(sample, "XM-101", "targets") == "第4章"


def test_clauses_count_within_their_chapter(sample: ResolvedSet) -> None:
    assert place(sample, "XM-101", "must-visits") == "5.2"


def test_list_items_are_named_with_their_clause(sample: ResolvedSet) -> None:
    assert place(sample, "XM-101", "misfortune") == "5.2 c)"


def test_tables_of_the_body_count_through_it(sample: ResolvedSet) -> None:
    assert place(sample, "XM-101", "kinds") == "表1"


def test_forms_are_tables_of_their_annex(sample: ResolvedSet) -> None:
    assert place(sample, "XM-101", "form-visit") == "表A.1"


def test_flow_charts_are_figures(sample: ResolvedSet) -> None:
    assert place(sample, "XM-101", "handling-flow") == "图1"


def test_annexes_have_letters(sample: ResolvedSet) -> None:
    assert place(sample, "XM-101", "visit-record") == "附录A"


def test_term_entries_are_numbered_in_chapter_three(sample: ResolvedSet) -> None:
    label = sample.standards["JC-202"].numbering.by_id["household"]
    assert (label.kind, label.number) == (Kind.TERM, "3.2")


def test_a_lone_note_has_no_number(sample: ResolvedSet) -> None:
    labels = sample.standards["XM-101"].numbering.labels.values()
    assert [label.number for label in labels if label.kind is Kind.NOTE] == [""]


def test_letters_go_on_after_z() -> None:
    assert [letters(position) for position in (0, 25, 26, 27, 51, 52)] == ["a", "z", "aa", "ab", "az", "ba"]

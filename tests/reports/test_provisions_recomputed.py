"""The figures of the register and of the burden agree with those counted straight from the files, on made-up sets and ours."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from stdkit.compose.card import compose_card
from stdkit.compose.plain import plain_standard
from stdkit.compose.printing import plain_text
from stdkit.model.diagnostics import StdkitError
from stdkit.model.document import List
from stdkit.model.house import House
from stdkit.publish.selection import Wanted, select
from stdkit.reports.burden import report as burden_report
from stdkit.reports.provisions import report as provisions
from stdkit.reports.provisions_conflicts import conflicts
from stdkit.reports.report import Question
from stdkit.resolve.resolved import ResolvedSet
from tests.conftest import ROOT, SHIPPED, resolved
from tests.reports.provision_sets import ACTORS, Counted, write_provision_set

QUESTION = Question(date(2026, 1, 1))
SEEDS = range(26)
Row = dict[str, Any]
Made = tuple[ResolvedSet, Counted]


@pytest.fixture(scope="module", params=SEEDS)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, house: House) -> Made:
    directory = write_provision_set(tmp_path_factory.mktemp("provisions") / "set", request.param)
    return resolved(directory, house), Counted(directory)


@pytest.fixture(scope="module")
def listed(shipped: ResolvedSet) -> list[Row]:
    return list(provisions(shipped, QUESTION).data)


@pytest.fixture(scope="module")
def leaflets(shipped: ResolvedSet) -> dict[str, list[Row]]:
    return {post: provisions(shipped, Question(QUESTION.as_of, post=post)).data for post in posts_of(shipped)}


@pytest.fixture(scope="module")
def cards(shipped: ResolvedSet) -> dict[str, list[str]]:
    return {post: card_pieces(shipped, post) for post in posts_of(shipped)}


def posts_of(read: ResolvedSet) -> list[str]:
    system = read.index.system
    return list(dict.fromkeys(each.id for each in (*system.audiences, *system.posts)))


def test_a_made_up_set_is_read_to_the_end(made: Made) -> None:
    read, counted = made
    assert not read.index.failed
    assert set(read.standards) == set(counted.standards)


def test_entries_of_each_kind_and_standard_are_those_of_the_files(made: Made) -> None:
    read, counted = made
    found: dict[str, Counter[str]] = {name: Counter() for name in read.standards}
    rows = provisions(read, QUESTION).data
    for row in rows:
        found[row["standard"]].update(row["kinds"])
    assert found == counted.kinds
    assert Counter(row["standard"] for row in rows if row["table"]) == counted.rows


def test_the_totals_of_the_sheet_are_those_of_the_files(made: Made) -> None:
    read, counted = made
    totals = provisions(read, QUESTION).sheets[1]
    wanted = {read.number(name): sum(kinds.values()) for name, kinds in counted.kinds.items() if kinds}
    assert {row[0]: sum(value for value in row[1:] if isinstance(value, int)) for row in totals.rows} == wanted


def test_what_each_post_must_do_is_what_the_files_ask_of_it(made: Made) -> None:
    read, counted = made
    for post, name in ACTORS.items():
        rows = provisions(read, Question(QUESTION.as_of, post=post)).data
        assert len(rows) == counted.asked[name], post


def test_forms_and_minutes_of_each_post_are_those_of_the_files(made: Made) -> None:
    read, counted = made
    data = burden_report(read, QUESTION).data
    wanted = counted.burden()
    assert {each["post"]: (each["forms"], each["minutes"]) for each in data["posts"]} == {
        post: (pytest.approx(float(sheets), abs=1e-4), pytest.approx(float(minutes), abs=1e-4))
        for post, (sheets, minutes, _) in wanted.items()
    }
    assert data["total"]["minutes"] == pytest.approx(sum(float(minutes) for _, minutes, _ in wanted.values()), abs=1e-3)
    assert len(data["without_minutes"]) == sum(unknown for _, _, unknown in wanted.values())


def test_no_form_is_left_out_in_silence(made: Made) -> None:
    read, counted = made
    data = burden_report(read, QUESTION).data
    every = {each["number"] for each in (*counted.forms(), *counted.system.get("forms", ()))}
    counted_in = {line["form"] for post in data["posts"] for line in post["lines"]}
    assert {each["number"] for each in data["forms_without_figures"]} == every - counted_in
    people = {each["id"] for key in ("audiences", "posts") for each in counted.system[key]}
    unknown = [row for row in counted.system["burden"] if row["form"] not in every or row["post"] not in people]
    assert len(data["unknown"]) == len(unknown)


def test_conflicts_are_the_names_with_two_values_in_the_files(made: Made) -> None:
    read, counted = made
    assert {each.name for each in conflicts(read)} == counted.disputed()


def test_cards_and_leaflets_of_made_up_sets_hold_no_sentence_of_their_own(made: Made) -> None:
    read, _ = made
    whole = words_of(read)
    for post in posts_of(read):
        rows = provisions(read, Question(QUESTION.as_of, post=post)).data
        assert strange_words([*card_pieces(read, post), *words_of_rows(rows)], whole) == []


@pytest.mark.slow
def test_cards_and_leaflets_of_the_shipped_set_hold_no_sentence_of_their_own(
    shipped: ResolvedSet, leaflets: dict[str, list[Row]], cards: dict[str, list[str]]
) -> None:
    whole = words_of(shipped)
    assert sum(map(len, cards.values())) > 500
    for post, rows in leaflets.items():
        assert strange_words([*cards[post], *words_of_rows(rows)], whole) == [], post


def words_of(read: ResolvedSet) -> str:
    """Return the printed text of all standards without blanks."""
    return "".join(re.sub(r"\s", "", plain_standard(read, name)) for name in read.standards)


def words_of_rows(rows: list[Row]) -> list[str]:
    """Return the sentences of a leaflet; of a row of a table its heads and cells."""
    found = []
    for row in rows:
        pairs = [word for each in row["parameters"] for word in (*each["name"].split("／"), each["value"])]
        found += pairs if row["table"] else [row["text"]]
    return found


def strange_words(said: list[str], whole: str) -> list[str]:
    """Return what stands in no standard."""
    return [each for each in said if re.sub(r"\s", "", each) not in whole]


def card_pieces(read: ResolvedSet, post: str) -> list[str]:
    """Return the sentences and items of a card, without the places behind them."""
    try:
        document = compose_card(read, select(read, Wanted(audience=post)).booklet)
    except StdkitError:
        return []
    lists = [block for block in document.blocks() if isinstance(block, List)]
    quoted = [plain_text(item.content[:-3]) for block in lists for item in block.items]
    return [piece for text in quoted for piece in re.split(r"(?<=[；：。])", text) if piece.strip()]


@pytest.mark.slow
def test_whoever_has_a_sentence_in_the_leaflet_has_a_card(leaflets: dict[str, list[Row]], cards: dict[str, list[str]]) -> None:
    for post, rows in leaflets.items():
        sentences = [row for row in rows if not row["table"] and not row["confirms"]]
        assert bool(sentences) is bool(cards[post]), post


@pytest.mark.slow
def test_typed_sentences_that_begin_with_a_post_and_bind_it_are_in_its_leaflet(
    shipped: ResolvedSet, leaflets: dict[str, list[Row]]
) -> None:
    counted = 0
    texts = [file.read_text(encoding="utf-8") for file in SHIPPED.glob("*/*.yaml")]
    for each in shipped.index.system.posts:
        name = each.name.text("zh")
        opening = re.compile(rf"(?:^|(?<=[。\n]))\s*(?:\d\. |- )?(?:{re.escape(name)}|\[\[post:{each.id}\]\])应")
        typed = sum(len(opening.findall(text)) for text in texts)
        assert sum(row["text"].startswith(f"{name}应") for row in leaflets[each.id]) == typed, name
        counted += typed
    assert counted > 100


def test_rows_of_tables_are_those_typed_in_the_tables_that_requirements_cite(listed: list[Row], shipped: ResolvedSet) -> None:
    typed: Counter[tuple[str, str]] = Counter()
    for file in SHIPPED.glob("*/*.yaml"):
        for table in tables_of(yaml.safe_load(file.read_text(encoding="utf-8"))):
            if "cells" in table:
                body = table["cells"].split("---\n", 1)[1].strip().split("\n")
                label = shipped.standards[file.stem].numbering.by_id[table["id"]]
                typed[file.stem, f"表{label.number}"] = len(body)
    rows = Counter((row["standard"], row["table"]) for row in listed if row["table"])
    assert {each: typed[each] for each in rows} == dict(rows)
    required = [row for row in listed if "requirement" in row["kinds"] and not row["table"]]
    named = {(row["standard"], table) for row in required for table in re.findall(r"表(?:[A-Z]\.)?\d+(?![\d.])", row["text"])}
    assert rows.keys() == named & typed.keys()


def tables_of(node: Any) -> list[Row]:
    if isinstance(node, dict):
        own = [node["table"]] if isinstance(node.get("table"), dict) else []
        return own + [each for value in node.values() for each in tables_of(value)]
    return [each for value in node for each in tables_of(value)] if isinstance(node, list) else []


def test_the_estimate_of_the_readers_is_the_burden_of_the_report(shipped: ResolvedSet) -> None:
    estimate = yaml.safe_load((ROOT / "tests/reading/burden.yaml").read_text(encoding="utf-8"))
    data = burden_report(shipped, QUESTION).data
    assert {each["post"]: each["forms"] for each in data["posts"]} == {
        post: pytest.approx(sum(row["forms"] for row in rows.values()) / 12, abs=1e-4) for post, rows in estimate.items()
    }
    own = {form["number"]: form.get("minutes") for form in Counted.forms(_Files(SHIPPED))}
    assert {each["post"]: each["minutes"] for each in data["posts"]} == {
        post: pytest.approx(sum(row["entries"] * row.get("minutes", own[form]) for form, row in rows.items()) / 12, abs=1e-4)
        for post, rows in estimate.items()
    }
    assert all(line["basis"] == "assumed" and line["note"] for each in data["posts"] for line in each["lines"])
    assert not data["unknown"]
    assert not data["without_minutes"]


class _Files(Counted):
    """The data of a folder, without counting its sentences."""

    def __init__(self, directory: Path) -> None:
        self.standards = {each.stem: yaml.safe_load(each.read_text(encoding="utf-8")) for each in directory.glob("*/*.yaml")}

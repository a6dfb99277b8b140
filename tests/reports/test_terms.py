"""The report on terms: uses counted again from the files, clashes, synonyms, candidates, and the exchange file."""

from __future__ import annotations

import random
import re
import shutil
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import etree

from stdkit.model.diagnostics import StdkitError
from stdkit.model.house import House
from stdkit.publish.reporting import Writer, report_bytes
from stdkit.read.house import load_house
from stdkit.reports.report import Question, Report
from stdkit.reports.terms import report as terms_report
from stdkit.reports.terms import tbx
from stdkit.resolve.resolved import ResolvedSet
from tests.check.overlay import MINIMAL
from tests.conftest import SETS, SHIPPED, resolved

PRINTED = {"title", "introduction", "scope", "symbols", "abbreviations", "clauses", "annexes", "notice", "terms"}
UNPRINTED = {"id", "by", "when", "kept"}
QUESTION = Question(date(2026, 1, 1))
TBX = {"t": "urn:iso:std:iso:30042:ed-2"}
CARD = "{id: card, term: {zh: 联系卡, en: card}, definition: 一种卡片}"
CONTACT = "{id: contact, term: {zh: 联系, en: contact}, definition: 一种往来}"
VISIT = "{id: visit, term: {zh: 走访, en: visit}, admitted: [家访], deprecated: [串门], definition: 执委进行的上门联系}"


def make(directory: Path, standards: Mapping[str, Sequence[str]], sentences: Mapping[str, str], **keys: str) -> Path:
    """Write a set: the term entries of each standard, and a clause with its sentence."""
    shutil.copytree(MINIMAL, directory)
    head = (MINIMAL / "service-project" / "XM-101.yaml").read_text(encoding="utf-8").partition("clauses:")[0]
    head = head.replace("执委走访工作规程", "工作规程").replace("执委走访", "工作").replace("执委的走访", "执委")
    for name in {*standards, *sentences}:
        own = head.replace("XM-101", name).replace("工作规程", f"工作规程（{name}）")
        own = own.replace("type: code-of-practice", f"type: {keys.get(name, 'code-of-practice')}")
        listed = "".join(f"  - {each}\n" for each in standards.get(name, ()))
        terms = f"terms:\n{listed}" if listed else ""
        clause = f"clauses:\n  - id: first\n    title: 总则\n    content: |\n      {sentences.get(name, '应填写记录。')}\n"
        (directory / "service-project" / f"{name}.yaml").write_text(f"{own}{terms}{clause}", encoding="utf-8")
    return directory


def made(directory: Path, house: House) -> Report:
    return terms_report(resolved(directory, house), QUESTION)


def files(directory: Path) -> list[dict[str, Any]]:
    """Return the files of the standards in the simplest way."""
    return [yaml.load(file.read_text(encoding="utf-8"), yaml.CBaseLoader) for file in sorted(directory.glob("*/*.yaml"))]  # noqa: S506


def typed_entries(data: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [each for outer in data.get("terms", ()) for each in outer.get("terms", [outer])]


def names_of(entry: Mapping[str, Any], language: str = "zh") -> list[str]:
    titles = [entry["term"], *entry.get("admitted", ()), *entry.get("deprecated", ())]
    return [each if isinstance(each, str) else each[language] for each in titles]


def texts(node: object) -> Iterable[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, Mapping):
        for key, value in node.items():
            yield from texts(value) if key not in UNPRINTED else ()
    elif isinstance(node, list):
        for value in node:
            yield from texts(value)


def uses(report: Report) -> dict[tuple[str, str], dict[str, int]]:
    """Return how often each standard uses each term, by its standard and id."""
    found: dict[tuple[str, str], dict[str, int]] = {}
    for each in report.data["terms"]:
        counted: Counter[str] = Counter()
        for use in each["uses"]:
            counted[use["standard"]] += use["count"]
        found[each["standard"], each["id"]] = dict(counted)
    return found


def test_every_entry_of_the_files_is_in_the_term_base_once(shipped: ResolvedSet) -> None:
    typed = [(data["id"], each["id"], each["term"]["zh"]) for data in files(SHIPPED) for each in typed_entries(data)]
    listed = [(each["standard"], each["id"], each["term"]["zh"]) for each in terms_report(shipped, QUESTION).data["terms"]]
    assert sorted(listed) == sorted(typed)


def test_a_standard_uses_the_terms_whose_names_or_references_its_file_holds(shipped: ResolvedSet) -> None:
    data = {each["id"]: each for each in files(SHIPPED) if each["origin"]["kind"] != "adopted"}
    counted = uses(terms_report(shipped, QUESTION))
    entries = {(name, each["id"]): each for name, own in data.items() for each in typed_entries(own)}
    every = {each for entry in entries.values() for each in names_of(entry)}
    for name, own in data.items():
        text = "\n".join(texts({key: value for key, value in own.items() if key in PRINTED}))
        for (owner, identifier), entry in entries.items():
            names, cited = names_of(entry), f"[[term:{identifier}" in text
            alone = text
            for longer in sorted(every - set(names), key=len, reverse=True):
                alone = alone.replace(longer, "\n")
            plainly = re.sub(r"《[^》]*》|“[^”]*”|\[\[[^\]]*\]\]", "", alone)
            used = name in counted[owner, identifier]
            assert not used or cited or any(each in text for each in names), (name, identifier)
            assert used or name == owner or not (cited or names[0] in plainly), (name, identifier)


@pytest.mark.parametrize("seed", range(12))
def test_uses_of_made_up_sets_are_counted_as_in_the_files(seed: int, tmp_path: Path, house: House) -> None:
    drawn = random.Random(seed)  # noqa: S311 - a made-up set, no secret
    words = ["走访", "家访", "串门", "联系卡", "联系", "卡片", "[[term:visit]]", "《走访》", "“串门”"]
    standards = {"XM-101": [VISIT], "XM-102": [CARD, CONTACT]}
    sentences = {
        f"XM-{number}": "应" + "，".join(drawn.choices(words, k=drawn.randint(1, 9))) + "。" for number in range(101, 106)
    }
    counted = uses(made(make(tmp_path / "set", standards, sentences), house))
    visits, cards, contacts = {}, {}, {}
    for name, sentence in sentences.items():
        bare = sentence.replace("《走访》", "").replace("“串门”", "")
        visits[name] = sum(bare.count(each) for each in ("走访", "家访", "串门", "[[term:visit]]"))
        cards[name] = bare.count("联系卡")
        contacts[name] = bare.count("联系") - cards[name] + (name == "XM-101")  # the definition of a visit says 联系
    assert counted["XM-101", "visit"] == {name: count for name, count in visits.items() if count}
    assert counted["XM-102", "contact"] == {name: count for name, count in contacts.items() if count}
    assert counted["XM-102", "card"] == {name: count for name, count in cards.items() if count}


def test_what_an_entry_says_of_its_own_term_is_no_use(tmp_path: Path, house: House) -> None:
    noted = VISIT.replace("definition:", "notes: [走访又称家访。], definition:")
    report = made(make(tmp_path / "set", {"XM-101": [noted]}, {"XM-101": "应填写记录。"}), house)
    assert report.data["unused"] == [{"term": "走访", "standard": "XM-101", "id": "visit", "clause": "3.1", "verdict": "nowhere"}]


def test_a_term_that_only_its_vocabulary_uses_is_listed(tmp_path: Path, house: House) -> None:
    sentences = {"XM-101": "应走访，应填写联系卡。", "XM-102": "应填写联系卡。"}
    directory = make(tmp_path / "set", {"XM-101": [VISIT, CARD]}, sentences, **{"XM-101": "vocabulary"})
    assert [(each["id"], each["verdict"]) for each in made(directory, house).data["unused"]] == [("visit", "inside")]


def test_titles_flow_charts_and_references_count_and_a_reference_counts_by_the_name_that_it_prints(
    tmp_path: Path, house: House
) -> None:
    directory = make(tmp_path / "set", {"XM-101": [VISIT]}, {"XM-102": "应[[term:visit|家访]]，见[[XM-101#visit]]和[[path]]。"})
    file = directory / "service-project" / "XM-102.yaml"
    steps = "{id: a, text: 上门走访}, {id: b, ask: 是否串门, answers: {走访: a, 否: c}}, {id: c, text: 止}"
    text = (
        file.read_text(encoding="utf-8")
        .replace("title: 总则", "title: 走访")
        .replace("    content: |\n      应", "    content:\n      - 应")
    )
    file.write_text(
        f"{text}      - flow:\n          id: path\n          title: 走访步骤\n          steps: [{steps}]\n", encoding="utf-8"
    )
    read = resolved(directory, house)
    assert "XM-102" in read.standards, read.source.diagnostics
    found = terms_report(read, QUESTION).data["terms"][0]["uses"]
    assert [(each["name"], each["count"]) for each in found] == [("走访", 5), ("家访", 1), ("串门", 1)]


def test_names_in_use_that_are_not_preferred_are_listed_the_deprecated_first(tmp_path: Path, house: House) -> None:
    directory = make(
        tmp_path / "set", {"XM-101": [VISIT]}, {"XM-102": "应家访，不应串门，串门另记。", "XM-103": "应写明“串门”。"}
    )
    synonyms = [(each["name"], each["status"], each["used_by"]) for each in made(directory, house).data["synonyms"]]
    assert synonyms == [("串门", "deprecated", {"XM-102": 2}), ("家访", "admitted", {"XM-102": 1})]


@pytest.mark.parametrize(
    ("second", "verdict"),
    [
        ("{id: calls, term: {zh: 走访, en: visit}, definition: 执委进行的联系}", "differs"),
        ("{id: calls, term: {zh: 走访, en: visit}, definition: 执委进行的上门联系}", "same"),
        ("{id: calls, term: {zh: 上门, en: call}, deprecated: [走访], definition: 执委进行的联系}", "contradicted"),
        ("{id: calls, term: {zh: 上门, en: call}, admitted: [家访], definition: 执委进行的联系}", "differs"),
        ("{id: calls, term: {zh: 上门, en: call}, deprecated: [串门], definition: 执委进行的联系}", None),
    ],
)
def test_a_name_of_two_entries_clashes(second: str, verdict: str | None, tmp_path: Path, house: House) -> None:
    found = made(make(tmp_path / "set", {"XM-101": [VISIT], "XM-102": [second]}, {}), house).data["clashes"]
    assert [each["verdict"] for each in found] == ([verdict] if verdict else [])


def test_definitions_agree_when_they_cite_the_same_term(tmp_path: Path, house: House) -> None:
    tour = "{{id: {}, term: {{zh: 巡访, en: tour}}, definition: '多次{}'}}"
    entries = {"XM-101": [VISIT, tour.format("tour", "[[visit]]")], "XM-102": [tour.format("round", "[[term:visit]]")]}
    found = made(make(tmp_path / "set", entries, {}), house).data["clashes"]
    assert [(each["name"], each["verdict"]) for each in found] == [("巡访", "same")]


def test_a_standard_means_its_own_term_then_that_of_the_standard_it_takes_terms_from(tmp_path: Path, house: House) -> None:
    calls = "{id: calls, term: {zh: 走访, en: visit}, definition: 执委进行的联系}"
    directory = make(tmp_path / "set", {"XM-101": [VISIT], "XM-102": [calls]}, {"XM-102": "应走访。", "XM-103": "应走访。"})
    file = directory / "service-project" / "XM-103.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "terms_from: [XM-102]\n", encoding="utf-8")
    assert uses(made(directory, house)) == {("XM-101", "visit"): {}, ("XM-102", "calls"): {"XM-102": 1, "XM-103": 1}}


def test_candidates_are_used_by_two_others_or_defined_twice_and_in_no_vocabulary(tmp_path: Path, house: House) -> None:
    calls = VISIT.replace("id: visit", "id: calls")
    one = dict.fromkeys(("XM-103", "XM-104"), "应走访。")

    def found(name: str, standards: Mapping[str, Sequence[str]], sentences: Mapping[str, str], **keys: str) -> list[list[str]]:
        return [each["used_by"] for each in made(make(tmp_path / name, standards, sentences, **keys), house).data["candidates"]]

    assert found("two", {"XM-101": [VISIT]}, one) == [["XM-103", "XM-104"]]
    assert found("one", {"XM-101": [VISIT]}, {"XM-103": "应走访。"}) == []
    assert found("twice", {"XM-101": [VISIT], "XM-102": [calls]}, {}) == [[]]
    assert found("known", {"XM-101": [VISIT], "XM-102": [calls]}, one, **{"XM-102": "vocabulary"}) == []


def test_the_sheets_repeat_the_data(shipped: ResolvedSet) -> None:
    report = terms_report(shipped, QUESTION)
    base, used, clashing, synonyms, unused, candidates = report.sheets
    assert len(base.rows) == len(report.data["terms"])
    assert sum(row[-1] for row in base.rows) == sum(row[-1] for row in used.rows)  # type: ignore[misc]
    assert len(clashing.rows) == sum(len(each["entries"]) for each in report.data["clashes"])
    assert len(synonyms.rows) == sum(len(each["used_by"]) for each in report.data["synonyms"])
    assert len(unused.rows) == len(report.data["unused"])
    assert len(candidates.rows) == len(report.data["candidates"])


@pytest.mark.parametrize("form", ["text", "markdown", "docx", "html", "json", "xlsx", "csv"])
def test_an_english_set_has_its_report_in_every_format(form: str) -> None:
    read = resolved(SETS / "english", load_house("iso", SETS / "english"))
    assert report_bytes(Writer(terms_report(read, QUESTION), read), form)


def test_english_names_are_found_in_the_plural_and_not_within_other_words(tmp_path: Path) -> None:
    directory = tmp_path / "set"
    shutil.copytree(SETS / "english", directory)
    file = directory / "service-support" / "SP-201.yaml"
    text = file.read_text(encoding="utf-8")
    added = (
        "  - id: added\n    title: Zebra\n    content: |\n      Minor repairs by Customers; underwear wears a repair kitbag.\n"
    )
    file.write_text(text.replace("\nclauses:\n", f"\nclauses:\n{added}", 1), encoding="utf-8")
    house = load_house("iso", directory)
    before, after = (uses(terms_report(resolved(each, house), QUESTION)) for each in (SETS / "english", directory))
    more = {place: found["SP-201"] - before[place].get("SP-201", 0) for place, found in after.items() if "SP-201" in found}
    changed = {place[1]: count for place, count in more.items() if count}
    assert changed == {"minor-repair": 1, "user": 1, "wear": 1}


def test_the_exchange_file_has_a_concept_for_every_entry_and_its_names_by_language(shipped: ResolvedSet) -> None:
    root = etree.fromstring(tbx(shipped))
    assert (root.get("type"), root.get("style")) == ("TBX-Basic", "dca")
    typed = {f"{data['id']}.{each['id']}": each for data in files(SHIPPED) for each in typed_entries(data)}
    concepts: dict[str, Any] = {str(each.get("id")): each for each in root.iterfind(".//t:conceptEntry", TBX)}
    assert concepts.keys() == typed.keys()
    for name, concept in concepts.items():
        chinese = concept.xpath("t:langSec[@xml:lang='zh']/t:termSec/t:term/text()", namespaces=TBX)
        english = concept.xpath("t:langSec[@xml:lang='en']/t:termSec/t:term/text()", namespaces=TBX)
        assert chinese == names_of(typed[name])
        assert english[0] == typed[name]["term"]["en"]
        definition = concept.findtext("t:langSec/t:descripGrp/t:descrip", namespaces=TBX)
        assert re.sub(r"\[\[.*", "", typed[name]["definition"]).strip() in definition


def test_the_exchange_file_says_which_names_are_deprecated_and_where_a_definition_comes_from() -> None:
    read = resolved(SETS / "english", load_house("iso", SETS / "english"))
    concept = etree.fromstring(tbx(read)).find(".//t:conceptEntry[@id='GN-101.user']", TBX)
    assert concept is not None
    assert concept.xpath("t:langSec[@xml:lang='en']/t:termSec/t:termNote/text()", namespaces=TBX) == [
        "preferredTerm-admn-sts",
        "deprecatedTerm-admn-sts",
    ]
    assert concept.findtext("t:langSec/t:descripGrp/t:admin", namespaces=TBX) == "ISO 2789:2022, 3.2.28, modified"


def test_hostile_text_stays_text(tmp_path: Path, house: House) -> None:
    hostile = "{id: bad, term: {zh: '=走<访>&(.*', en: 'a]]>\"b'}, definition: 'x < y & “z” ]]>'}"
    read = resolved(make(tmp_path / "set", {"XM-101": [hostile]}, {"XM-102": "应=走<访>&(.*记录。"}), house)
    root = etree.fromstring(tbx(read))
    assert [each.text for each in root.iterfind(".//t:term", TBX)] == ["=走<访>&(.*", 'a]]>"b']
    report = terms_report(read, QUESTION)
    assert uses(report) == {("XM-101", "bad"): {"XM-102": 1}}
    assert "走&lt;访&gt;&amp;(.*" in report_bytes(Writer(report, read), "html").decode("utf-8")


def test_a_set_without_terms_has_an_empty_report_and_no_exchange_file(tmp_path: Path, house: House) -> None:
    read = resolved(make(tmp_path / "set", {}, {}), house)
    report = terms_report(read, QUESTION)
    assert all(not rows for rows in report.data.values())
    assert report_bytes(Writer(report, read), "text")
    with pytest.raises(StdkitError):
        tbx(read)

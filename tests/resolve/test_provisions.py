"""Sentences are what editors say they are."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest

from stdkit.model.house import House
from stdkit.model.standard import Type
from stdkit.read.house import load_house
from stdkit.resolve.modals import Kind
from stdkit.resolve.parts import PartFinder
from stdkit.resolve.provisions import Grammar
from stdkit.resolve.register import register, row_parameters
from stdkit.resolve.resolved import ResolvedSet
from stdkit.resolve.sentences import sentences
from tests.resolve.labelled import part_scores, parts_of, rows, scores

PARTS = ("actor", "condition", "frequency", "time_limit", "record")


@pytest.fixture(scope="module")
def chinese(house: House) -> Grammar:
    return Grammar(house.words)


@pytest.fixture(scope="module")
def english() -> Grammar:
    return Grammar(load_house("iso", Path()).words)


def kinds(grammar: Grammar, sentence: str, lead: str = "", kind: Type = Type.SPECIFICATION) -> list[str]:
    return [each.value for each in grammar.classify(sentence, lead, kind)]


def test_the_labelled_file_is_as_large_and_as_mixed_as_it_has_to_be() -> None:
    found = [*rows("zh_tuning"), *rows("zh_more"), *rows("zh_third"), *rows("zh_held_out"), *rows("zh_third_held_out")]
    counts = Counter(kind for row in found for kind in row["kinds"])
    assert len(found) >= 600
    assert sum(row.get("group") == "nominal" for row in found) >= 60
    assert sum("lead" in row for row in found) >= 150
    assert min(counts[kind.value] for kind in Kind) >= 40
    assert len([*rows("en_tuning"), *rows("en_held_out")]) >= 150


def test_no_sentence_set_aside_was_tuned_on() -> None:
    for language in ("zh", "en"):
        tuned = {(row.get("lead"), row["text"]) for row in rows(f"{language}_tuning")}
        assert not tuned & {(row.get("lead"), row["text"]) for row in rows(f"{language}_held_out")}


@pytest.mark.parametrize(
    ("name", "precision", "recall"),
    [
        ("tuning", 0.99, 0.99),
        ("more", 0.98, 0.98),
        ("third", 0.98, 0.98),
        ("held_out", 0.98, 0.97),
        ("third_held_out", 0.94, 0.94),
    ],
)
def test_chinese_sentences_are_classified_as_labelled(chinese: Grammar, name: str, precision: float, recall: float) -> None:
    score = scores(rows(f"zh_{name}"), chinese)["all"]
    assert score.precision >= precision
    assert score.recall >= recall


@pytest.mark.parametrize(
    "sentence",
    [
        "申报单位应在收到结论为终止的验收意见表后，退回资金。",
        "不能协助的，答复应写明理由和能够协助的单位。",
    ],
)
def test_a_verb_behind_its_subject_describes_no_noun(chinese: Grammar, sentence: str) -> None:
    assert chinese.classify(sentence, "", None) == (Kind.REQUIREMENT,)


@pytest.mark.parametrize(
    "sentence",
    [
        "参加人不愿当场发言的，可在当日向妇联的代表书面提出，由该代表转交。",
        "收到重复要求的，可告知数据已经报送的日期，不再报送。",
    ],
)
def test_behind_a_condition_a_permission_is_no_topic(chinese: Grammar, sentence: str) -> None:
    assert chinese.classify(sentence, "", None) == (Kind.PERMISSION,)


@pytest.mark.parametrize(("name", "precision", "recall"), [("tuning", 0.97, 0.96), ("held_out", 0.95, 0.94)])
def test_english_sentences_are_classified_as_labelled(english: Grammar, name: str, precision: float, recall: float) -> None:
    score = scores(rows(f"en_{name}"), english)["all"]
    assert score.precision >= precision
    assert score.recall >= recall


@pytest.mark.parametrize("part", PARTS)
def test_the_parts_of_a_provision_are_found(chinese: Grammar, house: House, part: str) -> None:
    score = part_scores(rows("zh_tuning"), chinese, PartFinder(house.words))[part]
    assert score.precision >= 0.78
    assert score.recall >= 0.78


@pytest.mark.parametrize(
    ("name", "precision", "recall"),
    [
        ("tuning", 0.83, 0.83),
        ("more", 0.82, 0.82),
        ("held_out", 0.87, 0.87),
        ("parts", 0.95, 0.91),
        ("parts_held_out", 0.95, 0.92),
    ],
)
def test_the_parts_of_all_provisions_are_found(
    chinese: Grammar, house: House, name: str, precision: float, recall: float
) -> None:
    score = part_scores(rows(f"zh_{name}"), chinese, PartFinder(house.words))["all"]
    assert score.precision >= precision
    assert score.recall >= recall


def test_the_sentences_for_parts_are_120_and_their_half_was_chosen_by_their_text() -> None:
    kept, aside = ({row["text"] for row in rows(f"zh_{name}")} for name in ("parts", "parts_held_out"))
    assert len(kept) + len(aside) == 120
    assert {text for text in kept | aside if sha256(text.encode()).digest()[0] % 2} == aside


@pytest.mark.parametrize(
    ("text", "part", "wanted"),
    [
        ("维修班接到报修后应在20 min内到场。", "condition", "接到报修后"),
        ("档案员在整理时发现缺页的，应登记。", "actor", "档案员"),
        ("封条完好的可免于清点。", "condition", "封条完好的"),
        ("换药时一人一包。", "condition", "换药时"),
        ("设备员应每2 h记录1次温度。", "frequency", "每2 h1次"),
        ("队长每月应至少上门1次。", "frequency", "每月至少1次"),
        ("项目组应按季度提交进展报告。", "frequency", "按季度"),
        ("领队应提前两天勘察路线。", "time_limit", "提前两天"),
        ("评委评分前应签署承诺书。", "time_limit", "评分前"),
        ("门前摆放的花箱应固定。", "time_limit", None),
        ("装修施工不应在夜间进行。", "actor", None),
        ("名册由下列材料组成，应装订。", "actor", None),
    ],
)
def test_a_part_is_told_from_what_is_like_it(chinese: Grammar, house: House, text: str, part: str, wanted: str | None) -> None:
    assert getattr(parts_of({"text": text}, chinese, PartFinder(house.words)), part) == wanted


def test_an_item_inherits_verb_and_actor_from_its_lead_in(chinese: Grammar, house: House) -> None:
    lead, item = "村妇联应做好下列工作：", "核对名册；"
    parts = PartFinder(house.words).parts(item, (), lead, chinese.modals.verbs(lead))
    assert kinds(chinese, item, lead) == ["requirement"]
    assert parts.actor == "村妇联"


def test_an_item_with_a_verb_of_its_own_keeps_it(chinese: Grammar) -> None:
    assert kinds(chinese, "外出的，可电话联系；", "执委应按下列方式联系：") == ["permission"]


def test_a_sentence_may_hold_several_kinds(chinese: Grammar) -> None:
    sentence = "执委应每月走访1次，外出的可电话走访，不宜在夜间上门。"
    assert kinds(chinese, sentence) == ["requirement", "permission", "recommendation"]


def test_quotations_and_titles_hold_no_provision(chinese: Grammar) -> None:
    assert kinds(chinese, "入口处设“禁止吸烟”标志，并公布《应急处置规定》。") == ["statement"]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("执委每次要核对名册。", ["requirement"]),
        ("业主要先登记。", ["requirement"]),
        ("会议纪要由秘书保管。", ["statement"]),
        ("阀门调节能改变流量。", ["capability"]),
        ("成分宜标在正面。", ["recommendation"]),
        ("应上级部门要求，可缩短公示期。", ["permission"]),
        ("误食可致命。", ["possibility"]),
        ("本型担架可承重160 kg。", ["capability"]),
        ("每名评委最多可投3票。", ["permission"]),
        ("应确保设备能正常工作。", ["requirement"]),
        ("应缴党费按季度公示。", ["statement"]),
        ("通过考核后才能上岗。", ["requirement"]),
        ("门槛高度以轮椅能通过为准。", ["statement"]),
        ("《中华人民共和国消防法》禁止占用疏散通道。", ["statement"]),
        ("试剂应避光；称取5 g，溶于水。", ["requirement", "instruction"]),
        ("执委应核对名册；登记到会人员。", ["requirement"]),
        ("删除了第4章。", ["statement"]),
        ("搅拌时溶液变浑浊。", ["statement"]),
    ],
)
def test_words_that_look_alike_are_told_apart(chinese: Grammar, sentence: str, wanted: list[str]) -> None:
    assert kinds(chinese, sentence) == wanted


@pytest.mark.parametrize(
    "sentence", ["需求清单逐项勾选。", "由质管科接收样品。", "行李由服务员当场清点。", "平均值修约到个位，附上偏差。"]
)
def test_what_is_done_to_a_thing_is_an_instruction_of_a_procedure(chinese: Grammar, sentence: str) -> None:
    assert kinds(chinese, sentence, kind=Type.CODE_OF_PRACTICE) == ["instruction"]
    assert kinds(chinese, sentence) == ["statement"]


def test_the_same_sentence_instructs_only_where_a_procedure_is_laid_down(chinese: Grammar) -> None:
    sentence = "村妇联核对名册，登记到会人员。"
    assert kinds(chinese, sentence, kind=Type.CODE_OF_PRACTICE) == ["instruction"]
    assert kinds(chinese, sentence) == ["statement"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("执委应走访。村妇联可回访！", ["执委应走访。", "村妇联可回访！"]),
        ("写明“可以。”后归档。", ["写明“可以。”后归档。"]),
        ("甲应签名（乙代签的除外。）；丙可不签。", ["甲应签名（乙代签的除外。）；丙可不签。"]),
        ("The chair shall sign, e.g. the list. See No. 3. Done", ["The chair shall sign, e.g. the list.", "See No. 3.", "Done"]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_sees_their_end(text: str, wanted: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == wanted


def test_a_cited_table_gives_one_parameter_a_row(shipped: ResolvedSet, house: House, chinese: Grammar) -> None:
    standard = shipped.standards["XM-101"]
    found = list(row_parameters(standard, register(standard, chinese, PartFinder(house.words))))
    assert all(Kind.REQUIREMENT in each.entry.kinds for each in found)
    registering = next(each for each in found if each.row == "登记")
    assert dict(registering.values)["承担者"] == "执委"
    assert dict(registering.values)["时限"] == "当日"


def test_the_register_holds_every_sentence_of_the_text_once(shipped: ResolvedSet, house: House, chinese: Grammar) -> None:
    standard = shipped.standards["XM-101"]
    entries = list(register(standard, chinese, PartFinder(house.words)))
    places = [(id(each.passage), each.start) for each in entries]
    assert len(places) == len(set(places))
    assert {"执委应在走访当日填写走访记录表"} <= {each.text.partition("（")[0] for each in entries}

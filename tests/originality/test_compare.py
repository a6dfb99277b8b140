from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stdkit.originality.compare import Settings, compare, compare_set, library_of
from stdkit.originality.passages import Comparison, Exclusion, Extent, Text

PUMP = (
    "值班电工每班巡检循环水泵两次，记录轴承温度、出口压力和电机电流。轴承温度超过七十摄氏度时，值班电工立即停泵并报告班组长。"
    "停泵后由机修间更换轴承，更换记录由设备员保存三年。"
)
STORE = (
    "仓库管理员按货位清点备件，盘点差异当天补单。易燃品单独存放在防爆柜内，钥匙由两人分别保管。"
    "每季度末由财务部门抽查一次账物是否相符。"
)
TRAIN = "新员工上岗前完成三级安全培训，培训档案随人保存。特种作业人员持证上岗，证书到期前两个月由人事部门安排复审。"
ENGLISH = (
    "The shift lead inspects the paint booth every morning and writes the pressure drop of each filter on the card. "
    "When the pressure drop exceeds the limit, the mechanic replaces the filter before the next shift begins."
)
OTHER_ENGLISH = "Visitors register at the gate, wear a badge, and are accompanied by an employee throughout the workshop."


def passages(here: str, *sources: str) -> Comparison:
    return compare(Text("here", here), library_of([Text(f"source {number}", each) for number, each in enumerate(sources)]))


def test_a_copied_paragraph_is_found_to_the_character() -> None:
    here = f"{TRAIN}\n{PUMP}\n{TRAIN[:20]}"
    found = passages(here, f"{STORE}\n{PUMP}", STORE)
    (passage,) = found.passages
    assert here[passage.here.start : passage.here.end] == PUMP
    assert passage.source == "source 0"
    assert passage.there == Extent(len(STORE) + 1, len(STORE) + 1 + len(PUMP))
    assert passage.likeness == 1.0


def test_text_of_ones_own_shares_nothing() -> None:
    assert passages(f"{PUMP}\n{ENGLISH}", STORE, TRAIN, OTHER_ENGLISH).passages == ()


def test_words_put_in_the_place_of_others_hide_nothing() -> None:
    here = PUMP.replace("值班电工", "当班人员").replace("记录", "登记").replace("更换", "替换").replace("立即", "马上")
    found = passages(here, PUMP)
    assert found.overlap > 0.9
    assert found.passages[0].likeness < 0.9


def test_english_with_words_replaced_is_found() -> None:
    here = ENGLISH.replace("inspects", "checks").replace("every morning", "each morning").replace("mechanic", "fitter")
    (passage,) = passages(here, f"{OTHER_ENGLISH} {ENGLISH}").passages
    assert passage.here == Extent(0, len(here))


def test_a_lone_sentence_said_in_another_way_is_no_passage_and_one_with_words_replaced_is() -> None:
    source = f"{OTHER_ENGLISH} Protecting paint residing in a mixing vessel is covered in the rules for hazardous substances."
    own = f"{ENGLISH} Protecting paint that resides in mixing vessels is addressed in the HS (hazardous substances) rules."
    replaced = f"{ENGLISH} Protecting lacquer residing in a mixing vessel is described in the rules for dangerous substances."
    assert passages(own, source).passages == ()
    assert passages(replaced, source).passages[0].here == Extent(len(ENGLISH) + 1, len(replaced))


def test_traditional_full_width_and_hidden_characters_are_the_same_text() -> None:
    here = (
        "值班電工每班巡檢循環水泵兩次，記錄軸承溫度、出口壓力和電機電流。\u200b"
        "軸承溫度超過七十攝氏度時，值班電工立即停泵並報告班組長。"
    )
    assert passages(here, PUMP).overlap == 1.0


def test_a_sentence_with_the_clause_number_before_it_begins_behind_the_number() -> None:
    here = f"4.3 {PUMP}"
    assert passages(here, PUMP).passages[0].here.start == 4


def test_sentences_in_another_order_are_one_passage() -> None:
    first, second, third, _ = PUMP.split("。")
    assert len(passages(f"{third}。{first}。{second}。", PUMP).passages) == 1


def test_the_closest_source_wins_and_the_other_is_named_beside_it() -> None:
    changed = PUMP.replace("两次", "三次").replace("保存三年", "保存五年")
    (passage,) = passages(PUMP, changed, PUMP).passages
    assert passage.source == "source 1"
    assert [holder.source for holder in passage.also] == ["source 0"]


def test_fixed_wording_is_left_out_and_said_so() -> None:
    opening = (
        "下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中，注日期的引用文件，仅该日期对应的版本适用于本文件。"
    )
    found = passages(f"{opening}\n{PUMP}", opening)
    assert found.passages == ()
    assert {each.reason for each in found.excluded} == {"fixed-wording"}
    assert found.counted < len(opening) + len(PUMP) - len(opening) // 2


def test_fixed_wording_counts_when_it_is_asked_for() -> None:
    opening = (
        "下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中，注日期的引用文件，仅该日期对应的版本适用于本文件。"
    )
    asked = Settings(counted=frozenset({"fixed-wording"}))
    found = compare(Text("here", opening), library_of([Text("source", opening)], counted=asked.counted), asked)
    assert found.overlap == 1.0


def test_lines_that_only_name_a_document_are_left_out() -> None:
    lines = "GB/T 191—2008 包装储运图示标志\nISO 31000, Risk management — Guidelines\n"
    assert [each.reason for each in passages(lines, lines).excluded] == ["references", "references"]
    assert passages(lines, lines).passages == ()


def test_a_stretch_given_as_excluded_is_not_compared() -> None:
    excluded = (Exclusion(Extent(0, len(PUMP)), "term-source"),)
    found = compare(Text("here", f"{PUMP}\n{STORE}", excluded), library_of([Text("source", PUMP)]))
    assert found.passages == ()
    assert found.excluded == excluded


def test_a_source_whose_text_is_gone_is_named() -> None:
    library = library_of([Text("gone", PUMP), Text("there", STORE)])

    class Gone:
        def __len__(self) -> int:
            return 2

        def name(self, number: int) -> str:
            return ("gone", "there")[number]

        def text(self, number: int) -> Text | None:
            return Text("there", STORE) if number else None

    found = compare(Text("here", f"{PUMP}\n{STORE}"), type(library)(library.postings, Gone()))
    assert found.unverified == ("gone",)
    assert [passage.source for passage in found.passages] == ["there"]


def test_in_a_set_no_text_is_its_own_source() -> None:
    first, second, third = compare_set([Text("a", f"{PUMP}\n{STORE}"), Text("b", f"{TRAIN}\n{PUMP}"), Text("c", ENGLISH)])
    assert [passage.source for passage in first.passages] == ["b"]
    assert [passage.source for passage in second.passages] == ["a"]
    assert third.passages == ()


@pytest.mark.parametrize("characters", ["", "泵", "a", "。！？" * 1000, "\ud800\udfff", "\0" * 10, "😀" * 100])
def test_a_text_without_sentences_shares_nothing(characters: str) -> None:
    assert compare_set([Text("a", characters), Text("b", characters), Text("c", PUMP)])[0].passages == ()


@pytest.mark.parametrize("rare", ["\ud800" * 50, "\U00020000\U0002a6d6" * 20])
def test_rare_characters_do_not_shift_the_places(rare: str) -> None:
    here = f"{rare}\n{PUMP}"
    assert here[passages(here, PUMP).passages[-1].here.start :] == PUMP


@pytest.mark.parametrize(
    "characters",
    ["啊" * 1_000_000, "a" * 1_000_000, "设备应每年检验一次并记录结果。" * 100_000],
    ids=["one", "latin", "sentences"],
)
def test_a_million_equal_characters_and_sentences_are_compared_in_seconds(characters: str) -> None:
    began = time.process_time()
    compare_set([Text("a", characters), Text("b", characters)])
    assert time.process_time() - began < 30


@pytest.mark.parametrize(
    "sentence",
    [
        "循环水泵第{}台的轴承应由值班电工每年检验一次并记录结果。",
        "Bearing number {} of the circulation pump shall be inspected by the shift electrician every year. ",
    ],
    ids=["zh", "en"],
)
def test_a_copy_of_very_many_sentences_that_differ_in_a_number_only_is_found_whole(sentence: str) -> None:
    characters = "".join(map(sentence.format, range(10_000)))
    began = time.process_time()
    (passage,) = passages(characters, f"{PUMP}\n{characters}").passages
    assert time.process_time() - began < 30
    assert passage.likeness == 1.0
    assert characters[passage.here.start : passage.here.end] == characters.rstrip()
    assert passage.there.start == len(PUMP) + 1


def test_a_part_of_very_many_sentences_is_found_where_it_stands() -> None:
    sentences = [f"循环水泵第{number}台的轴承应由值班电工每年检验一次并记录结果。" for number in range(5_000)]
    here = f"{TRAIN}\n{''.join(sentences[3_000:3_400])}"
    (passage,) = passages(here, "".join(sentences)).passages
    assert passage.here == Extent(len(TRAIN) + 1, len(here))
    assert passage.there.start == len("".join(sentences[:3_000]))
    assert 0 <= passage.there.end - len("".join(sentences[:3_400])) <= 4  # to a word or two


WORDS = st.sampled_from(
    [
        "泵",
        "设备",
        "检验",
        "应当",
        "每年",
        "记录",
        "pump",
        "shall",
        "3.5",
        "㎡",
        "é",
        "\u200b",
        "。",
        "，",
        "\n",
        ". ",
        " ",
        "\ud800",
        "𠀀",
        "（",
        "-\n",
    ]
)
TEXTS = st.lists(WORDS, max_size=120).map("".join)


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_extents_lie_within_both_texts_and_do_not_overlap(one: str, other: str, shared: str) -> None:
    here, there = one + shared + PUMP + shared, shared + other + PUMP
    found = passages(here, there)
    end = 0
    for passage in found.passages:
        assert end <= passage.here.start < passage.here.end <= len(here)
        assert 0 <= passage.there.start < passage.there.end <= len(there)
        assert 0 < passage.likeness <= 1
        end = passage.here.end
    assert 0 <= found.overlapping <= found.counted


@settings(max_examples=30, deadline=None)
@given(st.permutations([PUMP, STORE, TRAIN, ENGLISH, OTHER_ENGLISH]), st.integers(2, 5))
def test_a_text_shares_all_of_itself(parts: list[str], count: int) -> None:
    characters = "\n".join(parts[:count])
    assert passages(characters, characters).overlap > 0.99


def test_a_run_in_common_without_a_sentence_in_common_shares_nothing() -> None:
    here = "循环水泵由设备科统一采购，验收时核对铭牌与合同编号是否一致。"
    there = "每月对循环水泵由设备外壳至底座逐处除锈，涂两遍防锈漆后晾干。"
    assert passages(here, there).passages == ()

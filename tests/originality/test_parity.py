"""The same corpus gives the same passages through its index and in memory, whatever is left out of the texts."""

from __future__ import annotations

import json
import random
from pathlib import Path
from zlib import crc32

import pytest

from stdkit.corpora.corpus import Adding, add_folder
from stdkit.corpora.library import open_library
from stdkit.corpora.place import corpus_directory
from stdkit.originality.batches import marked_runs_of_many, marks_counted
from stdkit.originality.compare import Settings, compare, kept_runs, library_of, ready
from stdkit.originality.damage import DamagedError
from stdkit.originality.fixed import REASONS
from stdkit.originality.index import open_index
from stdkit.originality.passages import Comparison, Exclusion, Extent, Text
from tests.cli.run import stdkit

WORDS = [chr(0x4E00 + 7 * number) + chr(0x5200 + 5 * number) for number in range(400)]
FIXED = [
    "下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。",
    "请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。",
    "本文件按照GB/T 1.1—2020《标准化工作导则 第1部分：标准化文件的结构和起草规则》的规定起草。",
]
REFERENCES = ["GB/T 191—2008 包装储运图示标志与运输标签的使用方法", "ISO 31000, Risk management — Guidelines for organizations"]
BOILERPLATE = "各有关单位在执行过程中如有意见和建议，请及时反馈给归口管理部门以便今后修订时参考。"
COUNTED = [frozenset[str](), *(frozenset({each}) for each in (*REASONS, "frequent")), frozenset({*REASONS, "frequent"})]


def sentences(seed: int, count: int) -> list[str]:
    draw = random.Random(seed)  # noqa: S311 – texts, no secrets
    return ["".join(draw.choices(WORDS, k=draw.randint(7, 15))) + "。" for _ in range(count)]


def sources(count: int) -> dict[str, str]:
    """Texts with every kind of exclusion: some hold as their own words what is left out of others."""
    made = {}
    for number in range(count):
        lines = ["1 范围", *sentences(number, 12), BOILERPLATE, "2 规范性引用文件", FIXED[number % 3], *REFERENCES]
        lines += sentences(number // 3, 4)  # three neighbours share these
        lines.append(f"办理时参照{REFERENCES[0]}以及{FIXED[0][:-1]}所列的范围。")  # no line of its own: counts in part
        made[f"d{number:03}.txt"] = "\n".join(lines)
    made["d000b.txt"] = made["d003.txt"]  # equal passages: which source wins must not depend on the order of adding
    return made


def texts() -> list[Text]:
    made = []
    for number in range(0, 120, 17):
        own = sentences(900 + number, 30)
        lines = [own[0], BOILERPLATE, *own[1:], *sentences(number, 12)[2:7], *FIXED, *REFERENCES, "术语和定义"]
        lines += [f"另见{REFERENCES[0]}的要求，{FIXED[0]}", *sentences(number // 3, 4)]
        characters = "\n".join(lines)
        made.append(Text(f"t{number}", characters, (Exclusion(Extent(0, len(lines[0])), "heading"),)))
    return made


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a corpus to which a third of the documents was added later."""
    folder = tmp_path_factory.mktemp("corpus") / "texts"
    folder.mkdir()
    place = corpus_directory(folder.parent / "set", "texts")
    documents = sources(120)
    for first in ("d040.txt", ""):
        for name, text in documents.items():
            if name >= first:
                (folder / name).write_text(text, encoding="utf-8")
        add_folder(Adding(folder, place))
    (folder / "gone.txt").write_text(documents["d001.txt"] + BOILERPLATE, encoding="utf-8")
    add_folder(Adding(folder, place))
    (folder / "gone.txt").unlink()
    add_folder(Adding(folder, place))
    return place


@pytest.mark.parametrize("counted", COUNTED, ids=lambda each: "+".join(sorted(each)) or "nothing")
def test_an_index_gives_what_memory_gives_on_texts_with_exclusions(corpus: Path, counted: frozenset[str]) -> None:
    settings = Settings(counted=counted)
    memory = library_of([Text(name, text) for name, text in sorted(sources(120).items())], counted=counted)
    found: list[Comparison] = []
    with open_library(corpus) as (library, _):
        for text in texts():
            through_index, in_memory = compare(text, library, settings), compare(text, memory, settings)
            assert through_index == in_memory
            found.append(in_memory)
    assert all(each.passages for each in found)
    assert {reason.reason for each in found for reason in each.excluded} == {"heading", *REASONS, "frequent"} - counted


def test_a_run_that_is_left_out_of_a_source_names_it_only_when_it_counts(corpus: Path) -> None:
    hashes, _ = kept_runs(ready(Text("", FIXED[1]), frozenset(REASONS))[0], 1)
    with open_library(corpus) as (library, _):
        assert len(library.postings.lookup(hashes)[1]) == 0
        assert len(library.postings.lookup(hashes, frozenset({"references"}))[1]) == 0
        held = library.postings.lookup(hashes, frozenset({"fixed-wording"}))[1]
    assert len(set(held.tolist())) == sum(FIXED[1] in text for text in sources(120).values())


@pytest.mark.parametrize("counted", COUNTED, ids=lambda each: "+".join(sorted(each)) or "nothing")
def test_runs_of_many_texts_are_marked_as_each_text_is_alone(counted: frozenset[str]) -> None:
    many = [
        *sources(9).values(),
        "",
        "1",
        "GB/T 1",
        "范围",
        "-",
        "前言\n-",
        "\nGB/T 191—2008 包装",
        FIXED[0][:-1],
        "按照",
        FIXED[2],
    ]
    for text, (hashes, marks) in zip(many, marked_runs_of_many(many, 2), strict=True):
        alone = kept_runs(ready(Text("", text), counted)[0], 2)[0].tolist()
        kept = [each for each, mark in zip(hashes.tolist(), marks.tolist(), strict=True) if mark in marks_counted(counted)]
        assert kept == alone


def test_an_index_of_another_version_is_not_used_and_adding_again_makes_it_anew(tmp_path: Path) -> None:
    folder, place = tmp_path / "texts", corpus_directory(tmp_path / "set", "texts")
    folder.mkdir()
    (folder / "a.txt").write_text("\n".join(sentences(1, 6)), encoding="utf-8")
    add_folder(Adding(folder, place, {"a.txt": {"level": "law"}}))
    (keys,) = place.glob("*.keys")
    content = bytearray(keys.read_bytes())
    content[8:12] = (1).to_bytes(4, "little")  # the format before exclusions were known to the index
    content[60:64] = crc32(content[:60]).to_bytes(4, "little")
    keys.write_bytes(bytes(content))
    with pytest.raises(DamagedError, match="version"):
        open_index(place)
    assert add_folder(Adding(folder, place)).changed == ["a.txt"]
    assert [(source.name, source.about) for _, source in open_index(place).sources()] == [("a.txt", {"level": "law"})]


def test_the_command_says_what_to_do_with_an_index_of_another_version(tmp_path: Path) -> None:
    assert stdkit("init", tmp_path / "set").exit_code == 0
    (tmp_path / "texts").mkdir()
    draft = tmp_path / "texts" / "a.txt"
    draft.write_text("\n".join(sentences(1, 6)), encoding="utf-8")
    assert stdkit("-C", tmp_path / "set", "corpus", "add", tmp_path / "texts").exit_code == 0
    place = corpus_directory(tmp_path / "set", "texts")
    (keys,) = place.glob("*.keys")
    content = bytearray(keys.read_bytes())
    content[8:12] = (1).to_bytes(4, "little")
    content[60:64] = crc32(content[:60]).to_bytes(4, "little")
    keys.write_bytes(bytes(content))
    asked = ("originality", "check", draft, "--corpus", "texts", "-C", tmp_path / "set")
    refused = stdkit(*asked)
    assert refused.exit_code == 2
    assert "是另一版 stdkit 写的" in refused.stderr
    assert "stdkit corpus verify texts --rebuild" in refused.stderr
    assert stdkit("-C", tmp_path / "set", "corpus", "verify", "texts", "--rebuild").exit_code == 0
    assert json.loads(stdkit(*asked, "--format", "json").stdout)["texts"][0]["overlap"] == 1.0

"""``stdkit originality check``: offsets, formats, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from stdkit.corpora.loose import check_files
from tests.cli.run import stdkit
from tests.corpora.files import docx, paragraph, pdf

SHARED = "村妇联执委应当固定联系不少于十户妇女家庭，每三个月至少走访一次，并在走访当日填写走访记录表。"
OWN = "本单位自己写的开头，与别处没有相同的地方，只说明文件的由来。"
LAW = "第一条 为了规范走访，制定本办法。\r\n第二条 " + SHARED + "\r\n第三条 本办法自公布之日起施行。\r\n"


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "参考 sources"
    (folder / "法").mkdir(parents=True)
    (folder / "法" / "办法.txt").write_bytes(LAW.encode())
    (folder / "other.txt").write_text("各级档案馆应当配备适宜保管档案的库房和必要的设施。", encoding="utf-8")
    return folder


def write(file: Path, text: str) -> Path:
    file.write_bytes(text.encode())
    return file


def detections(*words: str | Path) -> list[dict[str, object]]:
    result = stdkit("originality", "check", *words, "--format", "jsonl")
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff", "𠮷"])
def test_offsets_are_code_points_of_the_file_as_it_is(tmp_path: Path, sources: Path, line_end: str, mark: str) -> None:
    text = f"{mark}{OWN}{line_end}{line_end}{SHARED}{line_end}{OWN}"
    (found,) = detections(write(tmp_path / "草案.txt", text), "--against", sources)
    assert set(found) == {"suspicious", "source", "susp_start", "susp_end", "src_start", "src_end"}
    assert (found["suspicious"], found["source"]) == ("草案.txt", "法/办法.txt")
    assert SHARED[:-1] in text[found["susp_start"] : found["susp_end"]]  # type: ignore[misc]
    assert SHARED[:-1] in LAW[found["src_start"] : found["src_end"]]  # type: ignore[misc]


@pytest.mark.parametrize("suffix", ["docx", "pdf", "html", "gbk.txt"])
def test_offsets_of_other_kinds_refer_to_the_saved_text(tmp_path: Path, sources: Path, suffix: str) -> None:
    content = {
        "docx": docx(paragraph(OWN) + paragraph(SHARED)),
        "pdf": pdf([[OWN, SHARED[:32], SHARED[32:]]]),
        "html": f"<p>{OWN}<p>{SHARED}".encode(),
        "gbk.txt": f"{OWN}\r\n{SHARED}".encode("gbk"),
    }[suffix]
    draft, saved = tmp_path / f"draft.{suffix}", tmp_path / "saved"
    draft.write_bytes(content)
    (found,) = detections(draft, "--against", sources, "--save-text", saved)
    text = (saved / f"draft.{suffix}.txt").read_bytes().decode("utf-8")
    assert SHARED[:-1] in text[found["susp_start"] : found["susp_end"]]  # type: ignore[misc]
    assert [file.name for file in saved.iterdir()] == [f"draft.{suffix}.txt"]  # what is UTF-8 text is its own text


def test_the_library_gives_the_same_as_the_command(tmp_path: Path, sources: Path) -> None:
    draft = write(tmp_path / "a.txt", OWN + SHARED)
    assert list(check_files([draft], sources).detections()) == detections(draft, "--against", sources)


def test_json_names_the_scope_what_was_left_out_and_each_passage(tmp_path: Path, sources: Path) -> None:
    (sources / "scan.pdf").write_bytes(pdf([[]]))
    draft = write(tmp_path / "a.txt", OWN + "\n" + SHARED)
    result = stdkit("originality", "check", draft, tmp_path / "gone.txt", "--against", sources, "--format", "json")
    assert result.exit_code == 1
    data = json.loads(result.stdout)
    assert data["version"] == 1
    assert data["scope"]["documents"] == 2
    assert data["scope"]["unread"] == [{"name": "scan.pdf", "why": "scanned"}]
    assert data["unread"] == [{"name": "gone.txt", "why": "vanished"}]
    (text,) = data["texts"]
    assert 0.3 < text["overlap"] < 0.8
    (passage,) = text["passages"]
    assert SHARED[:-1] in passage["text"]
    assert passage["source"] == "法/办法.txt"
    assert passage["change"] in {"verbatim", "edited"}  # the number of the article may count as left out


def test_json_tells_each_difference_by_its_places_and_marks_the_technical_ones(tmp_path: Path, sources: Path) -> None:
    draft = write(tmp_path / "a.txt", OWN + "\n" + SHARED.replace("每三个月", "每六个月"))
    result = stdkit("originality", "check", draft, "--against", sources, "--format", "json")
    (passage,) = json.loads(result.stdout)["texts"][0]["passages"]
    text = draft.read_text(encoding="utf-8")
    technical = {
        (text[each["start"] : each["end"]], LAW[each["source_start"] : each["source_end"]]): each["technical"]
        for each in passage["differences"]
    }
    assert technical["六", "三"] == "number"


def test_the_text_speaks_of_overlap_and_states_the_scope(tmp_path: Path, sources: Path) -> None:
    draft = write(tmp_path / "a.txt", OWN + "\n" + SHARED)
    zh, en = (stdkit("originality", "check", draft, "--against", sources, "--lang", language).stdout for language in ("zh", "en"))
    assert "第 2 行 ↔ 法/办法.txt 第 2 行" in zh
    assert f"对比范围：{sources} 中 2 个文本" in zh
    assert "text overlap" in en
    assert "line 2 ↔ 法/办法.txt line 2" in en
    assert "plagiar" not in en.lower()
    assert "抄袭" not in zh


def test_a_text_that_shares_nothing_is_0_percent(tmp_path: Path, sources: Path) -> None:
    result = stdkit("originality", "check", write(tmp_path / "a.txt", OWN), "--against", sources, "--lang", "en")
    assert result.exit_code == 0
    assert result.stdout.startswith("a.txt: text overlap 0.0%, 0 passages")


def test_files_of_one_name_are_told_apart_by_their_paths(tmp_path: Path, sources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("one", "two"):
        Path(name).mkdir()
        write(Path(name) / "a.txt", SHARED)
    assert [each["suspicious"] for each in detections("one/a.txt", "two/a.txt", "--against", sources)] == [
        "one/a.txt",
        "two/a.txt",
    ]


@pytest.mark.parametrize(
    "words", [(), ("--against", "nothing"), ("--corpus", "nothing"), ("--against", "a", "--corpus", "b"), ("--format", "xml")]
)
def test_wrong_usage_is_exit_code_2(tmp_path: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = stdkit("originality", "check", write(tmp_path / "a.txt", OWN), *words)
    assert (result.exit_code, result.stdout) == (2, "")


def test_a_folder_without_texts_is_no_source(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert stdkit("originality", "check", write(tmp_path / "a.txt", OWN), "--against", tmp_path / "empty").exit_code == 2


def test_what_cannot_be_read_is_named_and_the_rest_compared(tmp_path: Path, sources: Path) -> None:
    draft = write(tmp_path / "a.txt", SHARED)
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK")
    result = stdkit("originality", "check", broken, draft, "--against", sources, "--format", "jsonl", "--lang", "en")
    assert result.exit_code == 1
    assert [json.loads(line)["suspicious"] for line in result.stdout.splitlines()] == ["a.txt"]
    assert result.stderr == "broken.docx: is damaged and cannot be read\n"


@pytest.mark.usefixtures("spark_installed")
def test_a_cluster_gives_the_same_lines(tmp_path: Path, sources: Path) -> None:
    draft = write(tmp_path / "草案.txt", OWN + SHARED)
    asked = (draft, "--against", sources)
    kept = tmp_path / "kept"
    settings = ("--master", "local[2]", "--keep", kept, "--spark-conf", "spark.sql.shuffle.partitions=2")
    assert detections(*asked, "--engine", "spark", *settings) == detections(*asked)
    assert {each.name for each in kept.iterdir()} == {"texts", "postings", "store.json"}


def test_settings_of_spark_have_a_name_and_a_value(tmp_path: Path, sources: Path) -> None:
    draft = write(tmp_path / "草案.txt", OWN)
    result = stdkit("originality", "check", draft, "--against", sources, "--engine", "spark", "--spark-conf", "memory")
    assert (result.exit_code, "NAME=VALUE" in result.stderr or "名称=值" in result.stderr) == (2, True)


def test_a_corpus_is_compared_here(tmp_path: Path) -> None:
    draft = write(tmp_path / "草案.txt", OWN)
    result = stdkit("originality", "check", draft, "--corpus", "laws", "--engine", "spark")
    assert result.exit_code == 2

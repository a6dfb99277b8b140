"""``stdkit corpus``: what is printed, the exit codes, and that it is before or after whenever it is killed."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from openpyxl import Workbook

from stdkit.originality.index import damages, open_index
from stdkit.originality.writer import writer
from tests.cli.run import stdkit
from tests.conftest import ROOT

TEXTS = {
    "走访.txt": "村妇联执委应当固定联系不少于十户妇女家庭，每三个月至少走访一次，并在走访当日填写走访记录表。",
    "法律/条例.txt": "用人单位应当建立劳动安全卫生制度，严格执行国家劳动安全卫生规程和标准，对劳动者进行教育。",
    "b.md": "The operator shall keep a record of every inspection and shall make it available to the authority.",
}


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    """Return the folder of a set; reference texts lie beside it."""
    assert stdkit("init", tmp_path / "set").exit_code == 0
    for name, text in TEXTS.items():
        file = tmp_path / "参考 texts" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "set"


@pytest.fixture
def folder(directory: Path) -> Path:
    return directory.parent / "参考 texts"


def place(directory: Path, name: str) -> Path:
    return directory / ".stdkit" / "corpus" / name


def about(directory: Path, name: str) -> dict[str, dict[str, str]]:
    return {source.name: dict(source.about) for _, source in open_index(place(directory, name)).sources()}


def test_a_folder_is_added_under_its_name_and_listed(directory: Path, folder: Path) -> None:
    added = stdkit("-C", directory, "corpus", "add", folder)
    length = sum(map(len, TEXTS.values()))
    assert (added.exit_code, added.stderr) == (0, "")
    assert added.stdout == f"参考-texts：3个文件，{length}字符；新收3个，改0个，去掉0个，没有读0个\n"
    assert stdkit("-C", directory, "corpus", "list").stdout == f"参考-texts：3个文件，{length}字符，{folder.resolve()}\n"
    assert stdkit("corpus", "list", "-C", directory, "--lang", "en").stdout.startswith("参考-texts: 3 files")


def test_the_global_options_stand_before_or_after_each_part(directory: Path, folder: Path) -> None:
    for words in (("-C", directory, "corpus", "add"), ("corpus", "-C", directory, "add"), ("corpus", "add", "-C", directory)):
        assert stdkit(*words, folder, "--as", "a").exit_code == 0


def test_a_set_with_a_corpus_is_as_clean_as_before(directory: Path, folder: Path) -> None:
    stdkit("-C", directory, "corpus", "add", folder)
    assert stdkit("-C", directory, "validate", "--strict").exit_code == 0
    ignored = (directory / ".gitignore").read_text(encoding="utf-8").split()
    assert "/.stdkit/corpus/" in ignored


def test_the_list_as_json_says_what_is_in_each(directory: Path, folder: Path) -> None:
    assert json.loads(stdkit("-C", directory, "corpus", "list", "--format", "json").stdout) == []
    stdkit("-C", directory, "corpus", "add", folder, "--as", "a")
    (found,) = json.loads(stdkit("-C", directory, "corpus", "list", "--format", "json").stdout)
    assert (found["name"], found["documents"], found["levels"], found["damage"]) == ("a", 3, {}, None)


def test_files_that_cannot_be_read_are_named_and_the_exit_code_is_1(directory: Path, folder: Path) -> None:
    (folder / "scan.pdf").write_bytes(b"%PDF-1.7 broken")
    (folder / "picture.png").write_bytes(b"x")
    result = stdkit("-C", directory, "corpus", "add", folder, "--as", "a", "--lang", "en")
    assert result.exit_code == 1
    picture, scan, total = result.stdout.splitlines()
    assert picture == "picture.png: is no txt, md, docx, pdf or html and was passed over"
    assert scan.startswith("scan.pdf: ")
    assert total.endswith("3 added, 0 changed, 0 removed, 2 not read")
    (folder / "scan.pdf").unlink()
    assert stdkit("-C", directory, "corpus", "add", folder, "--as", "a").exit_code == 0


def write_table(file: Path, rows: list[list[str]]) -> Path:
    if file.suffix == ".csv":
        with file.open("w", encoding="utf-8-sig", newline="") as opened:
            csv.writer(opened).writerows(rows)
    else:
        book = Workbook()
        assert book.active
        for row in rows:
            book.active.append(row)
        book.save(file)
    return file


@pytest.mark.parametrize("name", ["清单.csv", "清单.xlsx", "参考 texts/清单.csv"])
def test_a_table_says_level_number_date_and_status(directory: Path, folder: Path, name: str) -> None:
    rows = [
        ["文件", "级别", "编号", "发布日期", "状态"],
        ["走访.txt", "地方标准", "DB11/T 100-2020", "2020年3月", "现行"],
        ["条例", "法律", "", "1994-07-05", "废止"],
    ]
    table = write_table(directory.parent / name, rows)
    result = stdkit("-C", directory, "corpus", "add", folder, "--as", "a", "--table", table)
    assert (result.exit_code, result.stderr) == (0, "表中没有写到1个文件\n")
    assert about(directory, "a") == {
        "走访.txt": {"level": "local", "number": "DB11/T 100—2020", "issued": "2020-03", "status": "current"},
        "法律/条例.txt": {"level": "law", "issued": "1994-07-05", "status": "withdrawn"},
        "b.md": {},
    }


@pytest.mark.parametrize(
    ("zh", "level"),
    [
        ("法律", "law"),
        ("国家标准", "national"),
        ("行业标准", "industry"),
        ("地方标准", "local"),
        ("团体标准", "group"),
        ("企业标准", "enterprise"),
    ],
)
def test_levels_are_known_in_chinese_and_by_their_keys(directory: Path, folder: Path, zh: str, level: str) -> None:
    table = write_table(directory.parent / "t.csv", [["file", "level"], ["b.md", zh], ["走访.txt", level]])
    assert stdkit("-C", directory, "corpus", "add", folder, "--as", "a", "--table", table).exit_code == 0
    assert [about(directory, "a")[name]["level"] for name in ("b.md", "走访.txt")] == [level, level]


@pytest.mark.parametrize(
    ("row", "place_and_words"),
    [
        (["b.md", "省标准", "", ""], "第3行第2列“级别”：“省标准”不是级别"),
        (["b.md", "", "2020-13-01", ""], "第3行第3列“发布日期”：“2020-13-01”不是日期"),
        (["b.md", "", "", "有效期内"], "第3行第4列“状态”：“有效期内”不是状态"),
        (["b.mdd", "法律", "", ""], "第3行第1列“文件”：文件夹中没有“b.mdd”：是不是 b.md"),
        (["", "法律", "", ""], "第3行第1列“文件”：没有文件名"),
        (["走访.txt", "法律", "", ""], "第3行第1列“文件”：走访.txt 第2行已有"),
    ],
)
def test_a_wrong_cell_is_named_by_file_row_and_column_and_nothing_is_added(
    directory: Path, folder: Path, row: list[str], place_and_words: str
) -> None:
    rows = [["文件", "级别", "发布日期", "状态"], ["走访.txt", "法律", "2020", "现行"], row]
    result = stdkit(
        "-C", directory, "corpus", "add", folder, "--as", "a", "--table", write_table(directory.parent / "t.csv", rows)
    )
    assert result.exit_code == 1
    assert result.stdout.startswith(f"t.csv {place_and_words}")
    assert not place(directory, "a").exists()


def test_a_table_without_headings_is_refused(directory: Path, folder: Path) -> None:
    table = write_table(directory.parent / "t.csv", [["走访.txt", "法律"]])
    result = stdkit("-C", directory, "corpus", "add", folder, "--table", table)
    assert result.exit_code == 1
    assert "没有找到标题行" in result.stdout


@pytest.mark.parametrize("words", [("add", "nothing"), ("remove", "nothing"), ("verify", "nothing")])
def test_what_is_not_there_cannot_be_worked_on(directory: Path, words: tuple[str, str]) -> None:
    result = stdkit("-C", directory, "corpus", *words)
    assert result.exit_code == 2
    assert "nothing" in result.stderr


def test_without_a_set_there_is_no_place_for_a_corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert stdkit("corpus", "list").exit_code == 2


def test_a_corpus_is_removed(directory: Path, folder: Path) -> None:
    stdkit("-C", directory, "corpus", "add", folder, "--as", "a")
    assert stdkit("-C", directory, "corpus", "remove", "a").exit_code == 0
    assert not place(directory, "a").exists()
    assert stdkit("-C", directory, "corpus", "list").stdout == "没有语料：stdkit corpus add 文件夹\n"


def test_a_sound_corpus_is_verified_and_changed_files_are_named(directory: Path, folder: Path) -> None:
    stdkit("-C", directory, "corpus", "add", folder, "--as", "a")
    result = stdkit("-C", directory, "corpus", "verify")
    assert (result.exit_code, result.stdout) == (0, "a：完好\n")
    (folder / "b.md").write_text("another text", encoding="utf-8")
    (folder / "走访.txt").unlink()
    result = stdkit("-C", directory, "corpus", "verify", "a", "--lang", "en")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "a/b.md: has changed since: run stdkit corpus add again",
        "a/走访.txt: is not there",
    ]


def test_damage_is_reported_with_its_place_and_made_good(directory: Path, folder: Path) -> None:
    stdkit("-C", directory, "corpus", "add", folder, "--as", "a")
    (file,) = place(directory, "a").glob("*.keys")
    content = bytearray(file.read_bytes())
    content[80] ^= 4
    file.write_bytes(content)
    result = stdkit("-C", directory, "corpus", "verify", "--lang", "en")
    assert (result.exit_code, result.stdout) == (1, "a: 000001.keys, block 0: has a wrong checksum\n")
    draft = directory.parent / "draft.txt"
    draft.write_text(TEXTS["走访.txt"], encoding="utf-8")
    refused = stdkit("-C", directory, "originality", "check", draft, "--corpus", "a")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "stdkit corpus verify a --rebuild" in refused.stderr
    assert stdkit("-C", directory, "corpus", "verify", "--rebuild").exit_code == 0
    assert stdkit("-C", directory, "corpus", "verify").stdout == "a：完好\n"
    assert "走访.txt" in stdkit("-C", directory, "originality", "check", draft, "--corpus", "a").stdout


def test_a_damaged_manifest_is_said_to_need_a_new_beginning(directory: Path, folder: Path) -> None:
    stdkit("-C", directory, "corpus", "add", folder, "--as", "a")
    file = place(directory, "a") / "manifest.json"
    file.write_bytes(file.read_bytes().replace(b'"density": 4', b'"density": 8'))
    for words in (("verify", "--rebuild"), ("add", folder, "--as", "a")):
        result = stdkit("-C", directory, "corpus", *words)
        assert result.exit_code == 2
        assert "stdkit corpus remove a" in result.stderr
    assert "索引坏了" in stdkit("-C", directory, "corpus", "list").stdout
    assert stdkit("-C", directory, "corpus", "remove", "a").exit_code == 0
    assert stdkit("-C", directory, "corpus", "add", folder, "--as", "a").exit_code == 0


def test_two_commands_that_write_at_once_are_told_apart(directory: Path, folder: Path) -> None:
    stdkit("-C", directory, "corpus", "add", folder, "--as", "a")
    with writer(place(directory, "a"), 4):
        for words in (("add", folder, "--as", "a"), ("remove", "a")):
            result = stdkit("-C", directory, "corpus", *words, language="en")
            assert (result.exit_code, result.stdout) == (2, "")
            assert "another command is writing corpus a" in result.stderr
    assert stdkit("-C", directory, "corpus", "verify").exit_code == 0


def test_progress_is_shown_at_a_terminal_and_nowhere_else(directory: Path, folder: Path) -> None:
    pty = pytest.importorskip("pty")
    command = [sys.executable, "-m", "stdkit", "-C", str(directory), "corpus", "add", str(folder), "--as", "a"]
    shown = {}
    for words in ((), ("--quiet",)):
        mine, theirs = pty.openpty()
        with os.fdopen(theirs, "wb") as terminal:
            environment = {**os.environ, "TERM": "xterm", "PYTHONPATH": str(ROOT)}
            done = subprocess.run([*command, *words], env=environment, stdout=subprocess.PIPE, stderr=terminal, check=True)
            os.write(theirs, b"end")
        shown[words] = b""
        while not shown[words].endswith(b"end"):
            shown[words] += os.read(mine, 1_000)
        os.close(mine)
        assert "3个文件" in done.stdout.decode("utf-8")
    assert "读文件" in shown[()].decode("utf-8")
    assert shown["--quiet",] == b"end"


@pytest.mark.slow
def test_killed_at_any_moment_adding_is_before_or_after(directory: Path, folder: Path) -> None:
    assert stdkit("-C", directory, "corpus", "add", folder, "--as", "a").exit_code == 0
    before = set(TEXTS)
    for number in range(400):
        (folder / f"n{number}.txt").write_text(f"第{number}号记录。{TEXTS['走访.txt']}" * 20, encoding="utf-8")
    after = before | {f"n{number}.txt" for number in range(400)}
    command = [sys.executable, "-m", "stdkit", "-C", str(directory), "corpus", "add", str(folder), "--as", "a"]
    killed, delay = 0, 0.2
    while True:
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(delay)
        ended = process.poll() is not None
        process.kill()
        process.wait()
        names = {source.name for _, source in open_index(place(directory, "a")).sources()}
        assert names in (before, after)
        assert damages(place(directory, "a")) == ()
        if ended:
            break
        killed, delay = killed + 1, delay + 0.05
    assert killed >= 3
    assert stdkit("-C", directory, "corpus", "add", folder, "--as", "a").exit_code == 0
    assert {source.name for _, source in open_index(place(directory, "a")).sources()} == after


def test_a_disk_that_cannot_be_written_leaves_the_corpus_as_it_was(directory: Path, folder: Path) -> None:
    stdkit("-C", directory, "corpus", "add", folder, "--as", "a")
    (folder / "new.txt").write_text(TEXTS["b.md"] * 3, encoding="utf-8")
    (place(directory, "a") / "manifest.new").mkdir()
    (place(directory, "a") / "manifest.new" / "in the way").write_text("x", encoding="utf-8")
    result = stdkit("-C", directory, "corpus", "add", folder, "--as", "a", language="en")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "is as before" in result.stderr
    assert set(about(directory, "a")) == set(TEXTS)

"""A corpus is what its folder holds: added to, brought up to date, taken out, made anew; and it compares as memory does."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from stdkit.corpora.corpus import Added, Adding, add_folder, remove_corpus, stale_documents
from stdkit.corpora.extract import file_bytes
from stdkit.corpora.folder import list_folder
from stdkit.corpora.library import open_library
from stdkit.corpora.loose import check_files, check_with_corpus
from stdkit.corpora.place import corpus_directory, corpus_names
from stdkit.corpora.reasons import Unread, Why
from stdkit.model.diagnostics import StdkitError
from stdkit.originality.damage import BusyError, DamagedError
from stdkit.originality.disk import Disk
from stdkit.originality.index import damages, open_index
from stdkit.originality.writer import writer
from tests.corpora.files import docx, paragraph, pdf

TEXTS = {
    "走访规定.txt": "村（社区）妇联执委应当固定联系不少于十户妇女家庭，每三个月至少走访一次，并在走访当日填写走访记录表。",
    "法律/条例.txt": "用人单位应当建立劳动安全卫生制度，严格执行国家劳动安全卫生规程和标准，对劳动者进行劳动安全卫生教育。",
    "laws/rules.md": "The operator shall keep a record of every inspection and shall make it available on request.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "参考 texts"
    for name, text in TEXTS.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return corpus_directory(tmp_path / "set", "参考")


def names(directory: Path) -> list[str]:
    return sorted(source.name for _, source in open_index(directory).sources())


def find(directory: Path, text: str, tmp_path: Path) -> list[str]:
    draft = tmp_path / "draft.txt"
    draft.write_text(text, encoding="utf-8")
    return [each.source for each in check_with_corpus([draft], directory).compared[0].comparison.passages]


def test_all_kinds_of_files_are_added_and_found(tmp_path: Path, folder: Path, place: Path) -> None:
    own = "各级妇联组织应当建立信访接待制度，指定专人接待来访妇女，并在十五个工作日以内答复处理的结果。"
    other = "县级以上人民政府应当将妇女发展纲要纳入国民经济和社会发展规划，保障妇女事业所需的经费。"
    third = "学校应当根据女学生的特点，在教育、管理、设施等方面采取措施，保障其身心健康发展。"
    (folder / "a.docx").write_bytes(docx(paragraph(own)))
    (folder / "b.pdf").write_bytes(pdf([[other[:25], other[25:]]]))
    (folder / "c.html").write_text(f"<p>{third}</p>", encoding="utf-8")
    done = add_folder(Adding(folder, place))
    assert sorted(done.added) == sorted([*TEXTS, "a.docx", "b.pdf", "c.html"])
    assert done.unread == []
    wanted = {own: "a.docx", other: "b.pdf", third: "c.html", **{text: name for name, text in TEXTS.items()}}
    for text, name in wanted.items():
        assert find(place, text, tmp_path) == [name]


def test_a_second_run_reads_only_what_is_new_or_has_changed(tmp_path: Path, folder: Path, place: Path) -> None:
    add_folder(Adding(folder, place))
    manifest = (place / "manifest.json").read_bytes()
    assert add_folder(Adding(folder, place)).unchanged == 3
    assert (place / "manifest.json").read_bytes() == manifest
    (folder / "走访规定.txt").write_text(
        "档案室应当保持适宜的温度和湿度，配备防火、防盗、防潮的设施，并指定专人管理。", encoding="utf-8"
    )
    (folder / "新的.txt").write_text(
        "新增的条文：各村妇联应当在每年年底以前公布联系户名册和走访情况的统计结果。", encoding="utf-8"
    )
    (folder / "laws/rules.md").unlink()
    done = add_folder(Adding(folder, place))
    assert (done.added, done.changed, done.removed, done.unchanged) == (["新的.txt"], ["走访规定.txt"], ["laws/rules.md"], 1)
    assert names(place) == sorted(["走访规定.txt", "法律/条例.txt", "新的.txt"])
    assert find(place, TEXTS["laws/rules.md"], tmp_path) == []
    assert find(place, TEXTS["走访规定.txt"], tmp_path) == []
    assert find(place, "档案室应当保持适宜的温度和湿度，配备防火、防盗、防潮的设施，并指定专人管理。", tmp_path) == [
        "走访规定.txt"
    ]


def test_what_is_known_of_documents_changes_without_reading_them_again(folder: Path, place: Path) -> None:
    add_folder(Adding(folder, place))
    keys = {file.name for file in place.glob("*.keys")}
    done = add_folder(Adding(folder, place, {"法律/条例.txt": {"level": "law", "issued": "1994"}}))
    assert (done.described, done.unchanged) == (["法律/条例.txt"], 2)
    assert {file.name for file in place.glob("*.keys")} == keys
    add_folder(Adding(folder, place))
    about = {source.name: source.about for _, source in open_index(place).sources()}
    assert about == {"法律/条例.txt": {"level": "law", "issued": "1994"}, "走访规定.txt": {}, "laws/rules.md": {}}


def test_files_that_cannot_be_read_are_named_and_the_others_added(folder: Path, place: Path) -> None:
    (folder / "empty.pdf").write_bytes(b"")
    (folder / "scan.pdf").write_bytes(pdf([[], []]))
    (folder / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / "binary.txt").write_bytes(bytes(100))
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 and no more")
    (folder / "gone.txt").symlink_to("nowhere")
    done = add_folder(Adding(folder, place))
    assert done.unread == [
        Unread("binary.txt", Why.ENCODING),
        Unread("broken.docx", Why.BROKEN),
        Unread("empty.pdf", Why.EMPTY),
        Unread("gone.txt", Why.VANISHED),
        Unread("old.doc", Why.OLD_KIND),
        Unread("picture.png", Why.OTHER_KIND),
        Unread("scan.pdf", Why.SCANNED),
    ]
    assert [each.name for each in done.unread if each.harmless] == ["picture.png"]
    assert names(place) == sorted(TEXTS)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions are those of POSIX")
def test_files_and_folders_that_may_not_be_read_are_named(folder: Path) -> None:
    before = os.geteuid()
    with TemporaryDirectory() as place_of_all:  # the folders of pytest are closed to others
        Path(place_of_all).chmod(0o755)
        texts = Path(shutil.copytree(folder, Path(place_of_all) / "texts"))
        (texts / "走访规定.txt").chmod(0)
        (texts / "法律").chmod(0)
        try:
            if before == 0:
                os.seteuid(65_534)  # root may read everything
            assert list_folder(texts).unread == (Unread("法律", Why.DENIED),)
            assert file_bytes(texts / "走访规定.txt", "走访规定.txt") == Unread("走访规定.txt", Why.DENIED)
        finally:
            os.seteuid(before)
            (texts / "法律").chmod(0o700)


def test_links_that_go_round_in_a_circle_are_not_followed(folder: Path) -> None:
    (folder / "法律" / "back").symlink_to(folder, target_is_directory=True)
    (folder / "itself.txt").symlink_to("itself.txt")
    (folder / "same.txt").symlink_to("走访规定.txt")
    found = list_folder(folder)
    assert found.unread == (Unread("法律/back", Why.LINK),)
    assert set(found.names) == {*TEXTS, "same.txt", "itself.txt"}


def test_hidden_files_and_those_that_word_leaves_open_are_not_looked_at(folder: Path) -> None:
    for name in (".git/config.txt", ".DS_Store", "~$draft.docx"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"x")
    assert list_folder(folder).unread == ()
    assert set(list_folder(folder).names) == set(TEXTS)


def test_a_name_that_is_no_utf8_is_told(folder: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(folder) + b"/\xb1\xea.txt")).write_bytes(b"text")
    except OSError:
        pytest.skip("this file system has no such names")
    assert list_folder(folder).unread == (Unread("\\xb1\\xea.txt", Why.NAME),)


def test_a_pipe_in_a_folder_is_passed_over(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    assert list_folder(folder).unread == (Unread("pipe.txt", Why.OTHER_KIND),)


def test_the_same_content_twice_is_told(folder: Path, place: Path) -> None:
    (folder / "副本.txt").write_text(TEXTS["走访规定.txt"], encoding="utf-8")
    done = add_folder(Adding(folder, place))
    assert done.twice == [("走访规定.txt", "副本.txt")]
    assert len(names(place)) == 4


def test_a_folder_without_files_is_refused_and_an_emptied_one_changes_nothing(tmp_path: Path, folder: Path, place: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(StdkitError):
        add_folder(Adding(tmp_path / "empty", place))
    add_folder(Adding(folder, place))
    folder.rename(tmp_path / "moved")
    folder.mkdir()
    with pytest.raises(StdkitError):
        add_folder(Adding(folder, place))
    assert names(place) == sorted(TEXTS)


def test_a_corpus_is_that_of_one_folder(tmp_path: Path, folder: Path, place: Path) -> None:
    add_folder(Adding(folder, place))
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "a.txt").write_text("另一个文件夹", encoding="utf-8")
    with pytest.raises(StdkitError):
        add_folder(Adding(tmp_path / "other", place))


def test_a_corpus_within_the_set_can_be_moved_with_it(tmp_path: Path, folder: Path) -> None:
    inner = tmp_path / "set" / "参考"
    (tmp_path / "set").mkdir()
    folder.rename(inner)
    add_folder(Adding(inner, corpus_directory(tmp_path / "set", "a")))
    (tmp_path / "set").rename(tmp_path / "moved")
    place = corpus_directory(tmp_path / "moved", "a")
    assert stale_documents(place) == ()
    assert find(place, TEXTS["走访规定.txt"], tmp_path) == ["走访规定.txt"]


def test_documents_that_are_gone_or_changed_are_told_and_never_guessed(tmp_path: Path, folder: Path, place: Path) -> None:
    add_folder(Adding(folder, place))
    (folder / "走访规定.txt").unlink()
    (folder / "法律/条例.txt").write_text("别的内容", encoding="utf-8")
    gone, changed = Unread("走访规定.txt", Why.VANISHED), Unread("法律/条例.txt", Why.CHANGED)
    assert stale_documents(place) == tuple(sorted([gone, changed]))
    draft = tmp_path / "draft.txt"
    draft.write_text("\n".join(TEXTS.values()), encoding="utf-8")
    checked = check_with_corpus([draft], place)
    (each,) = checked.compared
    assert [passage.source for passage in each.comparison.passages] == ["laws/rules.md"]
    assert set(each.comparison.unverified) == {"走访规定.txt", "法律/条例.txt"}
    assert set(checked.unread_sources) == {gone, changed}


def test_a_corpus_compares_as_a_folder_in_memory_does(tmp_path: Path, folder: Path, place: Path) -> None:
    add_folder(Adding(folder, place))
    draft = tmp_path / "draft.txt"
    draft.write_text("前面是自己的话，与别处都不相同。\n" + "\n".join(TEXTS.values()) + "\n后面也是自己写的。", encoding="utf-8")
    memory, disk = check_files([draft], folder), check_with_corpus([draft], place)
    assert list(memory.detections()) == list(disk.detections())
    assert len(list(memory.detections())) == 3
    assert memory.compared[0].comparison == disk.compared[0].comparison
    assert (memory.count, memory.characters) == (disk.count, disk.characters)


def test_a_file_that_is_checked_is_no_source_for_itself(folder: Path) -> None:
    checked = check_files([folder / "走访规定.txt"], folder)
    assert checked.count == 2
    assert list(checked.detections()) == []


def damage(place: Path, suffix: str) -> None:
    (file,) = place.glob(f"*.{suffix}")
    content = bytearray(file.read_bytes())
    content[70] ^= 1
    file.write_bytes(content)


@pytest.mark.parametrize("suffix", ["keys", "sources"])
def test_a_damaged_corpus_is_made_anew_from_the_files(tmp_path: Path, folder: Path, place: Path, suffix: str) -> None:
    add_folder(Adding(folder, place, {"走访规定.txt": {"level": "local"}}))
    damage(place, suffix)
    draft = tmp_path / "draft.txt"
    draft.write_text("\n".join(TEXTS.values()), encoding="utf-8")
    with pytest.raises(DamagedError):
        check_with_corpus([draft], place)
    (folder / "laws/rules.md").unlink()
    done = add_folder(Adding(folder, place, rebuild=True))
    assert damages(place) == ()
    assert names(place) == sorted(["走访规定.txt", "法律/条例.txt"])
    about = {source.name: source.about for _, source in open_index(place).sources()}
    if suffix == "keys":  # what was known is in the other file
        assert (sorted(done.changed), done.removed) == (sorted(["走访规定.txt", "法律/条例.txt"]), ["laws/rules.md"])
        assert about["走访规定.txt"] == {"level": "local"}
    else:
        assert sorted(done.added) == sorted(["走访规定.txt", "法律/条例.txt"])
        assert about["走访规定.txt"] == {}


def test_a_corpus_is_removed_and_its_files_stay(folder: Path, place: Path) -> None:
    add_folder(Adding(folder, place))
    assert corpus_names(place.parents[2]) == ("参考",)
    remove_corpus(place)
    assert not place.exists()
    assert corpus_names(place.parents[2]) == ()
    assert set(list_folder(folder).names) == set(TEXTS)


def test_a_corpus_that_is_being_written_is_neither_written_nor_removed(folder: Path, place: Path) -> None:
    add_folder(Adding(folder, place))
    with writer(place, 4):
        with pytest.raises(BusyError):
            add_folder(Adding(folder, place))
        with pytest.raises(BusyError):
            remove_corpus(place)
    assert names(place) == sorted(TEXTS)


def test_git_does_not_see_corpora(folder: Path, place: Path) -> None:
    add_folder(Adding(folder, place))
    assert (place.parent / ".gitignore").read_text(encoding="utf-8") == "*\n"


@pytest.mark.parametrize("name", ["", "a/b", "..", "A", "-a", "a b", "x" * 65])
def test_names_that_a_corpus_cannot_have(tmp_path: Path, name: str) -> None:
    with pytest.raises(StdkitError):
        corpus_directory(tmp_path, name)


class StoppedError(Exception):
    """Thrown in the place of a change on the disk."""


class StoppingDisk(Disk):
    """A disk that stops before the n-th change."""

    def __init__(self, steps: int) -> None:
        self.steps = steps

    def _step(self) -> None:
        if not self.steps:
            raise StoppedError
        self.steps -= 1

    def remove(self, path: Path) -> None:
        self._step()
        super().remove(path)

    def remove_directory(self, path: Path) -> None:
        self._step()
        super().remove_directory(path)

    def rename(self, source: Path, target: Path) -> None:
        self._step()
        super().rename(source, target)

    def sync(self, directory: Path) -> None:
        self._step()
        super().sync(directory)


def test_stopped_while_being_removed_a_corpus_is_there_or_not(tmp_path: Path, folder: Path) -> None:
    seen = set()
    for steps in range(12):
        place = corpus_directory(tmp_path / f"set{steps}", "a")
        add_folder(Adding(folder, place))
        try:
            remove_corpus(place, StoppingDisk(steps))
        except StoppedError:
            known = corpus_names(tmp_path / f"set{steps}")
            seen.add(known)
            assert not known or names(place) == sorted(TEXTS)
            assert add_folder(Adding(folder, place)).unread == []
            assert names(place) == sorted(TEXTS)
        else:
            assert steps > 3
            break
    assert seen == {("a",), ()}


def test_stopped_while_being_added_a_corpus_is_before_or_after(tmp_path: Path, folder: Path) -> None:
    seen = set()
    for steps in range(40):
        place = corpus_directory(tmp_path / f"set{steps}", "a")
        add_folder(Adding(folder, place))
        (folder / "new.txt").write_text("新增的条文：各村妇联应当在每年年底以前公布联系户名册。", encoding="utf-8")
        try:
            add_folder(Adding(folder, place, disk=StoppingDisk(steps)))
        except StoppedError:
            seen.add(tuple(names(place)))
            assert damages(place) == ()
        else:
            break
        finally:
            (folder / "new.txt").unlink()
    assert seen == {tuple(sorted(TEXTS)), tuple(sorted([*TEXTS, "new.txt"]))}


def test_a_file_that_vanishes_after_it_was_listed_is_named(folder: Path, place: Path) -> None:
    def remove(done: int, of: int) -> None:
        if done == 0:
            (folder / "走访规定.txt").unlink()

    done: Added = add_folder(Adding(folder, place, progress=remove))
    assert done.unread == [Unread("走访规定.txt", Why.VANISHED)]
    assert names(place) == sorted(set(TEXTS) - {"走访规定.txt"})


def test_an_open_library_gives_the_texts_by_number(folder: Path, place: Path) -> None:
    add_folder(Adding(folder, place))
    with open_library(place) as (library, sources):
        texts = {sources.name(number): sources.text(number) for number in range(len(library.sources))}
    assert {name: text.characters for name, text in texts.items() if text} == TEXTS

"""Loose files compared with a folder of sources, or with a corpus: what ``stdkit originality check`` shows, for programs.

checked = check_files([Path("draft.docx")], Path("references"))
for each in checked.compared:
print(each.comparison.text, each.comparison.overlap, each.comparison.passages)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from os.path import realpath
from pathlib import Path

from stdkit.corpora.extract import Extractor, file_bytes
from stdkit.corpora.folder import list_folder
from stdkit.corpora.library import open_library
from stdkit.corpora.reasons import Extracted, Unread, Why
from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.originality.compare import Library, Settings, compare, library_of
from stdkit.originality.passages import Comparison, Text

Progress = Callable[[str, int, int], None]
"""Told what is being done ("read" or "compare") and how many of how many are done."""


def _silent(what: str, done: int, of: int) -> None:
    """Say nothing."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A file: its text, and what it shares with the sources."""

    extracted: Extracted
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Checked:
    """The files that were compared, and what with.

    ``sources`` are the texts of a folder by name, of a corpus those that hold passages. ``count`` and ``characters`` say how many
    sources there were and how long they are together. ``unread`` are files that could not be read, ``unread_sources`` such
    sources, and those of a corpus that are not there as they were added.
    """

    compared: tuple[Compared, ...]
    sources: dict[str, Extracted]
    count: int
    characters: int
    unread: tuple[Unread, ...]
    unread_sources: tuple[Unread, ...]

    def detections(self) -> Iterator[dict[str, str | int]]:
        """Yield one mapping a passage: names of the files and offsets in code points, ends exclusive."""
        for each in self.compared:
            for passage in each.comparison.passages:
                yield {
                    "suspicious": each.comparison.text,
                    "source": passage.source,
                    "susp_start": passage.here.start,
                    "susp_end": passage.here.end,
                    "src_start": passage.there.start,
                    "src_end": passage.there.end,
                }


def check_files(files: Sequence[Path], against: Path, settings: Settings | None = None, progress: Progress = _silent) -> Checked:
    """Return what files share with the files of a folder; a file that is to be checked is no source for any of them.

    Raises ``StdkitError`` when there is nothing to compare with.
    """
    unread: list[Unread] = []
    sources: dict[str, Extracted] = {}
    with Extractor() as extractor:
        for found in read_sources(files, against, extractor, progress):
            if isinstance(found, Unread):
                unread.append(found)
            else:
                sources.update([found])
        if not sources:
            raise nothing_in(against)
        library = library_of([Text(name, each.characters) for name, each in sources.items()])
        compared, wrong = _compared(files, library, extractor, settings or Settings(), progress)
    length = sum(len(each.characters) for each in sources.values())
    return Checked(compared, sources, len(sources), length, wrong, tuple(sorted(unread)))


def nothing_in(folder: Path) -> StdkitError:
    """Return the error that a folder holds nothing to compare with."""
    return StdkitError(Bilingual(f"{folder} 中没有可以对比的文本", f"there are no texts in {folder} to compare with"))


def read_sources(
    files: Sequence[Path], against: Path, extractor: Extractor, progress: Progress
) -> Iterator[tuple[str, Extracted] | Unread]:
    """Yield name and text of each file of a folder, or why it was not read; files that are to be checked are no sources."""
    own = {realpath(each) for each in files}
    listing = list_folder(against)
    yield from listing.unread
    names = [name for name in listing.names if realpath(against / name) not in own]
    for done, name in enumerate(names):
        progress("read", done, len(names))
        found = read_file(against / name, name, extractor)
        yield found if isinstance(found, Unread) else (name, found)


def check_with_corpus(
    files: Sequence[Path], directory: Path, settings: Settings | None = None, progress: Progress = _silent
) -> Checked:
    """Return what files share with the documents of the corpus kept in a folder.

    Raises ``FileNotFoundError`` when there is no corpus, ``DamagedError`` when its index is damaged.
    """
    with Extractor() as extractor, open_library(directory, extractor) as (library, sources):
        listed = [source for _, source in sources.index.sources()]
        compared, wrong = _compared(files, library, extractor, settings or Settings(), progress)
        named = {passage.source for each in compared for passage in each.comparison.passages}
        texts = {name: Extracted(text.characters) for name in sorted(named) if (text := sources.named(name))}
        unread = tuple(sorted(sources.unread.values()))
    return Checked(compared, texts, len(listed), sum(each.characters for each in listed), wrong, unread)


def _compared(
    files: Sequence[Path], library: Library, extractor: Extractor, settings: Settings, progress: Progress
) -> tuple[tuple[Compared, ...], tuple[Unread, ...]]:
    compared, unread = [], []
    for done, (file, name) in enumerate(zip(files, names_of(files), strict=True)):
        progress("compare", done, len(files))
        found = read_file(file, name, extractor)
        if isinstance(found, Unread):
            unread.append(found)
        else:
            compared.append(Compared(found, compare(Text(name, found.characters), library, settings)))
    progress("compare", len(files), len(files))
    return tuple(compared), tuple(unread)


def names_of(files: Sequence[Path]) -> Iterator[str]:
    """Yield the name of each file; its path where two have the same name."""
    count = Counter(each.name for each in files)
    yield from (each.name if count[each.name] == 1 else each.as_posix() for each in files)


def read_file(file: Path, name: str, extractor: Extractor) -> Extracted | Unread:
    """Return the text of a file, or why it was not read."""
    content = file_bytes(file, name)
    found = content if isinstance(content, Unread) else extractor.text(content, name)
    return replace(found, why=Why.OLD_KIND) if isinstance(found, Unread) and found.why is Why.OTHER_KIND else found

"""A folder of documents → a corpus: what is new or has changed is read, what is gone is taken out, all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from stdkit.corpora.extract import Extractor, file_bytes
from stdkit.corpora.folder import list_folder
from stdkit.corpora.library import digest
from stdkit.corpora.place import folder_of, make_place, path_of
from stdkit.corpora.reasons import Extracted, Unread, Why
from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.originality.batches import BATCH, marked_runs_of_many
from stdkit.originality.disk import Disk
from stdkit.originality.index import damages, open_index, outdated
from stdkit.originality.indexed_sources import Source
from stdkit.originality.lock import LOCK, writing
from stdkit.originality.manifest import MANIFEST
from stdkit.originality.writer import Writer, writer

DENSITY, LARGE_DENSITY = 4, 8
"""One run of so many is kept: in a corpus of references, and in a large library."""
LARGE = 5_000
"""A corpus that begins with more files is a large library."""

Progress = Callable[[int, int], None]
About = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Adding:
    """What is to be added: a folder, and where the corpus is kept.

    ``about`` says what is known of each document; ``None``: what was known stays. ``without`` is a file of the folder that is no
    document. ``rebuild``: damaged segments are made anew. ``progress`` is told how many of how many files are done.
    """

    folder: Path
    directory: Path
    about: About | None = None
    without: Path | None = None
    rebuild: bool = False
    progress: Progress | None = None
    disk: Disk = field(default_factory=Disk)


@dataclass(slots=True)
class Added:
    """What adding a folder has done, by the names of the documents."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    described: list[str] = field(default_factory=list)
    unchanged: int = 0
    removed: list[str] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    twice: list[tuple[str, str]] = field(default_factory=list)
    silent_pages: list[tuple[str, tuple[int, ...]]] = field(default_factory=list)
    characters: int = 0

    @property
    def anything(self) -> bool:
        """Whether the corpus is another one than before."""
        return bool(self.added or self.changed or self.described or self.removed)


def add_folder(adding: Adding) -> Added:
    """Bring a corpus to what its folder holds now.

    Raises ``StdkitError`` when there is nothing to add or the corpus is that of another folder; ``BusyError`` when another
    command is changing it; ``DamagedError`` when its index is damaged.
    """
    listing = list_folder(adding.folder, without=adding.without)
    if not listing.names and not listing.unread:
        raise StdkitError(Bilingual(f"{adding.folder} 中没有文件", f"there are no files in {adding.folder}"))
    make_place(adding.directory, adding.disk)
    density = LARGE_DENSITY if len(listing.names) > LARGE else DENSITY
    with writer(adding.directory, density, adding.disk) as changes, Extractor() as extractor:
        _require_same_folder(adding, changes)
        dropped = _drop_damaged(adding, changes)
        known = {source.name: (number, source) for number, source in changes.sources()}
        work = _Work(adding, changes, known, dropped, extractor, Added(unread=list(listing.unread)))
        for done, name in enumerate(listing.names):
            if adding.progress:
                adding.progress(done, len(listing.names))
            work.file(name)
        return work.done()


def _require_same_folder(adding: Adding, changes: Writer) -> None:
    if "folder" not in changes.manifest.about:
        return
    folder = folder_of(adding.directory, changes.manifest)
    if folder.resolve() != adding.folder.resolve():
        name = adding.directory.name
        raise StdkitError(
            Bilingual(
                f"语料 {name} 收的是 {folder}：用 --as 另起名称，或者先 stdkit corpus remove {name}",
                f"corpus {name} is that of {folder}: give another name with --as, or stdkit corpus remove {name} first",
            )
        )


def _drop_damaged(adding: Adding, changes: Writer) -> dict[str, Mapping[str, str]]:
    """Take out damaged segments, when asked to, and those of another version; return what was known of their documents."""
    if adding.rebuild:
        names = {each.segment for each in damages(adding.directory, adding.disk)}
    else:
        names = set(outdated(adding.directory, changes.manifest, adding.disk))
    dropped = [changes.drop(name) for name in sorted(names)]
    return {source.name: source.about for sources in dropped for source in sources or ()}


@dataclass(slots=True)
class _Work:
    """The files one after the other; what is left of ``known`` at the end is no longer in the folder."""

    adding: Adding
    changes: Writer
    known: dict[str, tuple[int, Source]]
    dropped: dict[str, Mapping[str, str]]
    extractor: Extractor
    result: Added
    digests: dict[str, str] = field(default_factory=dict)
    pending: list[tuple[Source, str]] = field(default_factory=list)
    pending_characters: int = 0

    def file(self, name: str) -> None:
        """Take in one file."""
        content = file_bytes(self.adding.folder / name, name)
        if isinstance(content, Unread):
            self.result.unread.append(content)
            return
        own = digest(content)
        before = self.known.get(name)
        if before and before[1].digest == own:
            self._as_before(name)
        else:
            found = self.extractor.text(content, name)
            if isinstance(found, Unread):
                self.result.unread.append(found)
                return
            self._add(name, own, found)
        first = self.digests.setdefault(own, name)
        if first != name:
            self.result.twice.append((name, first))

    def _as_before(self, name: str) -> None:
        number, source = self.known.pop(name)
        self.result.characters += source.characters
        about = self._about(name, source.about)
        if about == source.about:
            self.result.unchanged += 1
        else:
            self.changes.describe(number, replace(source, about=about))
            self.result.described.append(name)

    def _add(self, name: str, own: str, found: Extracted) -> None:
        before = self.known.pop(name, None)
        about = self._about(name, before[1].about if before else self.dropped.get(name, {}))
        self.pending.append((Source(name, own, len(found.characters), about), found.characters))
        self.pending_characters += len(found.characters)
        if self.pending_characters >= BATCH:
            self._index()
        self.result.characters += len(found.characters)
        if found.silent_pages:
            self.result.silent_pages.append((name, found.silent_pages))
        if before:
            self.changes.remove(before[0])
        (self.result.changed if before or self.dropped.pop(name, None) is not None else self.result.added).append(name)

    def _index(self) -> None:
        runs = marked_runs_of_many([text for _, text in self.pending], self.changes.manifest.density)
        for (source, _), (hashes, marks) in zip(self.pending, runs, strict=True):
            self.changes.add(source, hashes, marks)
        self.pending, self.pending_characters = [], 0

    def _about(self, name: str, before: Mapping[str, str]) -> Mapping[str, str]:
        return before if self.adding.about is None else dict(self.adding.about.get(name, {}))

    def done(self) -> Added:
        """Take out what is no longer there, and make it all hold."""
        self._index()
        for name, (number, _) in sorted(self.known.items()):
            self.changes.remove(number)
            self.result.removed.append(name)
        self.result.removed.extend(sorted(self.dropped))
        if self.result.anything or self.adding.rebuild or not (self.adding.directory / MANIFEST).exists():
            self.changes.commit({"folder": path_of(self.adding.directory, self.adding.folder)})
        self.result.unread.sort()
        return self.result


def remove_corpus(directory: Path, disk: Disk | None = None) -> None:
    """Remove a corpus: its manifest first, so that it is gone whatever comes between; the documents stay where they are.

    Raises ``BusyError`` when another command is changing it.
    """
    used = disk or Disk()
    with writing(directory):
        used.remove(directory / MANIFEST)
        used.sync(directory)
        for name in used.names(directory):
            if name != LOCK:
                used.remove(directory / name)
    used.remove(directory / LOCK)
    used.remove_directory(directory)


def stale_documents(directory: Path) -> tuple[Unread, ...]:
    """Return the documents of a corpus that are gone or are not as they were added.

    Raises ``FileNotFoundError`` when there is no corpus, ``DamagedError`` when its index is damaged.
    """
    index = open_index(directory)
    folder = folder_of(directory, index.manifest)
    found = []
    for _, source in index.sources():
        content = file_bytes(folder / source.name, source.name)
        if isinstance(content, Unread):
            found.append(content)
        elif digest(content) != source.digest:
            found.append(Unread(source.name, Why.CHANGED))
    return tuple(sorted(found))

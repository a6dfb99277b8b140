"""A corpus that is open: its index, and the texts of its documents where they lie."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from stdkit.corpora.extract import Extractor, file_bytes
from stdkit.corpora.place import folder_of
from stdkit.corpora.reasons import Unread, Why
from stdkit.originality.compare import Library
from stdkit.originality.index import Index, open_index
from stdkit.originality.indexed_sources import Source
from stdkit.originality.passages import Text


class CorpusSources:
    """The documents of a corpus by number; ``unread`` names those whose text is not to be had as it was added."""

    def __init__(self, index: Index, folder: Path, extractor: Extractor) -> None:
        self.index, self._folder, self._extractor = index, folder, extractor
        self.unread: dict[str, Unread] = {}

    def __len__(self) -> int:
        return len(self.index)

    def name(self, number: int) -> str:
        """The name of a document: where it lies in the folder of the corpus."""
        return self._found(number).name

    def text(self, number: int) -> Text | None:
        """The text of a document; None when its file is not there, is not as it was added, or cannot be read."""
        source = self._found(number)
        content = file_bytes(self._folder / source.name, source.name)
        if isinstance(content, bytes) and digest(content) != source.digest:
            content = Unread(source.name, Why.CHANGED)
        found = content if isinstance(content, Unread) else self._extractor.text(content, source.name)
        if isinstance(found, Unread):
            self.unread[source.name] = found
            return None
        return Text(source.name, found.characters)

    def named(self, name: str) -> Text | None:
        """The text of the document with a name, likewise."""
        return next((self.text(number) for number, source in self.index.sources() if source.name == name), None)

    def _found(self, number: int) -> Source:
        source = self.index.source(number)
        assert source is not None  # the numbers are those that the index has given
        return source


@contextmanager
def open_library(directory: Path) -> Iterator[tuple[Library, CorpusSources]]:
    """Open the corpus that is kept in a folder, to compare texts with it.

    Raises ``FileNotFoundError`` when there is none, ``DamagedError`` when its index is damaged.
    """
    index = open_index(directory)
    with Extractor() as extractor:
        sources = CorpusSources(index, folder_of(directory, index.manifest), extractor)
        yield Library(index, sources), sources


def digest(content: bytes) -> str:
    """Return that by which a file is known again."""
    return sha256(content).hexdigest()

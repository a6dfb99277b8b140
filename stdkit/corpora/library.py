"""A corpus that is open: its index, and the texts of its documents where they lie."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from stdkit.corpora.extract import Extractor, file_bytes
from stdkit.corpora.place import folder_of
from stdkit.corpora.reasons import Unread, Why
from stdkit.corpora.remembered import Remembered
from stdkit.originality.compare import Library
from stdkit.originality.index import Index, open_index
from stdkit.originality.indexed_sources import Source
from stdkit.originality.library import Order, ordered_by_name
from stdkit.originality.passages import Text


class CorpusSources:
    """The documents of a corpus by number; ``unread`` names those whose text is not to be had as it was added."""

    def __init__(self, index: Index, folder: Path, extractor: Extractor) -> None:
        self.index, self._folder, self._extractor = index, folder, extractor
        self.unread: dict[str, Unread] = {}
        self._read: Remembered[int, Text | None] = Remembered(lambda text: len(text.characters) if text else 0)

    def __len__(self) -> int:
        return self.index.count

    def order(self) -> Order | None:
        """The order of the documents by name: that of their numbers says in which order they were added."""
        return self._order

    @cached_property
    def _order(self) -> Order | None:
        return ordered_by_name(self._names, len(self.index))

    @cached_property
    def _names(self) -> dict[int, str]:
        return {number: source.name for number, source in self.index.sources()}

    def name(self, number: int) -> str:
        """The name of a document: where it lies in the folder of the corpus."""
        return self._found(number).name

    def text(self, number: int) -> Text | None:
        """The text of a document; None when its file is not there, is not as it was added, or cannot be read.

        A comparison asks for it at every passage: it is read once.
        """
        return self._read.value(number, lambda: self._text(number))

    def _text(self, number: int) -> Text | None:
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
        number = next((number for number, known in self._names.items() if known == name), None)
        return None if number is None else self.text(number)

    def _found(self, number: int) -> Source:
        source = self.index.source(number)
        assert source is not None  # the numbers are those that the index has given
        return source


@contextmanager
def open_library(directory: Path, extractor: Extractor | None = None) -> Iterator[tuple[Library, CorpusSources]]:
    """Open the corpus that is kept in a folder, to compare texts with it; its files are read by one of its own or that given.

    Raises ``FileNotFoundError`` when there is none, ``DamagedError`` when its index is damaged.
    """
    index = open_index(directory)
    with nullcontext(extractor) if extractor else Extractor() as reader:
        sources = CorpusSources(index, folder_of(directory, index.manifest), reader)
        yield Library(index, sources, order=sources.order), sources


def digest(content: bytes) -> str:
    """Return that by which a file is known again."""
    return sha256(content).hexdigest()

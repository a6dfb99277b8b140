"""The texts outside a set that it is compared with: its corpora, opened, with what is known of each text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from stdkit.corpora.library import CorpusSources, open_library
from stdkit.corpora.place import corpus_directory, corpus_names
from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.originality.compare import Library as Comparable
from stdkit.originality.damage import DamagedError
from stdkit.resolve.resolved import ResolvedSet

AUTHORITY = ("law", "international", "national", "industry", "local", "group", "enterprise", "other")
"""The levels of documents, the one with most authority first."""
LOOK_BACK = 20_000
_CLAUSE = (
    r"^[ \t\u3000#>*]*(第[一二三四五六七八九十百千零〇0-9]+[条章]|附录[ \u3000]?[A-Z]|Annex [A-Z]|[A-Z]?(?:\.?\d{1,3}){1,6})"
    r"(?=[ \t\u3000.．、]|$)"
)


class Known(NamedTuple):
    """What is known of a text: its name, number and title, level, date of issue and status; whether it is of the set."""

    name: str
    number: str = ""
    title: str = ""
    level: str = "other"
    date: str = ""
    status: str = ""
    own: bool = False

    @property
    def rank(self) -> tuple[int, str, str]:
        """What decides who is named as the source: authority, then the earlier date; who has no date comes last."""
        authority = AUTHORITY.index(self.level) if self.level in AUTHORITY else len(AUTHORITY)
        return authority, self.date or "9999", self.name


class Corpus(NamedTuple):
    """A collection that the texts were compared with: its name and version, how much it holds, its remark."""

    name: str
    version: str
    documents: int
    characters: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Library:
    """A corpus that is open, and what is known of its texts by their names."""

    corpus: Corpus
    library: Comparable
    sources: CorpusSources
    documents: Mapping[str, Known]
    numbers: Mapping[str, int]
    texts: dict[str, str] = field(default_factory=dict)

    def known(self, name: str) -> Known:
        """Return what is known of a text."""
        return self.documents.get(name) or Known(name)

    def text(self, name: str) -> str:
        """Return the characters of a text, none when they are no longer to be had; a text is read once."""
        if name not in self.texts:
            text = self.sources.text(self.numbers[name]) if name in self.numbers else None
            self.texts[name] = text.characters if text else ""
        return self.texts[name]


@contextmanager
def open_libraries(resolved: ResolvedSet) -> Iterator[tuple[Library, ...]]:
    """Open the corpora of a set. Raises ``StdkitError`` when one is damaged."""
    directory, notes = resolved.source.directory, dict(resolved.index.system.corpora)
    with ExitStack() as stack:
        opened = []
        for name in corpus_names(directory):
            try:
                library, sources = stack.enter_context(open_library(corpus_directory(directory, name)))
                opened.append(_library(name, notes.get(name, ""), library, sources))
            except DamagedError as error:
                raise _damaged(name, error) from error
        try:
            yield tuple(opened)
        except DamagedError as error:
            raise _damaged("、".join(each.corpus.name for each in opened), error) from error


def missing_corpora(resolved: ResolvedSet) -> tuple[str, ...]:
    """Return the corpora that the system names and nobody has made here."""
    there = corpus_names(Path(resolved.source.directory))
    return tuple(name for name, _ in resolved.index.system.corpora if name not in there)


def clause_before(text: str, offset: int) -> str:
    """Return the number of the clause or article that a place of a plain text stands in; empty where none is to be seen."""
    line_end = text.find("\n", offset)
    window = text[max(0, offset - LOOK_BACK) : line_end if line_end >= 0 else len(text)]
    found = ""
    for match in re.finditer(_CLAUSE, window, re.MULTILINE):
        found = match[1]
    return found


def _library(name: str, note: str, library: Comparable, sources: CorpusSources) -> Library:
    documents, numbers, characters, digest = {}, {}, 0, sha256()
    for number, source in sorted(sources.index.sources(), key=lambda each: each[1].name):
        about = source.about
        documents[source.name] = Known(
            name=source.name,
            number=about.get("number", ""),
            title=about.get("title", ""),
            level=about.get("level") or "other",
            date=about.get("issued", ""),
            status=about.get("status", ""),
        )
        numbers[source.name] = number
        characters += source.characters
        digest.update(f"{source.name}\n{source.digest}\n".encode())
    corpus = Corpus(name, digest.hexdigest()[:12], len(documents), characters, note)
    return Library(corpus, library, sources, documents, numbers)


def _damaged(name: str, error: DamagedError) -> StdkitError:
    zh = f"语料 {name} 损坏（{error.damage}）：先运行 stdkit corpus verify --rebuild"
    return StdkitError(Bilingual(zh, f"corpus {name} is damaged ({error.damage}): run stdkit corpus verify --rebuild first"))

"""A warm set: what has changed on disk in, the set with its findings and pages out; nothing is written."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from stdkit.check.checker import check
from stdkit.compose.standard import compose_standard
from stdkit.model.diagnostics import Bilingual, Diagnostic, Span, StdkitError
from stdkit.model.document import Document
from stdkit.model.house import House
from stdkit.publish.formats.html import page_of
from stdkit.read.house import load_house
from stdkit.read.load import FileState, Memory, UnreadableSystemError, file_state, load
from stdkit.render import html
from stdkit.render.anchors import fragments, safe_name
from stdkit.resolve.memory import Memory as TextMemory
from stdkit.resolve.numbering import SCOPE
from stdkit.resolve.passages import Key, key
from stdkit.resolve.resolve import resolve
from stdkit.resolve.resolved import ResolvedSet

States = Mapping[Path, FileState | None]


@dataclass(frozen=True, slots=True)
class Reading:
    """A set as it is now; ``failure`` says why it could not be read, then ``resolved`` is ``None``.

    ``judged`` says that the rules have been run; before, ``diagnostics`` are those of reading and resolving alone.
    """

    resolved: ResolvedSet | None
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, Sequence[str]]
    failure: Bilingual | None = None
    judged: bool = True

    def findings(self, path: str) -> tuple[Diagnostic, ...]:
        """Return what is wrong in a file."""
        return tuple(each for each in self.diagnostics if each.path == path)


@dataclass(slots=True)
class Session:
    """The set in a folder, kept warm: a standard is read again only when its file is another one than before."""

    directory: Path
    _memory: Memory = field(default_factory=Memory)
    _texts: TextMemory = field(default_factory=TextMemory)
    _states: States | None = None
    _house: tuple[str, States, House] | None = None

    def has_changed(self) -> bool:
        """Return whether a file of the set is another one than when it was last read; always before the first time."""
        return self._states is None or _now(self.directory) != self._states

    def read(self) -> Reading:
        """Return the set as it is now, with all findings."""
        return judge(self.glance())

    def glance(self) -> Reading:
        """Return the set as it is now, not judged by the rules yet: its text is there in half the time."""
        self._states = _now(self.directory)
        try:
            standards = load(self.directory, self._memory)
            resolved = resolve(standards, self._house_named(standards.system.house), self._texts)
        except UnreadableSystemError as error:
            return Reading(None, error.diagnostics, error.sources, error.message)
        except StdkitError as error:
            return Reading(None, (), {}, error.message)
        except OSError as error:  # the folder is being moved or put back
            return Reading(None, (), {}, Bilingual(f"不能读取：{error.strerror}", f"cannot be read: {error.strerror}"))
        found = tuple(sorted((*standards.diagnostics, *resolved.diagnostics)))
        return Reading(resolved, found, standards.sources, judged=False)

    def _house_named(self, name: str) -> House:
        """Return the house, read again when its name or its files beside the set have changed."""
        folder = self.directory / "templates"
        states = {file: state for file, state in (self._states or {}).items() if file.is_relative_to(folder)}
        if self._house is None or self._house[:2] != (name, states):
            self._house = (name, states, load_house(name, self.directory))
        return self._house[2]


def judge(reading: Reading) -> Reading:
    """Return a reading with the findings of the rules."""
    if reading.judged or reading.resolved is None:
        return reading
    found = tuple(sorted((*reading.diagnostics, *check(reading.resolved))))
    return Reading(reading.resolved, found, reading.sources)


def _now(directory: Path) -> States:
    """Return the files of a set with their states, none while its folder cannot be read."""
    try:
        return dict(_states(directory))
    except OSError:
        return {}


def _states(directory: Path) -> Iterator[tuple[Path, FileState | None]]:
    """Yield every file of a set with its state; what ``render`` has written beside it is none of its files."""
    for entry in sorted(directory.iterdir()):
        if entry.is_file():
            yield entry, file_state(entry)
        elif (not entry.name.startswith(".") or entry.name == ".state") and not (entry / "manifest.json").is_file():
            yield from ((file, file_state(file)) for file in sorted(entry.rglob("*")) if file.is_file())


@dataclass(frozen=True, slots=True)
class Shown:
    """A standard as a page shows it: its Document, where others lead to, its house; ``begins`` are its clauses in its file."""

    document: Document
    links: Mapping[str, str]
    page: html.Page
    begins: tuple[tuple[Key, str], ...]

    def fragment(self, at: Span) -> str | None:
        """Return the place of the page that stands for a place of the file, ``None`` before the first clause."""
        position = bisect_right([where for where, _ in self.begins], key(at)) - 1
        return self.begins[position][1] if position >= 0 else None


def show(resolved: ResolvedSet, identifier: str) -> Shown | None:
    """Return a standard to be shown; ``None`` for one that has no text, or whose file cannot be read.

    Raises ``StdkitError`` when it cannot be composed.
    """
    standard = resolved.standards.get(identifier)
    if standard is None:
        return None
    document = compose_standard(resolved, identifier)
    places = fragments(document)
    anchors = [(where, f"{identifier}/{label.anchor}") for where, label in standard.numbering.labels.items()]
    for part, blocks in (("introduction", standard.standard.introduction), (f"c-{SCOPE}", standard.standard.scope)):
        anchors += [(key(block.at), f"{identifier}/{part}") for block in blocks[:1]]
    begins = sorted((where, places[anchor]) for where, anchor in anchors if anchor in places)
    return Shown(document, _links(resolved), page_of(resolved.house), tuple(begins))


def _links(resolved: ResolvedSet) -> dict[str, str]:
    """Return where the places of all standards are found, each standard on a page of its own."""
    found = {f"{name}/cover": f"/{name}" for name in resolved.standards}
    for name, standard in resolved.standards.items():
        for label in standard.numbering.labels.values():
            if label.anchor:
                found[f"{name}/{label.anchor}"] = f"/{name}#{safe_name(label.anchor)}"
    return found

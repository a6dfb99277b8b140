"""Find a set and read all of it: the system, the registry, the standards, and what is wrong with each file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from stdkit.model.diagnostics import Bilingual, Diagnostic, Severity, Span, StdkitError, slots
from stdkit.model.standard import Standard
from stdkit.model.system import Confirmed, Entry, Failed, StandardSet, System
from stdkit.read.build import build_standard
from stdkit.read.build_system import build_registry, build_system
from stdkit.read.confirmed import CITATIONS, EDITIONS, build_confirmed
from stdkit.read.fields import Fields
from stdkit.read.prose import Parser
from stdkit.read.schema import check_schema
from stdkit.read.source import Data, MappingNode, Source, read_source
from stdkit.read.verdicts import VERDICTS, build_verdicts

SYSTEM, REGISTRY = "system.yaml", "references.yaml"
MODULES = ("general", "service-support", "service-project")
BESIDE = {"figures", ".state", ".stdkit", "templates"}
FIRST = Span(1, 1, 1, 1)


def find_set(start: Path) -> Path:
    """Return the folder of the set at or above ``start``.

    Raises ``StdkitError`` when there is no ``system.yaml`` or ``standards/system.yaml`` from there upwards.
    """
    for folder in (start, *start.parents):
        for candidate in (folder, folder / "standards"):
            if (candidate / SYSTEM).is_file():
                return candidate
    raise StdkitError(
        Bilingual(
            f"从 {start} 向上没有找到 system.yaml：用 -C 指明标准体系所在的文件夹，或用 stdkit init 新建",
            f"no system.yaml from {start} upwards: name the folder of the set with -C, or make one with stdkit init",
        )
    )


def set_directory(named: Path) -> Path:
    """Return the folder of the set that a person has named: itself or its ``standards``.

    Raises ``StdkitError`` when neither holds ``system.yaml``.
    """
    for candidate in (named, named / "standards"):
        if (candidate / SYSTEM).is_file():
            return candidate
    raise StdkitError(Bilingual(f"{named} 中没有 system.yaml", f"there is no system.yaml in {named}"))


class FileState(NamedTuple):
    """What tells that a file is another one than before."""

    changed: int
    size: int
    number: int


class FileRead(NamedTuple):
    """What the file of a standard gave when it was read, and its state then; of standard and failed one is ``None``."""

    state: FileState | None
    standard: Standard | None
    failed: Failed | None
    diagnostics: tuple[Diagnostic, ...]
    lines: tuple[str, ...]


@dataclass(slots=True)
class Memory:
    """What was read before: a set that is read again with the same memory reads only the standards that have changed.

    Every standard depends on ``system.yaml``: when that has changed, all are read again.
    """

    system: FileState | None = None
    files: dict[str, FileRead] = field(default_factory=dict)

    def begin(self, system: FileState | None) -> None:
        """Forget everything when the system is another one."""
        if system != self.system:
            self.files.clear()
        self.system = system


def file_state(file: Path) -> FileState | None:
    """Return the state of a file, ``None`` when there is none."""
    try:
        found = file.stat()
    except OSError:
        return None
    return FileState(found.st_mtime_ns, found.st_size, found.st_ino)


def load(directory: Path, memory: Memory | None = None) -> StandardSet:
    """Return the set in a folder, with what is wrong in its files; ``memory`` holds what was read before.

    Raises ``StdkitError`` when ``system.yaml`` cannot be read: without it nothing else has a meaning.
    """
    reading = _Reading(directory, memory or Memory())
    reading.memory.begin(file_state(directory / SYSTEM))
    source = reading.read(directory / SYSTEM, SYSTEM)
    reading.check(source, "system")
    if reading.failed(source) or not isinstance(source.data, MappingNode):
        raise UnreadableSystemError(source.path, tuple(reading.diagnostics), source.lines)
    fields = reading.fields(source)
    system = build_system(fields)
    registry = reading.registry(directory / REGISTRY)
    defaults = fields.mapping("defaults")
    files = list(reading.standard_files())
    for file in files:
        reading.standard(file, system, defaults)
    confirmed, verdicts = reading.confirmed(), build_verdicts(reading.state(directory / VERDICTS))
    return StandardSet(
        directory=directory,
        system=system,
        registry=registry or {},
        standards=tuple(sorted(reading.standards, key=lambda each: each.path)),
        failed=tuple(reading.known),
        diagnostics=tuple(sorted(reading.diagnostics)),
        files=len(files) + 1 + (registry is None or bool(registry)),
        sources=reading.sources,
        registry_failed=registry is None,
        confirmed=confirmed,
        verdicts=verdicts,
    )


class UnreadableSystemError(StdkitError):
    """``system.yaml`` has findings, so the set cannot be read; they say why."""

    def __init__(self, path: str, diagnostics: tuple[Diagnostic, ...], lines: tuple[str, ...]) -> None:
        line = min((each.span.line for each in diagnostics), default=1)
        zh = f"{path} 无法读取（第{line}行），其余文件未检查"
        en = f"{path} cannot be read (line {line}); nothing else was checked"
        super().__init__(Bilingual(zh, en))
        self.diagnostics = diagnostics
        self.sources = {path: lines}


@dataclass(slots=True)
class _Reading:
    directory: Path
    memory: Memory
    standards: list[Standard] = field(default_factory=list)
    known: list[Failed] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    before: int = 0  # how many diagnostics there were before the file that is being read
    sources: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def path(self, file: Path) -> str:
        """Return the name of a file in the findings."""
        return file.relative_to(self.directory).as_posix()

    def read(self, file: Path, path: str) -> Source:
        self.before = len(self.diagnostics)
        source = read_source(file, path)
        self.sources[source.path] = source.lines
        self.diagnostics.extend(source.diagnostics)
        return source

    def check(self, source: Source, kind: str) -> None:
        if not self.failed(source):
            self.diagnostics.extend(check_schema(source, kind))

    def failed(self, source: Source) -> bool:
        """Return whether the file that is being read has an error."""
        own = self.diagnostics[self.before :]
        return source.data is None or any(each.path == source.path and each.severity is Severity.ERROR for each in own)

    def fields(self, source: Source) -> Fields:
        assert isinstance(source.data, MappingNode)  # the schema has said so
        return Fields(source.data, source.lines, Parser(source.path, self.diagnostics))

    def registry(self, file: Path) -> dict[str, Entry] | None:
        """Return the documents of the registry, ``None`` when it cannot be read."""
        if not file.is_file():
            return {}
        source = self.read(file, self.path(file))
        self.check(source, "references")
        return None if self.failed(source) else build_registry(self.fields(source))

    def confirmed(self) -> Confirmed:
        """Return what is remembered of citations; of a file that cannot be read nothing is."""
        return build_confirmed(self.state(self.directory / CITATIONS), self.state(self.directory / EDITIONS))

    def state(self, file: Path) -> Data:
        source = self.read(file, self.path(file)) if file.is_file() else None
        return source.data if source and not self.failed(source) else None

    def standard_files(self) -> Iterator[Path]:
        """Yield the files of standards in order; anything else beside them is reported."""
        for entry in sorted(self.directory.iterdir(), key=lambda each: each.name):
            if entry.is_dir() and entry.name in MODULES:
                yield from self._module_files(entry)
            elif entry.name not in {SYSTEM, REGISTRY, *BESIDE} and not entry.name.startswith(".") and not _is_build(entry):
                self._stray(entry)

    def _module_files(self, folder: Path) -> Iterator[Path]:
        for entry in sorted(folder.iterdir(), key=lambda each: each.name):
            if entry.suffix == ".yaml" and entry.is_file():
                yield entry
            elif not entry.name.startswith("."):
                self._stray(entry)

    def _stray(self, entry: Path) -> None:
        self.diagnostics.append(Diagnostic(self.path(entry), FIRST, "set-stray-file", Severity.ERROR, slots(name=entry.name)))

    def standard(self, file: Path, system: System, defaults: Fields | None) -> None:
        """Take a standard from memory, or read it."""
        state, before = file_state(file), len(self.diagnostics)
        path = self.path(file)
        kept = self.memory.files.get(path)
        if kept is None or kept.state != state:
            standard, failed = self._build(file, path, system, defaults)
            kept = FileRead(state, standard, failed, tuple(self.diagnostics[before:]), self.sources[path])
            self.memory.files[path] = kept
        else:
            self.diagnostics.extend(kept.diagnostics)
            self.sources[path] = kept.lines
        self.standards.extend([kept.standard] if kept.standard else [])
        self.known.extend([kept.failed] if kept.failed else [])

    def _build(self, file: Path, path: str, system: System, defaults: Fields | None) -> tuple[Standard | None, Failed | None]:
        source = self.read(file, path)
        self.check(source, "standard")
        if self.failed(source):
            return None, _known(source, file.stem)
        fields = self.fields(source)
        module = system.module_of(fields.required("subsystem"))
        standard = build_standard(fields, source.path, module.id if module else file.parent.name, defaults)
        return (None, _known(source, file.stem)) if self.failed(source) else (standard, None)


def _is_build(folder: Path) -> bool:
    """Return whether a folder beside the modules is what ``stdkit render`` has written."""
    return (folder / "manifest.json").is_file()


def _known(source: Source, stem: str) -> Failed:
    """Return what could still be read of a failed file, so that references to it are not judged."""
    data = source.data if isinstance(source.data, MappingNode) else {}
    identifier, number, title = data.get("id"), data.get("number"), data.get("title")
    zh = title.get("zh") if isinstance(title, MappingNode) else title
    return Failed(
        id=identifier if isinstance(identifier, str) else stem,
        path=source.path,
        number=number if isinstance(number, str) else None,
        title=zh if isinstance(zh, str) else None,
    )

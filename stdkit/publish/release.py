"""Put a build into a folder: what this run made, and what earlier runs made that the set still makes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from stdkit import __version__
from stdkit.publish.build import Build
from stdkit.publish.exchange import Exchange, compare, exchange, last_manifest
from stdkit.publish.making import GATHERED
from stdkit.publish.manifest import Entry, Failed, Manifest
from stdkit.resolve.resolved import ResolvedSet


@dataclass(frozen=True, slots=True)
class Release:
    """A build, the set that it was made from, and the formats that were asked for."""

    build: Build
    resolved: ResolvedSet
    formats: tuple[str, ...]


def release(directory: Path, wanted: Release, *, force: bool) -> Exchange:
    """Exchange the files of a folder and return what was done.

    Raises ``EditedFilesError`` when a person's file stands in the way, ``StdkitError`` when the folder cannot be used.
    """
    return exchange(directory, wanted.build.outputs, _manifest(directory, wanted), force=force)


def is_current(directory: Path, wanted: Release) -> bool:
    """Return whether the folder holds just this build; nothing is changed."""
    return compare(directory, wanted.build.outputs, _manifest(directory, wanted)).up_to_date


def _manifest(directory: Path, wanted: Release) -> Manifest:
    made = wanted.build
    listed = [Entry(None, "listed", (name,), None) for name in made.listed]
    last = last_manifest(directory)
    kept = [each for each in (last.documents if last else ()) if _stays(each, wanted)]
    return Manifest(
        stdkit=__version__,
        pages=made.pages,
        fonts=made.fonts,
        documents=(*listed, *kept),
        failed=tuple(Failed(each.name, each.message) for each in made.failures),
        engines=tuple({**(dict(last.engines) if last else {}), **dict(made.engines)}.items()),
    )


def _stays(entry: Entry, wanted: Release) -> bool:
    """Return whether a file of an earlier run stays: this run did not make its like, and the set still could."""
    if entry.path is None or any(entry.path == each.path for each in wanted.build.outputs):
        return False
    standards = wanted.resolved.index.standards
    if not all(name in standards or name in wanted.resolved.index.failed for name in entry.standards):
        return False
    form, _, rest = entry.path.partition("/")
    if entry.kind == "standard":
        return _path_of(entry.standards[0], wanted) in {None, rest.rpartition(".")[0]}
    if entry.kind in GATHERED:
        return True
    made_here = form in wanted.formats and any(set(entry.standards) <= set(each.standards) for each in wanted.build.outputs)
    return not made_here


def _path_of(identifier: str, wanted: Release) -> str | None:
    standard = wanted.resolved.index.standards.get(identifier)
    return f"{standard.module}/{identifier}" if standard else None

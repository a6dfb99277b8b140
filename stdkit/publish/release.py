"""Put a build into a folder: what this run made, and what earlier runs made that the set still makes."""

from __future__ import annotations

from collections.abc import Iterator
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


def standing(directory: Path) -> frozenset[str]:
    """Return the paths of the files of earlier builds that are still in a folder."""
    last = last_manifest(directory)
    return frozenset(path for path in last.files() if (directory / path).is_file()) if last else frozenset()


def is_current(directory: Path, wanted: Release) -> bool:
    """Return whether the folder holds just this build; nothing is changed."""
    return compare(directory, wanted.build.outputs, _manifest(directory, wanted)).up_to_date


def _manifest(directory: Path, wanted: Release) -> Manifest:
    made = wanted.build
    last = last_manifest(directory)
    listed = [Entry(None, "listed", (name,), None) for name in sorted({*made.listed, *_listed(last, wanted)})]
    kept = [each for each in (last.documents if last else ()) if _stays(each, wanted)]
    return Manifest(
        stdkit=__version__,
        pages=made.pages,
        fonts=made.fonts,
        documents=(*listed, *kept),
        failed=tuple(Failed(each.name, each.message) for each in made.failures),
        engines=tuple({**(dict(last.engines) if last else {}), **dict(made.engines)}.items()),
    )


def _listed(last: Manifest | None, wanted: Release) -> Iterator[str]:
    """Yield the standards that earlier runs listed and that the set still has without a text."""
    for each in last.documents if last else ():
        if each.kind == "listed" and each.path is None:
            resolved = wanted.resolved
            yield from (name for name in each.standards if name in resolved.index.standards and name not in resolved.standards)


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
    alike = [each for each in wanted.build.outputs if each.path.startswith(f"{form}/")]
    if not entry.standards:  # an index or a script: it stays where this run has made no asset of the whole
        return not any(each.kind == "asset" and not each.standards for each in alike)
    return not any(set(entry.standards) <= set(each.standards) for each in alike)


def _path_of(identifier: str, wanted: Release) -> str | None:
    standard = wanted.resolved.index.standards.get(identifier)
    return f"{standard.module}/{identifier}" if standard else None

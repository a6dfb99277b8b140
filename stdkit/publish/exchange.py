"""Exchange the files of a folder for those of a new build: all of them or none, whatever happens on the way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.publish.files import Files
from stdkit.publish.journal import Journal, complete, discard, pending, stage
from stdkit.publish.manifest import Manifest, read_manifest
from stdkit.publish.paths import MANIFEST, STAGING
from stdkit.publish.plan import Output, Plan, current_hash, plan

__all__ = ["Comparison", "EditedFilesError", "Exchange", "Output", "compare", "edited_files", "exchange", "last_manifest"]


@dataclass(frozen=True, slots=True)
class Exchange:
    """What was done, as paths in the folder; the manifest is not among them."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """How the folder differs from a build; ``unfinished`` when an exchange was killed and is still to be completed."""

    write: tuple[str, ...]
    remove: tuple[str, ...]
    edited: tuple[str, ...]
    unfinished: bool

    @property
    def up_to_date(self) -> bool:
        """Return whether the folder holds exactly this build."""
        return not (self.write or self.remove or self.unfinished)


class EditedFilesError(StdkitError):
    """Files that a person has put or edited stand in the way; nothing was changed."""

    def __init__(self, paths: tuple[str, ...]) -> None:
        """Name the files."""
        self.paths = paths
        super().__init__(
            Bilingual(
                f"这些文件不是上次生成的样子，没有写入任何文件：{'、'.join(paths)}；要覆盖，请用 --force",
                f"these files are not as the last build left them, nothing was written: {', '.join(paths)}; "
                "use --force to overwrite them",
            )
        )


def exchange(
    directory: Path,
    outputs: Sequence[Output],
    manifest: Manifest,
    *,
    force: bool = False,
    files: Files | None = None,
) -> Exchange:
    """Make the folder hold the outputs and the manifest, and return what was done.

    ``manifest`` says what is known of the build; its ``documents`` are the entries of the last manifest that stay although
    this run did not make them (a run for one module). All other files of the last manifest are removed, files that it does
    not know stay. An exchange that was killed is first completed, or undone when it had not been decided.

    Raises ``EditedFilesError`` when a person's file would be overwritten or removed and ``force`` is not set, and
    ``StdkitError`` when the folder cannot be used. In both cases no file was replaced, unless the message says so.
    """
    files = files or Files()
    _check_directory(directory, files)
    with _told(directory):
        _recover(directory, files, force=force)
        work = plan(directory, outputs, manifest, files)
        if work.edited and not force:
            raise EditedFilesError(work.edited)
        if work.writes or work.removals or work.manifest:
            _make(directory, files)
            _apply(directory, work, files)
    return Exchange(tuple(each.path for each in work.writes), tuple(each.path for each in work.removals), work.unchanged)


def compare(directory: Path, outputs: Sequence[Output], manifest: Manifest, files: Files | None = None) -> Comparison:
    """Return how the folder differs from a build, changing nothing (``--check``)."""
    files = files or Files()
    _check_directory(directory, files)
    with _told(directory):
        journal = pending(directory, files)
        work = plan(directory, outputs, manifest, files)
        written = (*work.writes, *([work.manifest] if work.manifest else []))
        edited = work.edited if journal is None else _edited_since(directory, journal, files)
        removed = tuple(each.path for each in work.removals)
        return Comparison(tuple(each.path for each in written), removed, edited, journal is not None)


def edited_files(directory: Path, outputs: Sequence[Output], manifest: Manifest, files: Files | None = None) -> tuple[str, ...]:
    """Return the files that a person has changed, or put where a build wants to write."""
    return compare(directory, outputs, manifest, files).edited


def last_manifest(directory: Path, files: Files | None = None) -> Manifest | None:
    """Return what the last build left in the folder; ``None`` when there was none or its manifest cannot be read.

    After a kill it is what the exchange leaves there when the next run has completed it.
    """
    files = files or Files()
    with _told(directory):
        journal = pending(directory, files)
        coming = next((each for each in journal.replacements if each.path == MANIFEST), None) if journal else None
        places = [directory / STAGING / coming.staged] if coming else []
        file = next((each for each in (*places, directory / MANIFEST) if files.kind(each) == "file"), None)
        return read_manifest(files.read(file)) if file else None


@contextmanager
def _told(directory: Path) -> Iterator[None]:
    """Turn what the system refuses into a sentence; an exchange that was decided is completed by the next run."""
    try:
        yield
    except OSError as error:
        place, reason = error.filename or directory, error.strerror or error
        raise StdkitError(
            Bilingual(
                f"{place} 不能读写（{reason}）；已开始的更新由下次 render 完成",
                f"{place} cannot be read or written ({reason}); an update that has begun is completed by the next render",
            )
        ) from error


def _check_directory(directory: Path, files: Files) -> None:
    """Raise ``StdkitError`` when something that is no folder stands where the folder or its staging folder belongs."""
    place = directory
    while files.kind(place) is None and place != place.parent:
        place = place.parent
    staging = directory / STAGING
    wrong = place if not place.is_dir() else staging if files.kind(staging) not in (None, "directory") else None
    if wrong is not None:
        raise StdkitError(Bilingual(f"{wrong} 不是文件夹", f"{wrong} is not a folder"))


def _make(directory: Path, files: Files) -> None:
    missing = [each for each in (directory, *directory.parents) if files.kind(each) is None]
    for folder in reversed(missing):
        files.make_directory(folder)


def _apply(directory: Path, work: Plan, files: Files) -> None:
    try:
        journal = stage(directory, work, files)
    except OSError:
        discard(directory, files)  # nothing was decided: leave nothing behind
        raise
    complete(directory, journal, files)
    discard(directory, files)


def _recover(directory: Path, files: Files, *, force: bool) -> None:
    journal = pending(directory, files)
    if journal is not None:
        edited = _edited_since(directory, journal, files)
        if edited and not force:
            raise EditedFilesError(edited)
        complete(directory, journal, files)
    discard(directory, files)


def _edited_since(directory: Path, journal: Journal, files: Files) -> tuple[str, ...]:
    """Return the files that are neither as the killed exchange found them nor as it leaves them."""
    expected: dict[str, set[str | None]] = {each.path: {each.before, each.after} for each in journal.replacements}
    expected |= {each.path: {each.before, None} for each in journal.removals}
    found = ((path, current_hash(directory, path, files), hashes) for path, hashes in expected.items())
    return tuple(sorted(path for path, current, hashes in found if current not in hashes))

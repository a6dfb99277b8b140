"""Every operation on files that an exchange makes, one method each, so that a test can stop between any two of them."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Literal

FileKind = Literal["file", "directory", "other"]


class Files:
    """The file system. Writing methods do one thing each; reading ones change nothing."""

    def kind(self, path: Path) -> FileKind | None:
        """Return what stands at a path without following a link there; ``None`` when nothing does."""
        try:
            mode = path.lstat().st_mode
        except (FileNotFoundError, NotADirectoryError):
            return None
        if stat.S_ISREG(mode):
            return "file"
        return "directory" if stat.S_ISDIR(mode) else "other"

    def read(self, path: Path) -> bytes:
        """Return the content of a file."""
        return path.read_bytes()

    def names(self, directory: Path) -> tuple[str, ...]:
        """Return the names in a folder, sorted; none when there is no such folder."""
        return tuple(sorted(each.name for each in directory.iterdir())) if directory.is_dir() else ()

    def same(self, first: Path, second: Path) -> bool:
        """Return whether two paths lead to one file (names that differ in capitals may)."""
        return first.exists() and second.exists() and first.samefile(second)

    def write_new(self, path: Path, data: bytes) -> None:
        """Write a file that does not exist yet, down to the disk."""
        with path.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())

    def rename(self, source: Path, target: Path) -> None:
        """Put a file in the place of another one, in one step."""
        source.replace(target)

    def remove(self, path: Path) -> None:
        """Remove a file or a link."""
        path.unlink()

    def make_directory(self, path: Path) -> None:
        """Make one folder in a folder that exists."""
        path.mkdir()

    def remove_directory(self, path: Path) -> None:
        """Remove an empty folder."""
        path.rmdir()

    def sync(self, directory: Path) -> None:
        """Bring the names in a folder down to the disk, where the system can do that."""
        if os.name != "posix":
            return
        handle = os.open(directory, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

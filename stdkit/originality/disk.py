"""Every operation on files that an index makes, one method each, so that a test can stop between any two of them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from mmap import ACCESS_READ, mmap
from pathlib import Path


class Disk:
    """The file system. Writing methods do one thing each; reading ones change nothing."""

    def read(self, path: Path) -> bytes:
        """Return the content of a file."""
        return path.read_bytes()

    def map(self, path: Path) -> memoryview:
        """Return the content of a file, read only where it is looked at."""
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_size == 0:
                return memoryview(b"")
            return memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))

    def names(self, directory: Path) -> tuple[str, ...]:
        """Return the names in a folder, sorted; none when there is no such folder."""
        return tuple(sorted(each.name for each in directory.iterdir())) if directory.is_dir() else ()

    def write_new(self, path: Path, parts: Iterable[bytes | memoryview]) -> None:
        """Write a file that does not exist yet, part by part, down to the disk."""
        with path.open("xb") as file:
            for part in parts:
                file.write(part)
            file.flush()
            os.fsync(file.fileno())

    def rename(self, source: Path, target: Path) -> None:
        """Put a file in the place of another one, in one step."""
        source.replace(target)

    def remove(self, path: Path) -> None:
        """Remove a file."""
        path.unlink(missing_ok=True)

    def make_directory(self, path: Path) -> None:
        """Make a folder and those around it, where they are not there yet."""
        path.mkdir(parents=True, exist_ok=True)

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

"""Every operation on files that an exchange makes, one method each, so that a test can stop between any two of them."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Literal

from stdkit.originality.disk import Disk

FileKind = Literal["file", "directory", "other"]


class Files(Disk):
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

    def same(self, first: Path, second: Path) -> bool:
        """Return whether two paths lead to one file (names that differ in capitals may)."""
        return first.exists() and second.exists() and first.samefile(second)

    def remove(self, path: Path) -> None:
        """Remove a file or a link that is there."""
        path.unlink()

    def make_directory(self, path: Path) -> None:
        """Make one folder in a folder that exists."""
        path.mkdir()

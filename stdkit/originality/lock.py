"""One writer at a time: a lock that the system takes away from a command that was killed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from stdkit.originality.damage import BusyError

LOCK = "lock"


@contextmanager
def writing(directory: Path) -> Iterator[None]:
    """Hold the lock of a folder. Raises ``BusyError`` when another command holds it."""
    with (directory / LOCK).open("a+b") as file:
        _take(file.fileno())
        yield


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        try:
            os.lseek(handle, 0, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise BusyError from error

else:
    import fcntl

    def _take(handle: int) -> None:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise BusyError from error

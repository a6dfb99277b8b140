"""Put new content into a file in one step: whoever reads it finds the old or the new, never half of either."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from secrets import token_hex

from stdkit.model.diagnostics import Bilingual, StdkitError


def replace_file(file: Path, after: bytes, *, before: bytes | None = None) -> None:
    """Put ``after`` into a file by one rename; its permissions stay, and a link goes on leading to its target.

    ``before`` is what the file held when it was read. Raises ``StdkitError`` when it holds something else by now, or cannot
    be written.
    """
    try:
        target = file.resolve()
        if before is not None and target.read_bytes() != before:
            raise StdkitError(
                Bilingual(
                    f"{file.name} 读过以后又改动了，没有覆盖：请再运行一次",
                    f"{file.name} has changed since it was read and was not overwritten: run the command again",
                )
            )
        _rename_over(target, after)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise StdkitError(Bilingual(f"{file.name} 写不进去：{reason}", f"{file.name} cannot be written: {reason}")) from error


def _rename_over(target: Path, content: bytes) -> None:
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
    if mode is not None and not os.access(target, os.W_OK):
        raise PermissionError(None, "read-only")  # a rename would replace even a file that nobody may write
    beside = target.with_name(f".{token_hex(8)}.stdkit-new")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            beside.chmod(mode)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)

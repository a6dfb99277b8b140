"""Write a file of a new set."""

from __future__ import annotations

from pathlib import Path

from stdkit.model.diagnostics import Bilingual, StdkitError


def write_bytes(file: Path, data: bytes) -> None:
    """Write a file, its folders made before. Raises ``StdkitError`` when that is not possible."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    except OSError as error:
        raise StdkitError(
            Bilingual(f"{file} 无法写入：{error.strerror}", f"{file} cannot be written: {error.strerror}")
        ) from error

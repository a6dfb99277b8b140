"""What stands beside a set for CI systems and editors: written with the set, refreshed later where nobody has changed it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from stdkit import __version__
from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.publish.writing import write_bytes
from stdkit.read.data import data_directory

SCHEMAS = ("system", "standard", "references")
RECORD = ".stdkit/starter.json"
"""The files that stdkit has written, with the hash of each: what differs from it is a person's."""


class Refreshed(NamedTuple):
    """How many schema copies were written, which settings were rewritten, and which have news but are a person's by now."""

    schemas: int
    rewritten: tuple[str, ...]
    kept: tuple[str, ...]


def write_settings(directory: Path) -> int:
    """Write the settings of a new set, the schema copies and the record of them; return how many files.

    Raises ``StdkitError`` when the folder cannot be written.
    """
    shipped = dict(_shipped())
    for path, data in shipped.items():
        write_bytes(directory / path, data)
    _write_record(directory, {path: _hash(data) for path, data in shipped.items()})
    return len(shipped) + 1 + _write_schemas(directory)


def refresh_settings(directory: Path) -> Refreshed:
    """Bring the schema copies and the untouched settings of a set to this version.

    What a person has changed stays, what has been deleted stays away, and a set that was not begun by ``init`` gets no settings.
    Raises ``StdkitError`` when the record cannot be read or a file not be written.
    """
    shipped, record = dict(_shipped()), _read_record(directory)
    rewritten, kept = [], []
    for path in sorted(shipped.keys() & record.keys()):
        file = directory / path
        if not file.is_file():
            continue
        typed, latest = _hash(file.read_bytes()), _hash(shipped[path])
        if typed == record[path] != latest:
            write_bytes(file, shipped[path])
            rewritten.append(path)
        if typed in {record[path], latest}:
            record[path] = latest
        elif record[path] != latest:
            kept.append(path)
    if record:
        _write_record(directory, record)
    return Refreshed(_write_schemas(directory), tuple(rewritten), tuple(kept))


def is_setting(path: Path) -> bool:
    """Return whether a file of the starter, relative to it, is a setting and no part of the set."""
    return path.parts[0].startswith(".")


def _shipped() -> Iterator[tuple[str, bytes]]:
    """Yield the settings of this version by their paths, its number filled in."""
    starter = data_directory("templates") / "starter"
    minor = ".".join(__version__.split(".")[:2])
    for file in sorted(starter.rglob("*")):
        path = file.relative_to(starter)
        if file.is_file() and is_setting(path):
            yield path.as_posix(), file.read_text(encoding="utf-8").replace("@minor@", minor).encode("utf-8")


def _write_schemas(directory: Path) -> int:
    for name in SCHEMAS:
        file = f"{name}.schema.json"
        write_bytes(directory / ".stdkit" / "schemas" / file, (data_directory("schemas") / file).read_bytes())
    return len(SCHEMAS)


def _hash(data: bytes) -> str:
    """Return the hash of a text, the same whether git has made its line ends those of Windows or not."""
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()


def _read_record(directory: Path) -> dict[str, str]:
    file = directory / RECORD
    if not file.is_file():
        return {}
    try:
        return {str(path): str(digest) for path, digest in json.loads(file.read_bytes())["files"].items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        message = Bilingual(
            f"{RECORD} 读不出来：用 git 恢复它；删去它则只更新模式副本",
            f"{RECORD} cannot be read: restore it with git; without it only the schema copies are refreshed",
        )
        raise StdkitError(message) from error


def _write_record(directory: Path, files: Mapping[str, str]) -> None:
    text = json.dumps({"version": 1, "stdkit": __version__, "files": dict(sorted(files.items()))}, indent=2)
    write_bytes(directory / RECORD, f"{text}\n".encode())

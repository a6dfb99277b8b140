"""What is in a folder and those within it: the files to read, and what is passed over, by name."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from stdkit.corpora.extract import KINDS, OLD
from stdkit.corpora.reasons import Unread, Why


@dataclass(frozen=True, slots=True)
class Listing:
    """The names of files, relative to the folder and with ``/``, and what cannot be read."""

    names: tuple[str, ...]
    unread: tuple[Unread, ...]


def list_folder(folder: Path, *, without: Path | None = None) -> Listing:
    """Return what is in a folder; names that begin with a dot or ``~$`` are not looked at, nor is the file ``without``.

    Links to files are read, links to folders not followed: so none goes round in a circle.
    """
    names, unread = [], []
    for path, kind in _entries(folder):
        if without and path == without:
            continue
        name = path.relative_to(folder).as_posix()
        shown = os.fsencode(name).decode("utf-8", "backslashreplace")
        if kind:
            unread.append(Unread(shown, kind))
        elif shown != name:
            unread.append(Unread(shown, Why.NAME))
        else:
            names.append(name)
    return Listing(tuple(sorted(names)), tuple(sorted(unread)))


def _entries(folder: Path) -> Iterator[tuple[Path, Why | None]]:
    """Yield what is in a folder and all within it, each with the reason why it is not read."""
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            entries = sorted(os.scandir(here), key=lambda each: each.name)
        except OSError as error:
            yield here, Why.DENIED if isinstance(error, PermissionError) else Why.VANISHED
            continue
        for entry in entries:
            if entry.name.startswith((".", "~$")):
                continue
            path = here / entry.name
            if entry.is_dir(follow_symlinks=False):
                waiting.append(path)
            elif entry.is_symlink() and path.is_dir():  # a link to itself is neither file nor folder
                yield path, Why.LINK
            else:
                yield path, _kind(path)


def _kind(path: Path) -> Why | None:
    suffix = path.suffix.lower()
    if suffix in KINDS:
        return None if path.is_file() or not path.exists() else Why.OTHER_KIND  # a pipe would never end
    return Why.OLD_KIND if suffix in OLD else Why.OTHER_KIND

"""Word files in, PDF files out, by LibreOffice in a private folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from stdkit.render.fonts import FAMILIES

# Free fonts of the same width stand for those that only Windows has, so that pages break where they do there.
FONTS = (
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
    '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
    + "".join(
        f'<match target="pattern"><test name="family"><string>{name}</string></test>'
        '<edit name="family" mode="append" binding="strong">'
        + "".join(f"<string>{other}</string>" for other in others)
        + "</edit></match>"
        for name, *others in FAMILIES
    )
    + "</fontconfig>"
)
TIMEOUT = 300  # seconds that LibreOffice may take
PROCESSES = 2  # more need more memory than a small computer has
FILTER = (
    'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"},'
    '"IsSkipEmptyPages":{"type":"boolean","value":"false"},"UseTaggedPDF":{"type":"boolean","value":"true"}}'
)
"""Every bookmark gets a name that leads to it; blank even pages stay; what is read aloud is marked."""


def office() -> str | None:
    """Return the program that LibreOffice is started by, ``None`` where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def convert(files: Sequence[bytes]) -> tuple[bytes, ...] | None:
    """Return the PDF of each Word file; ``None`` when LibreOffice is not there or fails.

    LibreOffice uses one processor, so it is started once for each of two shares of the files, with a profile of its own in a
    folder that is removed afterwards.
    """
    program = office()
    if program is None:
        return None
    groups = shares([len(data) for data in files], min(PROCESSES, os.cpu_count() or 1))
    with tempfile.TemporaryDirectory(prefix="stdkit-") as name, ThreadPoolExecutor(PROCESSES) as threads:
        folders = [Path(name) / str(number) for number in range(len(groups))]
        work = [[files[index] for index in group] for group in groups]
        done = list(threads.map(lambda share, folder: _convert(program, share, folder), work, folders))
    found: dict[int, bytes] = {}
    for group, made in zip(groups, done, strict=True):
        if made is None:
            return None
        found |= zip(group, made, strict=True)
    return tuple(found[index] for index in range(len(files)))


def shares(sizes: Sequence[int], count: int) -> list[list[int]]:
    """Return the indexes of files in at most so many shares, none empty: the largest file first, each to the smallest share."""
    groups: list[list[int]] = [[] for _ in range(count)]
    loads = [0] * count
    for index in sorted(range(len(sizes)), key=lambda each: -sizes[each]):
        least = loads.index(min(loads))
        groups[least].append(index)
        loads[least] += sizes[index]
    return [sorted(group) for group in groups if group]


def has_chinese_font() -> bool:
    """Return whether LibreOffice finds a font with Chinese characters; systems without fontconfig bring one along."""
    program = shutil.which("fc-list")
    if program is None:
        return True
    found = subprocess.run([program, ":lang=zh-cn", "family"], capture_output=True, timeout=TIMEOUT, check=False)  # noqa: S603 - see _convert
    return bool(found.stdout.strip())


def _convert(program: str, files: Sequence[bytes], folder: Path) -> tuple[bytes, ...] | None:
    folder.mkdir()
    names = [folder / f"{number}.docx" for number in range(len(files))]
    for name, data in zip(names, files, strict=True):
        name.write_bytes(data)
    fonts = folder / "fonts.conf"
    fonts.write_text(FONTS, encoding="utf-8")
    command = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", FILTER]
    try:
        subprocess.run(  # noqa: S603 - the program that the search path names, in a private folder
            [*command, "--outdir", str(folder), *map(str, names)],
            env={**os.environ, "HOME": str(folder), "FONTCONFIG_FILE": str(fonts)},
            capture_output=True,
            timeout=TIMEOUT,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    made = [name.with_suffix(".pdf") for name in names]
    return tuple(file.read_bytes() for file in made) if all(file.is_file() for file in made) else None

"""Which paths an output may have: inside the folder, on every system, told apart by more than capitals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from stdkit.model.diagnostics import Bilingual, StdkitError

MANIFEST = "manifest.json"
STAGING = ".stdkit-staging"
_DEVICES = r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])( *\..*)?"
_LONGEST = 255  # bytes of a name


def check_paths(paths: Sequence[str]) -> None:
    """Raise ``StdkitError`` when a path is unsafe or two of them could meet in one file."""
    for path in paths:
        if not is_safe(path):
            raise StdkitError(
                Bilingual(f"不能作为输出文件的路径：{path!r}", f"this cannot be the path of an output file: {path!r}")
            )
    _check_collisions(paths)


def is_safe(path: str) -> bool:
    """Return whether a path stays in its folder and can be written on every system; our own names are taken."""
    parts = path.split("/")
    own = folded(parts[0]).startswith(".stdkit-") or folded(path) == MANIFEST
    return not own and all(_is_safe_name(part) for part in parts)


def folded(path: str) -> str:
    """Return what paths have in common that a file system without capitals takes for one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _is_safe_name(name: str) -> bool:
    if name in {"", ".", ".."} or name[-1] in ". " or name[0] == " ":
        return False
    if re.search(r'[\x00-\x1f\x7f<>:"\\|?*\ud800-\udfff]', name) or len(name.encode()) > _LONGEST:
        return False
    return not re.fullmatch(_DEVICES, name.casefold())


def _check_collisions(paths: Sequence[str]) -> None:
    seen: dict[str, str] = {}
    for path in sorted(paths):
        other = seen.setdefault(folded(path), path)
        if other != path:
            raise StdkitError(
                Bilingual(f"两个输出文件只差大小写：{other}、{path}", f"two outputs differ in capitals only: {other}, {path}")
            )
    for path in paths:
        parts = folded(path).split("/")
        for end in range(1, len(parts)):
            if (folder := "/".join(parts[:end])) in seen:
                raise StdkitError(
                    Bilingual(
                        f"{seen[folder]} 不能既是文件又是文件夹（{path}）",
                        f"{seen[folder]} cannot be a file and a folder at once ({path})",
                    )
                )

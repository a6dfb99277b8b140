"""A set with findings of every kind, in paths with blanks and Chinese characters."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.conftest import SETS

STANDARD = "service-project/XM-101.yaml"
BROKEN = "service-project/XM 102 走访.yaml"
STRAY = "general/笔 记.txt"
CHANGES = (
    ("每名执委应固定", "每名执委必须固定"),
    ("分工公示后15日内", "分工公示(见第5章)后15日内"),
    ("title: 四必访", "title: 四必访。"),
)


def make_every_kind(parent: Path) -> Path:
    """Return the folder of a set with errors, warnings and notes, with safe and suggested fixes, with and without places."""
    directory = parent / "标准 库"
    shutil.copytree(SETS / "sample", directory)
    text = (directory / STANDARD).read_text(encoding="utf-8")
    broken = text.replace("type: specification", "type: specifikation", 1)
    for old, new in CHANGES:
        assert old in text
        text = text.replace(old, new, 1)
    (directory / STANDARD).write_text(text, encoding="utf-8", newline="\n")
    (directory / BROKEN).write_text(broken, encoding="utf-8", newline="\n")
    (directory / STRAY).write_text("x", encoding="utf-8")
    return directory

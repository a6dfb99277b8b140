"""Same input, same bytes: in another folder, under another hash seed, locale and time zone."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT, SHIPPED


def built(folder: Path, **environment: str) -> dict[str, str]:
    """Render a copy of the shipped set within a folder and return the digests of the files."""
    shutil.copytree(SHIPPED, folder / "standards")
    command = [sys.executable, "-m", "stdkit", "-C", "standards", "render", "-o", "out", "--pages", "estimate"]
    paths = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    subprocess.run(command, cwd=folder, env=paths, check=True, capture_output=True)
    files = sorted(file for file in (folder / "out").rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def test_two_builds_of_the_shipped_set_are_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "另一个 文件夹"
    first.mkdir()
    second.mkdir()
    one = built(first, PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C.UTF-8")
    two = built(second, PYTHONHASHSEED="4242", TZ="Asia/Shanghai", LC_ALL="zh_CN.GBK", SOURCE_DATE_EPOCH="86400")
    assert len(one) > 70
    assert one == two

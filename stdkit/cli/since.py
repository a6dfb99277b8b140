"""Which lines of a set have changed since a revision of git, so that only findings there are shown."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from stdkit.model.diagnostics import Bilingual, Diagnostic, StdkitError

Changed = Mapping[str, tuple[range, ...]]
"""The changed lines of each changed file, by its path in the set."""

WHOLE: Final = range(1, 2**31)
_HUNK: Final = re.compile(rb"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
# a hook of git sets these for its own folder; the set may lie in another one
_OF_HOOKS: Final = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR")
_DIFF: Final = ("diff", "--relative", "--find-renames", "--no-color", "--no-ext-diff", "--no-textconv", "--text")


def changed_lines(directory: Path, revision: str) -> Changed:
    """Return the lines below a folder that differ from a revision: committed since, staged, unstaged or in new files.

    Where lines were only removed, the lines around the gap count. Raises ``StdkitError`` when git is missing, the folder lies
    in no repository, or there is no such revision.
    """
    commit = _commit(directory, revision)
    try:
        found = dict(_differing(directory, commit))
        for name in _names(_git(directory, "ls-files", "--others", "--exclude-standard", "-z")):
            found[name] = (WHOLE,)
    except subprocess.CalledProcessError as error:
        said = _said(error)
        raise StdkitError(Bilingual(f"git 未能比较（--since）：{said}", f"git could not compare (--since): {said}")) from error
    return found


def is_changed(diagnostic: Diagnostic, changed: Changed) -> bool:
    """Tell whether the lines of a finding meet changed ones."""
    line, _, end_line, end_column = diagnostic.span
    last = end_line - 1 if end_column == 1 and end_line > line else end_line
    return any(each.start <= last and line < each.stop for each in changed.get(diagnostic.path, ()))


def _commit(directory: Path, revision: str) -> str:
    """Return the commit that a revision names."""
    try:
        _git(directory, "rev-parse", "--show-toplevel")
    except subprocess.CalledProcessError as error:
        zh, en = f"{directory} 不在 git 仓库中，不能用 --since", f"{directory} lies in no git repository, which --since needs"
        raise StdkitError(Bilingual(f"{zh}（{_said(error)}）", f"{en} ({_said(error)})")) from error
    try:
        return _git(directory, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").decode().strip()
    except (subprocess.CalledProcessError, ValueError) as error:
        zh = f"git 不认识 --since 的“{revision}”：写分支、标签或提交，浅克隆的仓库要先取回历史"
        en = f"git knows no revision {revision} (--since): name a branch, tag or commit; a shallow clone needs its history first"
        raise StdkitError(Bilingual(zh, en)) from error


def _differing(directory: Path, commit: str) -> Iterator[tuple[str, tuple[range, ...]]]:
    fields = iter(_names(_git(directory, *_DIFF, "--name-status", "-z", commit)))
    for status in fields:
        old = next(fields)
        new = next(fields) if status[0] in "RC" else old
        if status[0] != "D":
            patch = _git(directory, *_DIFF, "--unified=0", commit, "--", *dict.fromkeys((new, old)))
            yield new, tuple(_ranges(patch))


def _ranges(patch: bytes) -> Iterator[range]:
    for first, count in _HUNK.findall(patch):
        start, length = int(first), int(count) if count else 1
        yield range(start, start + length) if length else range(start, start + 2)


def _said(error: subprocess.CalledProcessError) -> str:
    """Return the first line of what git says of a failure."""
    lines = error.stderr.decode("utf-8", errors="replace").strip().splitlines()
    return lines[0].removeprefix("fatal: ") if lines else f"git {error.returncode}"


def _names(listed: bytes) -> list[str]:
    return [os.fsdecode(name) for name in listed.split(b"\0") if name]


def _git(directory: Path, *arguments: str) -> bytes:
    """Return what git says. Raises ``CalledProcessError`` when it fails, ``StdkitError`` when there is no git."""
    environment = {name: value for name, value in os.environ.items() if name not in _OF_HOOKS}
    environment |= {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_LITERAL_PATHSPECS": "1"}
    command = ["git", "-C", str(directory), *arguments]
    try:
        return subprocess.run(command, check=True, capture_output=True, env=environment).stdout  # noqa: S603 - arguments are ours
    except FileNotFoundError as error:
        zh = "没有找到 git，不能用 --since：先安装 git"
        raise StdkitError(Bilingual(zh, "git was not found, which --since needs: install git first")) from error

"""What reviewers have said of passages that two texts share: read from beside a set and written there.

A YAML file in ``.state``, one line a passage, sorted by the ids of the passages, so that git merges it well.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.model.system import Verdict
from stdkit.read.replace import replace_file
from stdkit.read.source import Data, MappingNode, SequenceNode

VERDICTS = ".state/verdicts.yaml"
HEAD = "# stdkit originality verdict 写的，一行一段 / written by stdkit originality verdict, one line a passage\n"
KINDS = ("accepted", "quoted", "boilerplate")


def build_verdicts(data: Data) -> dict[str, Verdict]:
    """Return the verdicts by the id of their passage; an entry of another form says nothing."""
    entries: dict[str, Any] = dict(data) if isinstance(data, MappingNode) else {}
    return {name: Verdict(*value) for name, value in entries.items() if _is_one(value)}


def write_verdicts(directory: Path, verdicts: Mapping[str, Verdict]) -> None:
    """Write the verdicts into the folder of a set. Raises ``StdkitError`` when they cannot be written."""
    file = directory / VERDICTS
    try:
        file.parent.mkdir(exist_ok=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise StdkitError(Bilingual(f"{file.parent.name} 建不了：{reason}", f"{file.parent.name}: {reason}")) from error
    lines = (f"{json.dumps(name)}: {json.dumps(list(each), ensure_ascii=False)}\n" for name, each in sorted(verdicts.items()))
    replace_file(file, (HEAD + "".join(lines)).encode("utf-8"))


def _is_one(value: Data) -> bool:
    fields = len(Verdict._fields)
    if not isinstance(value, SequenceNode) or len(value) != fields or not all(isinstance(each, str) for each in value):
        return False
    return value[0] in KINDS

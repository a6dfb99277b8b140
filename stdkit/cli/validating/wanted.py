"""What a person has asked ``validate`` for."""

from __future__ import annotations

from dataclasses import dataclass

from stdkit.cli.reporting.formats import Format
from stdkit.cli.validating.targets import Target


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of ``validate``, by their names; ``format`` is ``None`` where nobody has named one."""

    paths: tuple[str, ...]
    format: Format | None
    output: tuple[Target, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    stage: str | None
    strict: bool
    statistics: bool
    since: str | None
    baseline: str | None
    write_baseline: str | None
    fix: bool
    diff: bool

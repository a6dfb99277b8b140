"""How a report is shown: colours, the width of the terminal, how much of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """How a report is shown.

    ``width`` is that of the terminal, ``None`` where there is none: then messages stay on one line. ``quiet`` leaves the findings
    away where ``statistics`` are wanted, and the hints.
    """

    color: bool = False
    width: int | None = None
    statistics: bool = False
    quiet: bool = False

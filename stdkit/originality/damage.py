"""What keeps an index from being used: a file that is not what was written, or another command that is writing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["missing", "size", "header", "version", "tables", "checksum"]
"""``version``: written by another version of the format; ``tables``: with other tables of normal forms or other runs."""


@dataclass(frozen=True, slots=True, order=True)
class Damage:
    """A file of an index that is not as it was written; ``block`` where only one block is concerned."""

    file: str
    kind: Kind
    segment: str = ""
    block: int | None = None

    def __str__(self) -> str:
        where = self.file if self.block is None else f"{self.file}, block {self.block}"
        return f"{where}: {self.kind}"


class DamagedError(Exception):
    """An index cannot answer, because one of its files is damaged."""

    def __init__(self, damage: Damage) -> None:
        super().__init__(str(damage))
        self.damage = damage


class BusyError(Exception):
    """Another command is writing into the index."""


class FullError(Exception):
    """The index holds as many sources as it has numbers for."""

"""Pictures: boxes, lines and text laid out in millimetres, and pictures from files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Box:
    """A box of a drawing, in millimetres from the upper left corner.

    ``shape`` says what it means in a flow chart; in a bar chart a ``bar`` is filled, and ``words`` stand without a frame.
    ``shade`` is how dark it is filled, from 0 (white) to 1 (black).
    """

    shape: Literal["step", "decision", "end", "bar", "words"]
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]
    shade: float = 0.0

    @property
    def fill(self) -> str:
        """The grey of the box as six hexadecimal digits."""
        return f"{round(255 * (1 - self.shade)):02X}" * 3


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points (millimetres), with an arrow at its end; ``label_at`` is the centre of its label.

    A ``dashed`` line leads to what is outside.
    """

    points: tuple[tuple[float, float], ...]
    label: str | None = None
    label_at: tuple[float, float] | None = None
    arrow: bool = True
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing of boxes and lines; ``alternative`` says in words what it shows. Sizes in millimetres."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    alternative: str


@dataclass(frozen=True, slots=True)
class Image:
    """A picture from a file: its bytes, its name and what it shows in words."""

    name: str
    data: bytes
    alternative: str

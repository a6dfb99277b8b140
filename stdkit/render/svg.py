"""A Drawing in; SVG text out: the same letters for the same drawing on every machine."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator
from typing import Literal, assert_never

from stdkit.model.drawing import Box, Drawing, Line

_FONTS = "Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, SimHei, WenQuanYi Micro Hei, sans-serif"
_TEXT = 3.175  # mm, 9 pt
_LEADING = 1.35
_STROKE = 0.25  # mm
_BAR = "#8a8a8a"
_ARROW = (2.2, 0.8)  # mm, length and half width


def svg(drawing: Drawing) -> str:
    """Return a drawing as an SVG document in millimetres, with a title and a description for those who cannot see."""
    size = f'width="{_number(drawing.width)}mm" height="{_number(drawing.height)}mm"'
    view = f'viewBox="0 0 {_number(drawing.width)} {_number(drawing.height)}"'
    words = "; ".join(_joined(box.lines) for box in drawing.boxes)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {view} role="img">',
        f"<title>{_escape(drawing.alternative)}</title>",
        f"<desc>{_escape(words)}</desc>",
        '<rect width="100%" height="100%" fill="#fff"/>',
        f'<g fill="none" stroke="#000" stroke-width="{_number(_STROKE)}" stroke-linejoin="miter">',
        *(_path(line) for line in drawing.lines),
        *(_shape(box) for box in drawing.boxes if box.shape != "words"),
        "</g>",
        '<g fill="#000">',
        *(_head(line) for line in drawing.lines if line.arrow and _end(line)),
        "</g>",
        f'<g fill="#000" font-family="{_FONTS}" text-anchor="middle">',
        *(text for box in drawing.boxes for text in _words(box)),
        *(_label(line, drawing.width) for line in drawing.lines if line.label and line.label_at),
        "</g>",
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def arrow(line: Line) -> str:
    """Return the elements of one line and of its head, for a page that draws them in its own style."""
    return _path(line) + (_head(line) if line.arrow else "")


def words(box: Box) -> tuple[str, ...]:
    """Return the elements of the lines of text in a box."""
    return tuple(_words(box))


def _number(value: float) -> str:
    """Return a number with at most two decimals, without a trailing zero and without a minus before zero."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _escape(text: str) -> str:
    printable = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "", text)
    return printable.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _joined(lines: tuple[str, ...]) -> str:
    """Return the lines of a box as one text; a blank only where both sides are Latin letters or digits."""
    text = ""
    for line in lines:
        latin = text[-1:].isascii() and line[:1].isascii() and text and line
        text += f" {line}" if latin else line
    return text


def _points(points: tuple[tuple[float, float], ...]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in points)


def _path(line: Line) -> str:
    dashes = ' stroke-dasharray="1.6 1.2"' if line.dashed else ""
    return f'<polyline points="{_points(_shaft(line))}"{dashes}/>'


def _shape(box: Box) -> str:
    shape: Literal["step", "decision", "end", "bar", "words"] = box.shape
    match shape:
        case "step":
            return _rectangle(box, 0)
        case "end":
            return _rectangle(box, min(box.width, box.height) / 2)
        case "decision":
            middle_x, middle_y = box.x + box.width / 2, box.y + box.height / 2
            right, bottom = box.x + box.width, box.y + box.height
            corners = ((middle_x, box.y), (right, middle_y), (middle_x, bottom), (box.x, middle_y))
            return f'<polygon points="{_points(corners)}"/>'
        case "bar":
            return _rectangle(box, 0).replace("<rect ", f'<rect fill="{_BAR}" ')
        case "words":
            return ""
        case _:
            assert_never(shape)


def _rectangle(box: Box, radius: float) -> str:
    place = f'x="{_number(box.x)}" y="{_number(box.y)}" width="{_number(box.width)}" height="{_number(box.height)}"'
    if box.shade:
        place += f' fill="#{box.fill}"'
    return f'<rect {place} rx="{_number(radius)}"/>' if radius else f"<rect {place}/>"


def _end(line: Line) -> tuple[tuple[float, float], tuple[float, float]] | None:
    """Return the last point of a line and the direction in which it gets there; ``None`` for a line without length."""
    if not line.points:
        return None
    end = line.points[-1]
    for x, y in reversed(line.points[:-1]):
        length = math.hypot(end[0] - x, end[1] - y)
        if length > 0:
            return end, ((end[0] - x) / length, (end[1] - y) / length)
    return None


def _shaft(line: Line) -> tuple[tuple[float, float], ...]:
    """Return the points of a line; under an arrow head it ends before the point, which stays sharp."""
    found = _end(line) if line.arrow else None
    if not found:
        return line.points
    (x, y), (toward_x, toward_y) = found
    return (*line.points[:-1], (x - toward_x * _ARROW[0] / 2, y - toward_y * _ARROW[0] / 2))


def _head(line: Line) -> str:
    found = _end(line)
    if not found:
        return ""
    (x, y), (toward_x, toward_y) = found
    length, half = _ARROW
    back_x, back_y = x - toward_x * length, y - toward_y * length
    left = (back_x - toward_y * half, back_y + toward_x * half)
    right = (back_x + toward_y * half, back_y - toward_x * half)
    return f'<polygon points="{_points(((x, y), left, right))}"/>'


def _words(box: Box) -> Iterator[str]:
    size = _text_size(box)
    pitch = size * _LEADING
    first = box.y + box.height / 2 - pitch * (len(box.lines) - 1) / 2
    for index, line in enumerate(box.lines):
        yield _text(line, box.x + box.width / 2, first + index * pitch, size)


def _text_size(box: Box) -> float:
    """Return the size at which all lines fit into a box; in a diamond half of its width is theirs."""
    share = 0.55 if box.shape == "decision" else 0.94
    widest = max((_ems(line) for line in box.lines), default=0)
    by_width = box.width * share / widest if widest else _TEXT
    by_height = box.height / (len(box.lines) * _LEADING) if box.lines else _TEXT
    return min(_TEXT, by_width, by_height)


def _ems(text: str) -> float:
    return sum(1.0 if unicodedata.east_asian_width(letter) in "WFA" else 0.55 for letter in text)


def _text(text: str, x: float, middle: float, size: float) -> str:
    # The baseline is computed: not every program knows dominant-baseline.
    place = f'x="{_number(x)}" y="{_number(middle + size * 0.35)}" font-size="{_number(size)}"'
    return f"<text {place}>{_escape(text)}</text>"


def _label(line: Line, width: float) -> str:
    """Return the label of a line around its centre, pushed back where it would leave the drawing.

    It is white behind its letters, so that no line runs through them.
    """
    x, y = line.label_at or (0.0, 0.0)
    room = _ems(line.label or "") * _TEXT
    centre = max(room / 2, min(x, width - room / 2))
    text = _text(line.label or "", centre, y, _TEXT)
    return f'<g paint-order="stroke" stroke="#fff" stroke-width="0.8">{text}</g>'

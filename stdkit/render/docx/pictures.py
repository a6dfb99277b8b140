"""Pictures from files: their format and natural size, read from their first bytes."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass

from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.model.drawing import Image

_JPEG_MARK = 0xFF
_JFIF = 0xE0  # the segment that gives the dots per inch (1) or centimetre (2)
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # the segments that give the size
_POINTS_PER_MM = 72 / 25.4
_DEFAULT_DPI = 96.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture from a file: its format and its natural size in millimetres."""

    extension: str
    width: float
    height: float


def measure(image: Image) -> Picture:
    """Return the format and size of a picture; raises StdkitError for a format that Word does not show."""
    data = image.data
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return _png(data)
    if data.startswith(b"\xff\xd8"):
        return _jpeg(data)
    if b"<svg" in data[:4096]:
        return _svg(data.decode("utf-8", errors="replace"))
    raise StdkitError(Bilingual(f"图片“{image.name}”不是PNG、JPEG或SVG", f"the picture “{image.name}” is no PNG, JPEG or SVG"))


def _png(data: bytes) -> Picture:
    width, height = struct.unpack(">II", data[16:24])
    place = data.find(b"pHYs")
    per_mm = _DEFAULT_DPI / 25.4
    if place > 0 and data[place + 12] == 1:
        per_mm = struct.unpack(">I", data[place + 4 : place + 8])[0] / 1000 or per_mm
    return Picture("png", width / per_mm, height / per_mm)


def _jpeg(data: bytes) -> Picture:
    at = 2
    per_mm = _DEFAULT_DPI / 25.4
    while at + 9 < len(data) and data[at] == _JPEG_MARK:
        marker, length = data[at + 1], struct.unpack(">H", data[at + 2 : at + 4])[0]
        if marker == _JFIF and data[at + 11] in {1, 2}:
            density = struct.unpack(">H", data[at + 12 : at + 14])[0]
            per_mm = density / (25.4 if data[at + 11] == 1 else 10.0) or per_mm
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return Picture("jpeg", width / per_mm, height / per_mm)
        at += 2 + length
    raise StdkitError(Bilingual("JPEG图片没有尺寸", "a JPEG picture without a size"))


def _svg(text: str) -> Picture:
    width, height = _svg_length(text, "width"), _svg_length(text, "height")
    if width and height:
        return Picture("svg", width, height)
    box = re.search(r'viewBox="\s*\S+\s+\S+\s+(\S+)\s+([^"\s]+)', text)
    dot = 25.4 / _DEFAULT_DPI
    return Picture("svg", float(box[1]) * dot, float(box[2]) * dot) if box else Picture("svg", 80.0, 60.0)


def _svg_length(text: str, name: str) -> float:
    units = {"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": 1 / _POINTS_PER_MM, "px": 25.4 / _DEFAULT_DPI, "": 25.4 / _DEFAULT_DPI}
    found = re.search(rf'<svg\b[^>]*?\s{name}="([\d.]+)(mm|cm|in|pt|px|)"', text)
    return float(found[1]) * units[found[2]] if found else 0.0

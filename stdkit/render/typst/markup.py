"""Typst's own words: text that nothing in it can be taken for a command, calls, lengths."""

from __future__ import annotations

import re

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_SPECIAL = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "", "\t": "\\t"})


def quoted(text: str) -> str:
    """Return a text as a string of Typst; what cannot be printed is left out."""
    return f'"{_UNPRINTABLE.sub("", text).translate(_SPECIAL)}"'


def words(text: str) -> str:
    """Return a text as content."""
    return f"#{quoted(text)};" if text else ""


def call(name: str, body: str, **arguments: str) -> str:
    """Return a call with a body, as content."""
    given = ", ".join(f"{key.replace('_', '-')}: {value}" for key, value in arguments.items())
    return f"#{name}({given})[{body}];" if given else f"#{name}[{body}];"


def points(value: float) -> str:
    """Return a length in points."""
    return f"{value:.6g}pt"


def millimetres(value: float) -> str:
    """Return a length in millimetres."""
    return f"{value:.6g}mm"

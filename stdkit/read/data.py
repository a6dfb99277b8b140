"""Where the schemas and templates are that ship with stdkit."""

from __future__ import annotations

from pathlib import Path
from typing import Literal


def data_directory(name: Literal["schemas", "templates"]) -> Path:
    """Return the folder of the shipped schemas or templates: in the installed package, else in the checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "data" / name
    return installed if installed.is_dir() else package.parent / name

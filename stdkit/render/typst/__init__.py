"""A Document and the plain data of styles.yaml in; by way of Typst's markup the bytes of a PDF file out."""

from __future__ import annotations

from stdkit.render.typst.press import MissingFontError, Press

__all__ = ["MissingFontError", "Press"]

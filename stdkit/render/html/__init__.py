"""A Document in; one self-contained HTML file out: it needs no other file, no network and no script to be read."""

from __future__ import annotations

from stdkit.render.html.file import Page, render

__all__ = ["Page", "render"]

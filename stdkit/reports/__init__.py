"""A resolved set in; a Document to read and plain data to compute with out. One report a file."""

from __future__ import annotations

"""Documents in, the files of one format out; a format is a file here."""

from __future__ import annotations

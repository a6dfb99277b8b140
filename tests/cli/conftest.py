"""What the tests of the command line share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.every_kind import make_every_kind


@pytest.fixture
def every_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a set with findings of every kind; its parent is the working directory."""
    directory = make_every_kind(tmp_path)
    monkeypatch.chdir(tmp_path)
    return directory

"""Spark is an extra and needs Java: without them its tests skip."""

from __future__ import annotations

import shutil

import pytest


@pytest.fixture(scope="session")
def spark_installed() -> None:
    for name in ("pyspark", "pyarrow", "pandas"):
        pytest.importorskip(name, reason="the extra `spark` is not installed")
    if shutil.which("java") is None:
        pytest.skip("Java is not installed")

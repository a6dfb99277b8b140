"""What tests share: small sets read and resolved once, and ways to make one with a change."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from stdkit.model.house import House
from stdkit.model.system import StandardSet
from stdkit.read.house import load_house
from stdkit.read.load import load
from stdkit.resolve.resolve import resolve
from stdkit.resolve.resolved import ResolvedSet

ROOT = Path(__file__).parent.parent
SETS = Path(__file__).parent / "sets"
SHIPPED = ROOT / "standards"


@pytest.fixture(scope="session")
def house() -> House:
    return load_house("gbt", SETS / "sample")


@pytest.fixture(scope="session")
def sample(house: House) -> ResolvedSet:
    return resolve(load(SETS / "sample"), house)


@pytest.fixture(scope="session")
def shipped(house: House) -> ResolvedSet:
    return resolve(load(SHIPPED), house)


@pytest.fixture
def changed(tmp_path: Path) -> Callable[..., Path]:
    """Copy the sample set and change one file: ``changed(path, old, new)`` gives the folder of the copy."""

    def make(path: str = "", old: str = "", new: str = "") -> Path:
        directory = tmp_path / "set"
        if not directory.exists():
            shutil.copytree(SETS / "sample", directory)
        if path:
            file = directory / path
            text = file.read_text(encoding="utf-8")
            assert old in text, f"{old!r} is not in {path}"
            file.write_bytes(text.replace(old, new, 1).encode("utf-8"))
        return directory

    return make


def resolved(directory: Path, house: House) -> ResolvedSet:
    """Return the resolved set of a folder."""
    standards: StandardSet = load(directory)
    return resolve(standards, house)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-goldens", action="store_true", help="write the golden files anew, to be reviewed like code")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with a golden file beside the test."""

    def compare(name: str, text: str) -> None:
        file = request.path.parent / "golden" / name
        if request.config.getoption("--rewrite-goldens"):
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        assert file.read_text(encoding="utf-8") == text

    return compare


@pytest.fixture(scope="session")
def spark_installed() -> None:
    """Skip what needs Spark, an extra, or Java where they are not there."""
    for name in ("pyspark", "pyarrow", "pandas"):
        pytest.importorskip(name, reason="the extra `spark` is not installed")
    if shutil.which("java") is None:
        pytest.skip("Java is not installed")

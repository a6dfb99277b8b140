"""A file system on which a run is killed after a number of operations, as if the power had failed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from stdkit.publish.exchange import Output
from stdkit.publish.files import Files
from stdkit.publish.manifest import Manifest

BUILD = Manifest(stdkit="0.1.0", pages="estimate")


class Killed(BaseException):
    """The run ends here; no handler for errors sees it."""


class SteppedFiles(Files):
    """Does ``steps`` operations that change something; the next one is killed, a write when it is half done."""

    def __init__(self, steps: int) -> None:
        self.steps = steps

    def _step(self) -> None:
        if self.steps <= 0:
            raise Killed
        self.steps -= 1

    def write_new(self, path: Path, parts: Iterable[bytes | memoryview]) -> None:
        data = b"".join(parts)
        if self.steps == 0:
            path.write_bytes(data[: len(data) // 2])
        self._step()
        super().write_new(path, (data,))

    def rename(self, source: Path, target: Path) -> None:
        self._step()
        super().rename(source, target)

    def remove(self, path: Path) -> None:
        self._step()
        super().remove(path)

    def make_directory(self, path: Path) -> None:
        self._step()
        super().make_directory(path)

    def remove_directory(self, path: Path) -> None:
        self._step()
        super().remove_directory(path)


def outputs(**texts: str) -> list[Output]:
    """Return outputs; ``general_JC__101`` stands for the path ``docx/general/JC-101.docx``."""
    paths = {name: f"docx/{name.replace('__', '-').replace('_', '/')}.docx" for name in texts}
    return [Output(paths[name], text.encode(), "standard", (name,)) for name, text in texts.items()]


def tree(directory: Path) -> dict[str, bytes]:
    """Return every file below a folder, by its path, and every empty folder, with a slash behind it."""
    found = {}
    for path in sorted(directory.rglob("*")):
        name = path.relative_to(directory).as_posix()
        if path.is_file():
            found[name] = path.read_bytes()
        elif not any(path.iterdir()):
            found[f"{name}/"] = b""
    return found

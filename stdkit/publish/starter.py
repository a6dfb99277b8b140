"""New sets and new standards: copies of the shipped starter, skeletons with blanks to fill in."""

from __future__ import annotations

from pathlib import Path

from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.model.standard import Type
from stdkit.model.system import StandardSet
from stdkit.publish.settings import is_setting, write_settings
from stdkit.publish.writing import write_bytes
from stdkit.read.data import data_directory

CORE = {
    Type.SPECIFICATION: "first",
    Type.CODE_OF_PRACTICE: "stage-one",
    Type.GUIDE: "first",
    Type.VOCABULARY: "first",
    Type.CLASSIFICATION: "classes",
    Type.SYMBOL: "meanings",
    Type.TEST_METHOD: "steps",
    Type.EVALUATION: "indicators",
}


def write_starter(directory: Path) -> int:
    """Write a new set into a folder that is empty or not there yet; return how many files.

    Raises ``StdkitError`` when the folder holds something or cannot be written.
    """
    if directory.exists() and (not directory.is_dir() or any(directory.iterdir())):
        raise StdkitError(
            Bilingual(f"{directory} 不是空文件夹，没有写入任何文件", f"{directory} is not empty; nothing was written")
        )
    starter = data_directory("templates") / "starter"
    paths = [file.relative_to(starter) for file in sorted(starter.rglob("*")) if file.is_file()]
    own = [path for path in paths if not is_setting(path)]
    for path in own:
        write_bytes(directory / path, (starter / path).read_bytes())
    return len(own) + write_settings(directory)


def next_id(standards: StandardSet, subsystem: str) -> str:
    """Return the next free id of a subsystem: XM1 → XM-105 after XM-104; ids are never used twice.

    Raises ``StdkitError`` for a subsystem that the system does not have.
    """
    if standards.system.module_of(subsystem) is None:
        known = "、".join(each.id for module in standards.system.modules for each in module.subsystems)
        raise StdkitError(Bilingual(f"没有子类 {subsystem}：有 {known}", f"no subsystem {subsystem}: there are {known}"))
    letters, digits = subsystem.rstrip("0123456789"), subsystem[len(subsystem.rstrip("0123456789")) :]
    prefix = f"{letters}-{digits}"
    taken = [each.id.text for each in standards.standards] + [each.id for each in standards.failed]
    serials = [int(name[len(prefix) :]) for name in taken if name.startswith(prefix) and name[len(prefix) :].isdigit()]
    return f"{prefix}{max(serials, default=0) + 1:02}"


def skeleton(standards: StandardSet, subsystem: str, title: str, kind: Type) -> tuple[str, str]:
    """Return the path (relative to the set) and the text of a new standard with blanks 【…】 to fill in."""
    identifier = next_id(standards, subsystem)
    module = standards.system.module_of(subsystem)
    folder = data_directory("templates") / "skeletons"
    audience = standards.system.audiences[0].id if standards.system.audiences else "all"
    text = _read(folder / "head.yaml") + _read(folder / f"{kind}.yaml")
    values = {
        "id": identifier,
        "title": title,
        "subsystem": subsystem,
        "type": kind.value,
        "audience": audience,
        "core": CORE[kind],
    }
    for name, value in values.items():
        text = text.replace(f"@{name}@", value)
    return f"{module.id if module else subsystem}/{identifier}.yaml", text


def write_skeleton(standards: StandardSet, path: str, text: str) -> Path:
    """Write a new standard; raises ``StdkitError`` when the file is there already."""
    file = standards.directory / path
    if file.exists():
        raise StdkitError(Bilingual(f"{path} 已经存在，没有改动", f"{path} is there already; nothing was changed"))
    write_bytes(file, text.encode("utf-8"))
    return file


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8")

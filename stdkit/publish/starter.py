"""New sets and new standards: copies of the shipped starter, skeletons with blanks to fill in."""

from __future__ import annotations

from pathlib import Path

from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.model.standard import Type
from stdkit.model.system import StandardSet
from stdkit.read.data import data_directory

COPIES = ("system", "standard", "references")
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
    files = [file for file in sorted(starter.rglob("*")) if file.is_file()]
    for file in files:
        _write(directory / file.relative_to(starter), file.read_bytes())
    return len(files) + refresh_schemas(directory)


def refresh_schemas(directory: Path) -> int:
    """Write the copies of the schemas that editors read; return how many."""
    for name in COPIES:
        file = f"{name}.schema.json"
        _write(directory / ".stdkit" / "schemas" / file, (data_directory("schemas") / file).read_bytes())
    return len(COPIES)


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
    _write(file, text.encode("utf-8"))
    return file


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _write(file: Path, data: bytes) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    except OSError as error:
        raise StdkitError(
            Bilingual(f"{file} 无法写入：{error.strerror}", f"{file} cannot be written: {error.strerror}")
        ) from error

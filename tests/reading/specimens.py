"""Filled specimens of the record forms: what a form looks like when somebody has done the work.

Run: ``python -m tests.reading.specimens FOLDER`` writes the shipped standards with every form filled in, as Word files.
A specimen is a file of ``specimens/``: the number of its form, the case, and the cells of the form with every blank filled. Cases
and persons are made up; persons are named by their role.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import yaml

from stdkit.cli.language import speaker
from stdkit.cli.main import Commands, run_commands
from tests.conftest import SHIPPED

FOLDER = Path(__file__).parent / "specimens"
CHOICE = "[□☑]"
BLANK = re.compile(r"_date|_\d*")


class Specimen(NamedTuple):
    """A filled form: its number, what happened, its cells."""

    form: str
    case: str
    cells: str


def specimens() -> dict[str, Specimen]:
    """Return the specimens by the number of their form."""
    read = (yaml.safe_load(file.read_text(encoding="utf-8")) for file in sorted(FOLDER.glob("*.yaml")))
    return {each["form"]: Specimen(each["form"], each["case"], each["cells"]) for each in read}


def written_forms(directory: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield the forms of a set as they are written, each with its file."""
    for file in sorted(directory.glob("*/*.yaml")):
        yield from ((file, form) for form in _forms(_read(file)))


def mistakes(form: Mapping[str, Any], specimen: Specimen) -> list[str]:
    """Return where a specimen is not its form filled in; the last row of a form may stand as often as there is need."""
    wanted, given = _rows(form["cells"]), _rows(specimen.cells)
    found = [f"blank left: {row}" for row in given if BLANK.search(row) or "＿" in row]
    found += [f"not as in the form: {row}" for row, pattern in zip(given, wanted, strict=False) if not _is(pattern, row)]
    found += [f"not as in the form: {row}" for row in given[len(wanted) :] if not _is(wanted[-1], row)]
    return found + [f"missing: {row}" for row in wanted[len(given) :]]


def fill(directory: Path, filled: Mapping[str, Specimen]) -> list[str]:
    """Fill in the forms of a set in a folder; return the ids of the standards that have some."""
    ids = []
    for file in sorted(directory.glob("*/*.yaml")):
        data = _read(file)
        own = [form for form in _forms(data) if form.get("number") in filled]
        for form in own:
            form["cells"] = filled[form["number"]].cells
            form.pop("blank_rows", None)
        if own:
            file.write_text(yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000), encoding="utf-8")
            ids.append(data["id"])
    return ids


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as an editor would, so that every place in them stays apart."""


def _literal(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _literal)


def _read(file: Path) -> dict[str, Any]:
    data: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - texts only
    return data


def _forms(data: Any) -> Iterator[dict[str, Any]]:
    """Yield every form below a value."""
    if isinstance(data, dict):
        if isinstance(data.get("form"), dict):
            yield data["form"]
        for value in data.values():
            yield from _forms(value)
    elif isinstance(data, list):
        for value in data:
            yield from _forms(value)


def _rows(cells: str) -> list[str]:
    return [re.sub(r"\s*\|\s*", "|", line.strip()) for line in cells.strip().splitlines() if line.strip()]


def _is(wanted: str, given: str) -> bool:
    """Return whether a row is a row of the form with its blanks filled."""
    fixed = (CHOICE.join(map(re.escape, each.split("□"))) for each in BLANK.split(wanted))
    return re.fullmatch("[^|]+?".join(fixed), given) is not None


def main() -> None:
    """Render the shipped standards with their forms filled in."""
    with TemporaryDirectory() as name:
        directory = Path(name) / "standards"
        shutil.copytree(SHIPPED, directory)
        ids = fill(directory, specimens())
        out = str(Path(sys.argv[1]).resolve())
        arguments = ["-C", str(directory), "render", *ids, "--to", "docx", "--as", "standards", "-o", out]
        sys.exit(run_commands(Commands(speaker("zh")), "zh", arguments))


if __name__ == "__main__":
    main()

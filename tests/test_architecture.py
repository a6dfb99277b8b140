"""The house holds: a level imports only lower ones, files and functions keep their budgets."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

LEVELS = {
    "model": 1,
    "originality": 1,
    "read": 2,
    "corpora": 2,
    "resolve": 3,
    "draw": 3,
    "check": 4,
    "compose": 4,
    "render": 4,
    "reports": 5,
    "importers": 5,
    "publish": 6,
    "cli": 7,
}
BELOW_ALL = {"__init__", "__main__"}
TOUCH_FILES = {
    "read/load.py", "read/house.py", "read/schema.py", "read/source.py", "read/decode.py", "read/data.py", "read/state.py",
    "read/replace.py", "read/confirmed.py", "read/verdicts.py", "check/catalogue.py", "check/fix_set.py",
    "originality/disk.py", "originality/lock.py", "originality/tables", "originality/spark/store.py", "corpora", "importers",
    "publish", "render/docx/libreoffice.py", "render/typst/press.py", "cli",
}  # fmt: skip
FILE_LINES, FUNCTION_LINES, PARAMETERS = 300, 40, 5


def modules() -> Iterator[tuple[str, ast.Module]]:
    for file in sorted((ROOT / "stdkit").rglob("*.py")):
        name = file.relative_to(ROOT / "stdkit").as_posix()
        yield name, ast.parse(file.read_text(encoding="utf-8"))


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("stdkit"):
            yield node.module if node.module != "stdkit" else f"stdkit.{node.names[0].name}"
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("stdkit"))


def test_a_level_imports_only_lower_ones() -> None:
    wrong = []
    for name, tree in modules():
        room = name.partition("/")[0]
        others = [module for module in imported(tree) if module.split(".")[1] in LEVELS.keys() - {room}]
        if room in LEVELS:
            wrong += [f"{name} imports {each}" for each in others if LEVELS[each.split(".")[1]] >= LEVELS[room]]
    assert wrong == []


def test_backends_see_only_the_model() -> None:
    wrong = [
        f"{name} imports {module}"
        for name, tree in modules()
        if name.startswith("render/")
        for module in imported(tree)
        if module.split(".")[1] not in {"model", "render"}
    ]
    assert wrong == []


def test_only_the_command_line_prints_exits_and_reads_the_clock() -> None:
    forbidden = {"print", "exit"}
    wrong = []
    for name, tree in modules():
        if name.startswith("cli/") or name == "__main__.py":
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                if called in forbidden or called in {
                    "sys.exit",
                    "datetime.now",
                    "date.today",
                    "time.time",
                    "Path.cwd",
                    "os.getcwd",
                }:
                    wrong.append(f"{name}: {called}")
    assert wrong == []


def test_only_named_rooms_touch_files() -> None:
    calls = {
        "read_text",
        "write_text",
        "read_bytes",
        "write_bytes",
        "mkdir",
        "unlink",
        "open",
        "iterdir",
        "glob",
        "rglob",
    }
    wrong = []
    for name, tree in modules():
        if any(name == each or name.startswith(f"{each}/") for each in TOUCH_FILES):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in calls:
                wrong.append(f"{name}: {ast.unparse(node.func)}")
    assert wrong == []


def test_files_stay_short() -> None:
    long = [
        f"{file.relative_to(ROOT)}"
        for file in (ROOT / "stdkit").rglob("*.py")
        if len(file.read_text(encoding="utf-8").splitlines()) > FILE_LINES and not file.name.endswith("_pages.py")
    ]
    assert long == []


def functions() -> Iterator[tuple[str, ast.FunctionDef]]:
    for name, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                yield f"{name}:{node.name}", node


def test_functions_stay_short() -> None:
    long = []
    for name, node in functions():
        body = node.body[1:] if ast.get_docstring(node) else node.body
        if body and (body[-1].end_lineno or 0) - body[0].lineno + 1 > FUNCTION_LINES:
            long.append(name)
    assert long == []


def test_functions_have_few_parameters() -> None:
    many = []
    for name, node in functions():
        arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        own = [each for each in arguments if each.arg not in {"self", "cls"}]
        if len(own) > PARAMETERS:
            many.append(name)
    assert many == []


@pytest.mark.parametrize("folder", ["standards", "stdkit", "schemas", "templates", "tests"])
def test_the_top_level_holds_what_people_expect(folder: str) -> None:
    assert Path(ROOT / folder).is_dir()

"""Start-up imports only what a command needs."""

import json
import subprocess
import sys

import pytest

from tests.conftest import ROOT

HEAVY = {"docx", "numpy", "openpyxl", "rapidfuzz", "lxml", "jinja2", "jsonschema", "rich", "pypdf", "yaml", "jsonschema_rs"}
NEEDED = {
    ("--help",): set(),
    ("--version",): set(),
    ("validate", "--help"): {"yaml", "jsonschema_rs"},
    ("-C", "standards", "validate", "--format", "json"): {"yaml", "jsonschema_rs"},
    ("-C", "standards", "list", "--format", "json"): {"yaml", "jsonschema_rs"},
    ("-C", "standards", "show", "XM-101", "--format", "plain"): {"yaml", "jsonschema_rs"},
}
PROBE = """
import sys, json, io, contextlib
from stdkit.cli import main as entry
sys.argv = ["stdkit", *json.loads(sys.argv[1])]
with contextlib.redirect_stdout(io.StringIO()):
    try:
        entry.main()
    except SystemExit:
        pass
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""


@pytest.mark.parametrize("arguments", NEEDED, ids=" ".join)
def test_a_command_imports_no_heavy_library_that_it_does_not_need(arguments: tuple[str, ...]) -> None:
    result = subprocess.run(
        [sys.executable, "-c", PROBE, json.dumps(arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    loaded = set(json.loads(result.stdout.splitlines()[-1]))
    assert loaded & HEAVY <= NEEDED[arguments]

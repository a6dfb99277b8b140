"""What the documents show is what the tool does."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from stdkit.cli.language import speaker
from stdkit.cli.main import COMMANDS, Commands
from tests.conftest import ROOT, SETS


def test_the_standard_on_the_format_page_is_the_one_that_the_tests_validate() -> None:
    page = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"```yaml\n(id: .*?)```", page, re.DOTALL)
    assert shown == (SETS / "sample" / "service-project" / "XM-101.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_every_command_is_in_the_readme_and_no_other(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    named = set(re.findall(r"`stdkit ([a-z]+)", text))
    assert named == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_help_of_every_command_ends_in_an_example_of_it(name: str, language: str) -> None:
    result = CliRunner().invoke(Commands(speaker(language)), [name, "--help"])
    assert result.exit_code == 0
    last = result.output.strip().splitlines()[-1]
    assert f"stdkit {name}" in last


@pytest.mark.parametrize("path", ["README.md", "README.zh-CN.md", "CONTRIBUTING.md", "docs/format.md", "docs/zh/guide.md"])
def test_links_between_the_documents_lead_to_files(path: str) -> None:
    file = ROOT / path
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", file.read_text(encoding="utf-8"))
    missing = [target for target in targets if not (file.parent / target).exists()]
    assert missing == []


def test_nothing_names_a_folder_of_one_machine() -> None:
    wrong = []
    for folder in ("stdkit", "docs", "schemas", "templates", "standards"):
        for file in (ROOT / folder).rglob("*"):
            if file.suffix in {".py", ".md", ".yaml", ".json", ".j2"} and re.search(
                r"(?<![\w.])/(?:home|root|work|tmp)/\w", file.read_text(encoding="utf-8")
            ):
                wrong.append(str(file.relative_to(ROOT)))
    assert wrong == []


def test_the_make_targets_of_the_readme_exist() -> None:
    makefile = Path(ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"make (\w+)", (ROOT / "README.md").read_text(encoding="utf-8")):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target

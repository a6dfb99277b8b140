"""Run the command line in this process, as a person would from a shell."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from stdkit.cli.language import speaker
from stdkit.cli.main import Commands, run_commands


def stdkit(*arguments: str | Path, language: str = "zh") -> Result:
    """Return the result of a command: exit code, standard output, standard error."""
    import click

    @click.command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
    @click.argument("words", nargs=-1, type=click.UNPROCESSED)
    def whole(words: tuple[str, ...]) -> None:
        raise SystemExit(run_commands(Commands(speaker(language)), language, list(words)))

    return CliRunner().invoke(whole, ["--", "--lang", language, *map(str, arguments)])


def findings(directory: Path, *arguments: str | Path) -> tuple[int, list[dict[str, Any]]]:
    """Return the exit code and the diagnostics of ``validate`` for a folder."""
    result = stdkit("-C", directory, "validate", "--format", "json", *arguments)
    return result.exit_code, json.loads(result.stdout)["diagnostics"]

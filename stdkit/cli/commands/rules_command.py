"""``stdkit rules``: the catalogue of everything that can be found."""

from __future__ import annotations

import json

import click

from stdkit.check.catalogue import pages
from stdkit.cli.language import Say, pick, speaker
from stdkit.cli.options import GlobalCommand, Options
from stdkit.model.diagnostics import Page

FORMATS = ("table", "json", "markdown")


def command(say: Say) -> click.Command:
    """Return the command."""
    return GlobalCommand(
        "rules",
        params=[click.Option(["--format"], type=click.Choice(FORMATS), default="table", help=say("格式", "format"))],
        help=say("列出检查规则。", "List the rules."),
        epilog=say("例：stdkit rules --format markdown", "Example: stdkit rules --format markdown"),
        callback=lambda format: _run(format, click.get_current_context().obj),  # noqa: A006 - the option's name
    )


def _run(form: str, options: Options) -> int:
    language = options.language or "zh"
    catalogue = sorted(pages().items())
    if form == "json":
        click.echo(json.dumps([_row(name, page) for name, page in catalogue], ensure_ascii=False, indent=2))
    elif form == "markdown":
        say = speaker(language)
        click.echo(say("| 规则 | 级别 | 依据 | 缺陷 |", "| rule | severity | basis | defect |"))
        click.echo("|---|---|---|---|")
        for name, page in catalogue:
            click.echo(f"| `{name}` | {page.severity} | {page.basis} | {pick(page.title, language)} |")
    else:
        width = max(len(name) for name, _ in catalogue)
        for name, page in catalogue:
            click.echo(f"{name:<{width}}  {page.severity:<7}  {pick(page.title, language)}")
    return 0


def _row(name: str, page: Page) -> dict[str, object]:
    return {
        "id": name,
        "severity": page.severity.value,
        "basis": page.basis,
        "title": {"zh": page.title.zh, "en": page.title.en},
        "fix": page.fix,
    }

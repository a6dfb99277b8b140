"""``stdkit explain``: the page of one rule."""

from __future__ import annotations

from difflib import get_close_matches

import click

from stdkit.check.catalogue import pages
from stdkit.cli.language import Say
from stdkit.cli.options import GlobalCommand, Options
from stdkit.cli.rule_page import page_text
from stdkit.model.diagnostics import Bilingual, StdkitError


def command(say: Say) -> click.Command:
    """Return the command."""
    return GlobalCommand(
        "explain",
        params=[click.Argument(["rule"], metavar="RULE")],
        help=say("解释一条规则：级别、依据、缺陷、改法、正误示例。", "Explain a rule: severity, basis, defect, cure, examples."),
        epilog=say("例：stdkit explain verb-forbidden", "Example: stdkit explain verb-forbidden"),
        callback=lambda rule: _run(rule, click.get_current_context().obj),
    )


def _run(rule: str, options: Options) -> int:
    catalogue = pages()
    if rule not in catalogue:
        near = get_close_matches(rule, list(catalogue), n=1)
        hint_zh, hint_en = (f"：是不是 {near[0]}", f": is {near[0]} meant") if near else ("", "")
        raise StdkitError(Bilingual(f"没有规则 {rule}{hint_zh}", f"there is no rule {rule}{hint_en}"))
    click.echo(page_text(rule, options.language or "zh"))
    return 0

"""``stdkit explain``: the page of one rule."""

from __future__ import annotations

from difflib import get_close_matches

import click

from stdkit.check.catalogue import pages
from stdkit.cli.language import Say, pick, speaker
from stdkit.cli.options import GlobalCommand, Options
from stdkit.model.diagnostics import Bilingual, Page, StdkitError


def command(say: Say) -> click.Command:
    """Return the command."""
    return GlobalCommand(
        "explain",
        params=[click.Argument(["rule"], metavar="RULE")],
        help=say("解释一条规则：缺陷、理由、正误示例、依据。", "Explain a rule: the defect, why, examples, its basis."),
        epilog=say("例：stdkit explain verb-forbidden", "Example: stdkit explain verb-forbidden"),
        callback=lambda rule: _run(rule, click.get_current_context().obj),
    )


def _run(rule: str, options: Options) -> int:
    catalogue = pages()
    if rule not in catalogue:
        near = get_close_matches(rule, list(catalogue), n=1)
        hint_zh, hint_en = (f"：是不是 {near[0]}", f": is {near[0]} meant") if near else ("", "")
        raise StdkitError(Bilingual(f"没有规则 {rule}{hint_zh}", f"there is no rule {rule}{hint_en}"))
    click.echo(explain(rule, catalogue[rule], options.language or "zh"))
    return 0


def explain(rule: str, page: Page, language: str) -> str:
    """Return the page of a rule as text."""
    say = speaker(language)
    parts = [f"{rule}  {page.severity}", pick(page.title, language), pick(page.why, language)]
    for title, example in ((say("不当", "bad"), page.bad), (say("恰当", "good"), page.good)):
        if example:
            body = "\n".join(f"    {line}" for line in example.strip("\n").splitlines())
            parts.append(f"{title}\n{body}")
    if page.limits:
        parts.append(say("不报：", "passed over: ") + pick(page.limits, language))
    parts.append(say("依据：", "basis: ") + page.basis)
    return "\n\n".join(part for part in parts if part)

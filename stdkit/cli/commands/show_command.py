"""``stdkit show``: one standard with its computed numbers and its citations in and out."""

from __future__ import annotations

import json

import click

from stdkit.cli.language import Say
from stdkit.cli.named import unknown_standard
from stdkit.cli.opening import Opened, open_set
from stdkit.cli.options import GlobalCommand, Options
from stdkit.compose.plain import plain_standard
from stdkit.resolve.resolved import Citation


def command(say: Say) -> click.Command:
    """Return the command."""
    return GlobalCommand(
        "show",
        params=[
            click.Argument(["identifier"], metavar="ID"),
            click.Option(["--format"], type=click.Choice(["text", "plain", "json"]), default="text", help=say("格式", "format")),
        ],
        help=say("显示一项标准：编号、条文、引用与被引用。", "Show one standard: numbers, text, citations in and out."),
        epilog=say("例：stdkit show XM-101", "Example: stdkit show XM-101"),
        callback=lambda identifier, format: _run(identifier, format, click.get_current_context().obj),  # noqa: A006 - the option's name
    )


def _run(identifier: str, form: str, options: Options) -> int:
    opened = open_set(options, form)
    if identifier not in opened.resolved.index.standards:
        raise unknown_standard(identifier, opened.resolved.index)
    if form == "json":
        click.echo(json.dumps(_json(identifier, opened), ensure_ascii=False, indent=2))
    elif form == "plain":
        click.echo(plain_standard(opened.resolved, identifier))
    else:
        click.echo(_text(identifier, opened))
    return 0


def _json(identifier: str, opened: Opened) -> dict[str, object]:
    from stdkit.cli.commands.list_command import describe

    return {
        **describe(opened.resolved.index.standards[identifier], opened),
        "cites": [_citation(each) for each in _cites(identifier, opened)],
        "cited_by": [{"id": name, **_citation(each)} for name, each in _cited_by(identifier, opened)],
        "text": plain_standard(opened.resolved, identifier),
    }


def _citation(citation: Citation) -> dict[str, object]:
    return {
        "to": citation.target,
        "number": citation.printed,
        "kind": citation.nature,
        "dated": citation.dated,
        "clause": citation.clause,
        "line": citation.at.line,
    }


def _text(identifier: str, opened: Opened) -> str:
    say, resolved = opened.say, opened.resolved
    standard = resolved.index.standards[identifier]
    lines = [
        f"{identifier}  {resolved.number(identifier)}  {resolved.title(identifier)}",
        f"{standard.module} · {standard.subsystem.text} · {standard.stage} · {standard.origin.kind}",
        "",
    ]
    text = plain_standard(resolved, identifier)
    lines += [text, ""] if text else []
    cites = _cites(identifier, opened)
    if cites:
        lines.append(say("引用：", "cites:"))
        lines += [f"  {each.printed}  {each.title}  ({each.nature}, {each.at.line})" for each in cites]
    cited = _cited_by(identifier, opened)
    if cited:
        lines.append(say("被引用：", "cited by:"))
        lines += [f"  {name}  ({each.nature}, {each.at.line})" for name, each in cited]
    return "\n".join(lines).rstrip()


def _cites(identifier: str, opened: Opened) -> tuple[Citation, ...]:
    resolved = opened.resolved.standards.get(identifier)
    return resolved.citations if resolved else ()


def _cited_by(identifier: str, opened: Opened) -> list[tuple[str, Citation]]:
    return [
        (name, citation)
        for name, resolved in opened.resolved.standards.items()
        for citation in resolved.citations
        if citation.target == identifier
    ]

"""``stdkit list``: the standards of the set, as a table, JSON or CSV."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass

import click

from stdkit.cli.language import Say
from stdkit.cli.opening import Opened, open_set
from stdkit.cli.options import GlobalCommand, Options
from stdkit.model.standard import Stage, Standard
from stdkit.read.load import MODULES
from stdkit.resolve.resolved import ResolvedSet

STAGES = click.Choice([each.value for each in Stage])
ORIGINS = ("original", "adapted", "adopted")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person has asked ``list`` for."""

    module: str | None
    audience: str | None
    origin: str | None
    stage: str | None
    format: str


def command(say: Say) -> click.Command:
    """Return the command."""
    return GlobalCommand(
        "list",
        params=[
            click.Option(["--module"], type=click.Choice(MODULES), help=say("只列这个模块", "only this module")),
            click.Option(["--audience"], metavar="ID", help=say("只列这类执行对象的", "only those that apply to an audience")),
            click.Option(["--origin"], type=click.Choice(ORIGINS), help=say("只列这种来源的", "only this origin")),
            click.Option(["--stage"], type=STAGES, help=say("只列这个阶段", "this stage")),
            click.Option(["--format"], type=click.Choice(["table", "json", "csv"]), default="table", help=say("格式", "format")),
        ],
        help=say("列出标准。", "List the standards of the set."),
        epilog=say("例：stdkit list --audience village", "Example: stdkit list --audience village"),
        callback=lambda **given: _run(Wanted(**given), click.get_current_context().obj),
    )


def _run(wanted: Wanted, options: Options) -> int:
    opened = open_set(options, wanted.format)
    rows = [describe(each, opened) for each in opened.standards.standards if _wanted(each, wanted)]
    if wanted.format == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    elif wanted.format == "csv":
        click.echo(_csv(rows), nl=False)
    else:
        click.echo(_table(rows, opened))
    return 0


def describe(standard: Standard, opened: Opened) -> dict[str, object]:
    """Return a standard under the JSON names of the contract."""
    resolved = opened.resolved
    identifier = standard.id.text
    return {
        "id": identifier,
        "number": resolved.number(identifier),
        "title": _titles(standard, resolved),
        "module": standard.module,
        "subsystem": standard.subsystem.text,
        "type": standard.type.value if standard.type else None,
        "stage": standard.stage.value,
        "origin": standard.origin.kind,
        "issued": _date(standard, resolved, "issued"),
        "implemented": _date(standard, resolved, "implemented"),
        "applies_to": [word.text for word in standard.applies_to],
        "informs": [word.text for word in standard.informs],
        "path": opened.prefix + standard.path,
    }


def _titles(standard: Standard, resolved: ResolvedSet) -> dict[str, str | None]:
    entry = resolved.index.registry.get(resolved.number(standard.id.text)) if standard.adopted else None
    title = entry.title if entry else standard.title
    return {"zh": title.zh.text if title.zh else None, "en": title.en.text if title.en else None}


def _date(standard: Standard, resolved: ResolvedSet, name: str) -> str | None:
    if standard.adopted:
        entry = resolved.index.registry.get(resolved.number(standard.id.text))
        date: str | None = getattr(entry, name) if entry else None
        return date
    word = standard.issued if name == "issued" else standard.implemented
    return word.text if word else None


def _wanted(standard: Standard, wanted: Wanted) -> bool:
    return (
        (wanted.module is None or standard.module == wanted.module)
        and (wanted.audience is None or any(word.text == wanted.audience for word in standard.applies_to))
        and (wanted.origin is None or standard.origin.kind == wanted.origin)
        and (wanted.stage is None or standard.stage == wanted.stage)
    )


def _csv(rows: list[dict[str, object]]) -> str:
    """Return the rows as CSV; a cell that a spreadsheet would take for a formula begins with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    names = list(rows[0]) if rows else []
    writer.writerow([column for name in names for column in (("title_zh", "title_en") if name == "title" else (name,))])
    for row in rows:
        writer.writerow([_safe(cell) for name in names for cell in _cells(row[name])])
    return out.getvalue()


def _cells(value: object) -> tuple[str, ...]:
    if isinstance(value, dict):
        return tuple(str(each or "") for each in value.values())
    if isinstance(value, list):
        return (" ".join(value),)
    return ("" if value is None else str(value),)


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t")) else text


def _table(rows: list[dict[str, object]], opened: Opened) -> str:
    from rich.console import Console
    from rich.table import Table

    say = opened.say
    table = Table(box=None, header_style="bold", pad_edge=False)
    for head in (
        say("标准", "id"),
        say("编号", "number"),
        say("名称", "title"),
        say("阶段", "stage"),
        say("来源", "origin"),
    ):
        table.add_column(head, no_wrap=head in {say("标准", "id"), say("编号", "number")})
    for row in rows:
        titles = row["title"]
        title = (titles[opened.language] or titles["zh"] or "") if isinstance(titles, dict) else ""
        table.add_row(str(row["id"]), str(row["number"]), title, str(row["stage"]), str(row["origin"]))
    console = Console(width=max(100, Console().width) if not Console().is_terminal else None, no_color=True, highlight=False)
    with console.capture() as captured:
        console.print(table)
    total = say(f"共{len(rows)}项", f"{len(rows)} standards")
    return "\n".join(line.rstrip() for line in captured.get().splitlines()) + f"\n{total}"

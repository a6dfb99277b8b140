"""``stdkit impact``: what cites a standard or a clause, directly or through others."""

from __future__ import annotations

import json
from functools import cache

import click

from stdkit.check.places import Places
from stdkit.cli.language import Say
from stdkit.cli.named import named
from stdkit.cli.opening import Opened, open_set, tell_unread
from stdkit.cli.options import GlobalCommand, Options
from stdkit.reports.impact import Reached, citing_sentence, impact
from stdkit.resolve.links import Link


def command(say: Say) -> click.Command:
    """Return the command."""
    return GlobalCommand(
        "impact",
        params=[
            click.Argument(["target"], metavar="ID[#clause]"),
            click.Option(["--format"], type=click.Choice(["text", "json"]), default="text", help=say("格式", "format")),
            click.Option(["--direct"], is_flag=True, help=say("只列直接引用的", "only what cites it directly")),
        ],
        help=say(
            "改一项标准或者一条会影响哪里：直接和间接引用它的条文。",
            "What a change of a standard or clause reaches: the texts that cite it, directly or through others.",
        ),
        epilog=say("例：stdkit impact XM-102#publish", "Example: stdkit impact XM-102#publish"),
        callback=lambda target, format, direct: _run(target, format, click.get_current_context().obj, direct=direct),  # noqa: A006 - the option's name
    )


def _run(target: str, form: str, options: Options, *, direct: bool) -> int:
    opened = open_set(options, form)
    tell_unread(opened)
    standard, clause = named(target, opened.resolved)
    found = [each for each in impact(opened.resolved, standard, clause) if each.steps == 1 or not direct]
    printer = _Printer(opened)
    if form == "json":
        data = {"target": target, "citations": [printer.data(each) for each in found]}
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(printer.lines(target, found)))
    return 0


class _Printer:
    """Says where citations stand; what a standard needs for it is gathered once."""

    def __init__(self, opened: Opened) -> None:
        self.opened = opened
        self.places = cache(lambda name: Places(opened.resolved.standards[name], opened.resolved.house))

    def data(self, each: Reached) -> dict[str, object]:
        """Return a citation under the names of JSON."""
        link = each.link
        return {
            "from": link.standard,
            "place": self.place(link),
            "to": link.target,
            "clause": link.anchor,
            "kind": link.nature,
            "dated": link.dated,
            "steps": each.steps,
            "through": self.where(each.through) if each.through else None,
            "path": self.opened.prefix + self.opened.resolved.standards[link.standard].standard.path,
            "line": link.at.line,
            "sentence": citing_sentence(self.opened.resolved, link),
        }

    def place(self, link: Link) -> str | None:
        """Return the printed number around a citation."""
        place: str | None = self.places(link.standard).around(link.at) if link.mention else None
        return place

    def where(self, link: Link) -> str:
        """Return where a citation stands, for people."""
        return f"{link.standard} {self.place(link) or ''}".rstrip()

    def lines(self, target: str, found: list[Reached]) -> list[str]:
        """Return the lines for a terminal."""
        say = self.opened.say
        if not found:
            return [say(f"没有条文引用 {target}", f"nothing cites {target}")]
        lines: list[str] = []
        for number in sorted({each.steps for each in found}):
            step = [each for each in found if each.steps == number]
            direct = say("直接引用", "directly")
            lines.append(direct if number == 1 else say(f"间接引用，第{number}步", f"through others, step {number}"))
            for each in step:
                kind = say("规范性", "normative") if each.link.nature == "normative" else say("资料性", "informative")
                through = say(f"，经 {self.where(each.through)}", f", through {self.where(each.through)}") if each.through else ""
                lines.append(f"  {self.where(each.link)} → {each.link.name}  ({kind}{through})")
                sentence = citing_sentence(self.opened.resolved, each.link)
                lines += [f"      {sentence}"] if sentence else []
        standards = len({each.link.standard for each in found})
        lines.append(say(f"共{len(found)}处，在{standards}项标准中", f"{len(found)} citations in {standards} standards"))
        return lines

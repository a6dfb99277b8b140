"""``stdkit import``: take in a list that is kept in a spreadsheet."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from stdkit.check.fix_set import diff
from stdkit.cli.language import Say, pick
from stdkit.cli.opening import Opened, open_set
from stdkit.cli.options import GlobalCommand, Options
from stdkit.importers.references import Imported, import_references
from stdkit.importers.references_words import Words, words_of
from stdkit.importers.spreadsheet import spreadsheet_pages
from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.read.house import load_house
from stdkit.read.load import REGISTRY
from stdkit.read.replace import replace_file

BOM = b"\xef\xbb\xbf"
SHIPPED = ("gbt", "iso")
MOST_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person has asked ``import`` for."""

    what: str
    file: str
    diff: bool


def command(say: Say) -> click.Command:
    """Return the command."""
    return GlobalCommand(
        "import",
        params=[
            click.Argument(["what"], metavar="references", type=click.Choice(["references"])),
            click.Argument(["file"], metavar="FILE"),
            click.Option(["--diff"], is_flag=True, help=say("只显示会改什么", "only show what would change")),
        ],
        help=say(
            "把 Excel（.xlsx）或 CSV 文件中的外部文件清单收进 references.yaml：只写不同的值和新登记的文件，空格不改，"
            "“—”去掉一个值；显示改动。标准中的引用不改。",
            "Take a list of outside documents from an Excel (.xlsx) or CSV file into references.yaml: only values that differ "
            "and new documents are written, an empty cell changes nothing, “—” takes a value away; the changes are shown. "
            "References in the standards stay as they are.",
        ),
        epilog=say(
            "例：stdkit import references 清单.xlsx --diff",
            "Example: stdkit import references list.xlsx --diff",
        ),
        callback=lambda **given: _run(Wanted(**given), click.get_current_context().obj),
    )


def _run(wanted: Wanted, options: Options) -> int:
    opened = open_set(options)
    file = opened.standards.directory / REGISTRY
    before = _before(file)
    pages = spreadsheet_pages(Path(wanted.file))
    mark = BOM if before is not None and before.startswith(BOM) else b""
    text = (before or b"").removeprefix(BOM).decode("utf-8", errors="replace")  # what is no UTF-8 has errors and is refused
    imported = import_references(pages, text, _words(opened))
    if imported.faults:
        return _refused(imported, wanted, opened)
    after = mark + imported.after.encode("utf-8")
    click.echo(diff(before or b"", after, opened.prefix + REGISTRY), nl=False)
    if not wanted.diff and after != (before or b""):
        replace_file(file, after, before=before)
    if not options.quiet:
        _tell(imported, opened, written=not wanted.diff)
    return 0


def _before(file: Path) -> bytes | None:
    """Return what the registry holds, ``None`` when there is none."""
    try:
        return file.read_bytes() if file.exists() else None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise StdkitError(Bilingual(f"{REGISTRY} 读不出来：{reason}", f"{REGISTRY} cannot be read: {reason}")) from error


def _words(opened: Opened) -> Words:
    """Return the words of the set's own house, then those of the shipped ones."""
    own = opened.resolved.house
    directory = opened.standards.directory
    return words_of([own, *(load_house(name, directory) for name in SHIPPED if name != own.name)])


def _refused(imported: Imported, wanted: Wanted, opened: Opened) -> int:
    name = Path(wanted.file).name
    for fault in imported.faults[:MOST_SHOWN]:
        place, message = pick(fault.place(), opened.language), pick(fault.message, opened.language)
        click.echo(f"{name} {place}{opened.say('：', ': ')}{message}" if place else f"{name}{opened.say('：', ': ')}{message}")
    count, more = len(imported.faults), len(imported.faults) - MOST_SHOWN
    rest = opened.say(f"，其余{more}处没有列出", f", {more} more not shown") if more > 0 else ""
    click.echo(
        opened.say(f"{count}处要改{rest}；没有写 {REGISTRY}", f"{count} to mend{rest}; {REGISTRY} was not written"), err=True
    )
    return 1


def _tell(imported: Imported, opened: Opened, *, written: bool) -> None:
    say = opened.say
    added, changed, unnamed = len(imported.added), len(imported.changed), len(imported.unnamed)
    if written:
        lines = [say(f"新登记{added}个，改{changed}个", f"{added} registered, {changed} changed")]
    else:
        lines = [say(f"会新登记{added}个，改{changed}个", f"{added} would be registered, {changed} changed")]
    lines[0] += say(f"，{imported.equal}个没有不同", f", {imported.equal} without a difference")
    if unnamed:
        lines.append(
            say(f"登记表中有{unnamed}个文件不在清单里，没有动", f"{unnamed} documents of the registry are not listed and stay")
        )
    if imported.bare:
        lines.append(
            say(
                f"清单中{len(imported.bare)}个没有登记的文件只有编号，没有收",
                f"{len(imported.bare)} listed by number alone were not taken",
            )
        )
    if imported.ignored:
        shown = say("、", ", ").join(imported.ignored)
        lines.append(say(f"没有读的列：{shown}", f"columns that were not read: {shown}"))
    if added or changed:
        lines.append(
            say("标准中的引用没有改：stdkit report references 列出要决定的事项", "references stay: see stdkit report references")
        )
    click.echo("\n".join(lines), err=True)

"""The list of standards (标准明细表) in the columns that a scheme wants (GB/T 13016, GB/T 24421, a pilot, a publisher's own)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.model.document import Block, Table
from stdkit.model.house import Column, ColumnSet
from stdkit.model.standard import Stage, Standard
from stdkit.model.system import Entry
from stdkit.model.text import Word
from stdkit.reports.report import Content, standard_link, table
from stdkit.resolve.needs import level_of
from stdkit.resolve.references import nearest
from stdkit.resolve.resolved import ResolvedSet

LEFT = {"number", "title", "english", "owner", "applies_to", "informs", "note"}
_UPRIGHT = 9
"""More columns than these stand on a page turned sideways."""

Row = tuple[str, dict[str, str]]


def column_set(resolved: ResolvedSet, asked: str | None) -> ColumnSet:
    """Return the set of columns that is asked for, else that of ``system.yaml``, else the first one of the house.

    Raises ``StdkitError`` when the house has no such set; where ``system.yaml`` names it, with the line.
    """
    known = resolved.house.columns
    typed = resolved.index.system.columns
    name = asked or (typed.text if typed else next(iter(known), ""))
    if name in known:
        return known[name]
    near = nearest(name, tuple(known))
    zh, en = (f"：是不是 {near}", f": is {near} meant") if near else ("", "")
    where = Bilingual("", "")
    if typed and not asked:
        where = Bilingual(f"system.yaml 第{typed.at.line}行：", f"system.yaml, line {typed.at.line}: ")
    names = ", ".join(known)
    raise StdkitError(
        Bilingual(
            f"{where.zh}样式“{resolved.house.name}”的 columns.yaml 中没有栏目 {name}{zh}（有 {names}）",
            f"{where.en}columns.yaml of house “{resolved.house.name}” has no set {name}{en} (there are {names})",
        )
    )


def rows(resolved: ResolvedSet) -> list[Row]:
    """Return every standard in the order of the system, with what each column may show of it."""
    ordered = sorted(resolved.index.standards.items(), key=lambda each: (_place(resolved, each[1]), each[0]))
    return [(name, _words(resolved, name, each) | {"ordinal": str(place)}) for place, (name, each) in enumerate(ordered, 1)]


def _place(resolved: ResolvedSet, standard: Standard) -> tuple[int, int]:
    """Return where a standard stands in the order of modules and sub-categories."""
    for number, module in enumerate(resolved.index.system.modules):
        for position, part in enumerate(module.subsystems):
            if part.id == standard.subsystem.text:
                return number, position
    return len(resolved.index.system.modules), 0


def _words(resolved: ResolvedSet, name: str, each: Standard) -> dict[str, str]:
    house, language = resolved.house, resolved.index.language
    nothing, separator = house.label("nothing"), house.label("separator")
    entry = resolved.index.registry.get(each.origin.source.text) if each.origin.source else None
    module = resolved.index.system.module_of(each.subsystem.text)
    parts = {part.id: part.title.text(language) for part in module.subsystems} if module else {}
    words = {
        "code": name,
        "module": module.title.text(language) if module else "",
        "subsystem": each.subsystem.text,
        "subsystem_title": parts.get(each.subsystem.text, ""),
        "number": resolved.number(name),
        "title": resolved.title(name),
        "type": house.label(f"type_{each.type}") if each.type else "",
        "issued": _day(each.issued, entry.issued if entry else None),
        "implemented": _day(each.implemented, entry.implemented if entry else None),
        "origin": house.label(f"origin_{each.origin.kind}"),
        "source": each.origin.source.text if each.origin.source else "",
        "correspondence": separator.join(each.correspondence) if each.correspondence else "",
        "owner": each.owner or "",
        "stage": house.label(f"stage_{each.stage}"),
        "status": _status(resolved, each, entry),
        "replaces": separator.join(word.text for word in each.replaces),
        "level": house.label(f"level_{level_of(resolved.index, each)}"),
        "applies_to": separator.join(_audiences(resolved, each.applies_to)),
        "informs": separator.join(_audiences(resolved, each.informs)),
        "review_due": each.review_due.text if each.review_due else "",
        "ics": separator.join(each.ics),
        "ccs": separator.join(each.ccs),
    }
    free = {"english": _english(resolved, each), "note": _note(resolved, each, entry), "blank": ""}
    return {key: word or nothing for key, word in words.items()} | free


def _day(own: Word | None, registered: str | None) -> str:
    return own.text if own else registered or ""


def _english(resolved: ResolvedSet, each: Standard) -> str:
    return each.title.en.text if each.title.en and resolved.index.language == "zh" else ""


def _status(resolved: ResolvedSet, each: Standard, entry: Entry | None) -> str:
    """Return the stage of a standard; of a directly implemented one what the register says of its document."""
    if each.adopted and entry:
        return resolved.house.label(f"status_{entry.status}")
    return resolved.house.label(f"stage_{each.stage}")


def _note(resolved: ResolvedSet, each: Standard, entry: Entry | None) -> str:
    """Return what a reader of the list should know besides: what replaces a document, what a text is adapted from."""
    house = resolved.house
    if each.adopted and entry and entry.replaced_by:
        return house.label("system_note_replaced", document=entry.replaced_by)
    if each.origin.kind == "adapted" and each.origin.source:
        return house.label("system_note_adapted", document=each.origin.source.text)
    return "" if each.stage in {Stage.PUBLISHED, Stage.WITHDRAWN} else house.label("system_note_unfinished")


def _audiences(resolved: ResolvedSet, typed: Sequence[Word]) -> Iterator[str]:
    names = {each.id: each.name.text(resolved.index.language) for each in resolved.index.system.audiences}
    return (names.get(word.text, word.text) for word in typed)


def list_table(resolved: ResolvedSet, listed: Sequence[Row], columns: Sequence[Column]) -> Block:
    """Return the list as a table; a number leads to the standard."""
    body: list[list[Content]] = []
    for name, words in listed:
        body.append([standard_link(resolved, name) if each.field == "number" else words[each.field] for each in columns])
    made = column_table(columns, body)
    return replace(made, landscape=len(columns) > _UPRIGHT)


def column_table(columns: Sequence[Column], body: Sequence[Sequence[Content]]) -> Table:
    """Return a table with the headings and widths of its columns."""
    whole = sum(each.width for each in columns)
    left = [place for place, each in enumerate(columns) if each.field in LEFT or each.field == "group"]
    return table([each.heading for each in columns], body, [each.width / whole for each in columns], left=left)

"""A list of documents from a spreadsheet → the text of the registry with what the list says otherwise.

A document that the list does not name stays as it is, and so does a value whose cell is empty: nothing is lost by a list that
says less. No standard is touched, so a dated reference stays what it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stdkit.importers.cells import Fault, Page
from stdkit.importers.references_table import Reading, Said, Table, find_table
from stdkit.importers.references_values import Value, tidy
from stdkit.importers.references_words import Words
from stdkit.importers.yaml_edits import Edit, MappingEdits, New, applied, inline, scalar
from stdkit.model.diagnostics import Bilingual, Severity, StdkitError
from stdkit.read.layout_lines import last_line
from stdkit.read.schema import check_schema
from stdkit.read.source import Data, MappingNode, Source, parse_source
from stdkit.resolve.documents import parse_number

KEYS = ("title", "level", "status", "issued", "implemented", "replaces", "replaced_by", "checked_on", "evidence", "parts")
_ORDER = (*KEYS, "zh", "en")
_NEEDED = ("level", "status")
_EMPTY = "yaml-empty"


@dataclass(frozen=True, slots=True)
class Imported:
    """What a list changes: the text afterwards, or the faults that keep it from being taken.

    ``changed`` and ``added`` are numbers of documents, ``equal`` how many say what the registry says, ``unnamed`` those of the
    registry that the list does not name, ``bare`` the listed ones of which it says nothing; ``ignored`` are headings.
    """

    after: str
    faults: tuple[Fault, ...] = ()
    changed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    equal: int = 0
    unnamed: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()


def import_references(pages: Sequence[Page], text: str, words: Words) -> Imported:
    """Return the registry with what a list says; ``text`` is ``references.yaml`` as it is.

    Raises ``StdkitError`` when the registry has errors, or what is typed in it cannot be changed in its place.
    """
    source = _source(text)
    known = source.data if isinstance(source.data, MappingNode) else MappingNode()
    table = find_table(pages, words)
    if isinstance(table, Fault):
        return Imported(text, (table,))
    reading = Reading(table, words)
    reading.read(known)
    wanted = {number: _wanted(said, known.get(number)) for number, said in reading.said.items()}
    faults = [*reading.faults, *(fault for said in reading.said.values() for fault in _lacking(said, wanted, known, table))]
    if faults:
        return Imported(text, tuple(sorted(faults)), ignored=table.ignored)
    changes = {number: each for number, each in wanted.items() if each}
    after = _written(source, known, changes)
    return Imported(
        after,
        changed=tuple(number for number in changes if number in known),
        added=tuple(number for number in changes if number not in known),
        equal=sum(number in known and not each for number, each in wanted.items()),
        unnamed=tuple(number for number in known if number not in wanted),
        bare=tuple(number for number, each in wanted.items() if number not in known and not each),
        ignored=table.ignored,
    )


def _source(text: str) -> Source:
    source = parse_source(text, "references.yaml")
    wrong = [each for each in source.diagnostics if each.severity is Severity.ERROR and each.rule != _EMPTY]
    if source.data is not None:
        wrong += check_schema(source, "references")
    if wrong:
        line = wrong[0].span.line
        raise StdkitError(
            Bilingual(
                f"references.yaml 第{line}行有错误（{wrong[0].rule}）：先用 stdkit validate 查看并改好",
                f"references.yaml has an error on line {line} ({wrong[0].rule}): see stdkit validate and mend it first",
            )
        )
    return source


def _wanted(said: Said, entry: Data) -> dict[str, New]:
    """Return what a row says otherwise than its entry, by key."""
    known = entry if isinstance(entry, MappingNode) else MappingNode()
    titles = known.get("title")
    title = titles if isinstance(titles, MappingNode) else MappingNode()
    changes: dict[str, New] = {}
    renamed: dict[str, Value] = {}
    for column, value in said.values.items():
        key = column.removeprefix("title_")
        if key != column:
            if not _same(value, title.get(key)):
                renamed[key] = value
        elif not _same(value, known.get(column)):
            changes[column] = value
    if renamed:
        changes["title"] = {key: renamed[key] for key in ("zh", "en") if key in renamed}
    return {key: changes[key] for key in KEYS if key in changes}


def _same(value: Value, known: Data) -> bool:
    """Return whether a cell says what the registry has; blanks that a cell cannot hold make no difference."""
    if isinstance(value, tuple):
        return list(value) == ([tidy(each) for each in known if isinstance(each, str)] if isinstance(known, list) else [known])
    return value == (tidy(known) if isinstance(known, str) else known)


def _lacking(said: Said, wanted: Mapping[str, Mapping[str, New]], known: Mapping[str, Data], table: Table) -> Iterator[Fault]:
    """Yield what an entry would lack, or hold beside its status, once the row is taken."""
    changes, entry = wanted[said.number], known.get(said.number)
    if not changes:
        return
    old = entry if isinstance(entry, MappingNode) else {}
    after = {**old, **changes}
    if not old:
        yield from _undated(said, after, table)
        for key in _NEEDED:
            if key not in after:
                what = Bilingual("级别", "level") if key == "level" else Bilingual("状态", "status")
                zh, en = f"{said.number} 是新登记的，要有{what.zh}", f"{said.number} is new and needs a {what.en}"
                yield table.fault(said.row, key, Bilingual(zh, en))
    title = after.get("title")
    if after.get("level") != "law" and not _has_chinese(old.get("title"), title):
        message = Bilingual(f"{said.number} 要有中文名称", f"{said.number} needs a title in Chinese")
        yield table.fault(said.row, "title_zh", message)
    if after.get("replaced_by") is not None and after.get("status") not in {"superseded", None}:
        zh = f"状态不是“被代替”的文件不写代替它的文件（现为 {after['replaced_by']}）：在那一格写“—”去掉，或者改状态"
        en = f"only a superseded document is replaced ({after['replaced_by']}): put “—” into that cell, or mend the status"
        yield table.fault(said.row, "replaced_by" if "replaced_by" in changes else "status", Bilingual(zh, en))


def _has_chinese(old: object, new: object) -> bool:
    merged = {**(old if isinstance(old, Mapping) else {}), **(new if isinstance(new, Mapping) else {})}
    return bool(merged.get("zh"))


def _undated(said: Said, after: Mapping[str, object], table: Table) -> Iterator[Fault]:
    parsed = parse_number(said.number)
    if parsed is not None and parsed.year is None and after.get("level") != "law":
        zh, en = (
            f"“{said.number}”没有年份：登记表按带年份的编号登记",
            f"“{said.number}” has no year: the registry lists dated numbers",
        )
        yield table.fault(said.row, "number", Bilingual(zh, en))


def _written(source: Source, known: MappingNode, changes: Mapping[str, Mapping[str, New]]) -> str:
    """Return the text with the changes made, once it has been read again and says just that."""
    edits: list[Edit] = []
    for number, change in changes.items():
        entry = known.get(number)
        if isinstance(entry, MappingNode):
            edits += MappingEdits(source, entry, _ORDER).edits(change)
    edits += _new_entries(source, known, {number: each for number, each in changes.items() if number not in known})
    after = applied(source.text, source.lines, edits)
    _require(parse_source(after, source.path), known, changes)
    return after


def _new_entries(source: Source, known: MappingNode, added: Mapping[str, Mapping[str, New]]) -> Iterator[Edit]:
    """Yield new entries in the order of their numbers, each before the first of a greater number."""
    gathered: dict[int, list[str]] = {}
    for number in sorted(added):
        lines = [f"{scalar(number)}:\n", *(f"  {key}: {inline(value)}\n" for key, value in added[number].items())]
        gathered.setdefault(_line_for(number, source, known), []).extend(lines)
    yield from (Edit((line, 1), (line, 1), "".join(lines)) for line, lines in gathered.items())


def _line_for(number: str, source: Source, known: MappingNode) -> int:
    """Return the line before which a new entry stands: behind the entry before it, above the comments of the next one."""
    lines = source.lines
    before = ""
    for key in known:
        if key > number:
            break
        before = key
    if not before:
        return known.place[0] if known else len(lines) + bool(lines[-1])
    line = last_line(known[before], known.places[before][3], lines) + 1
    while line < len(lines) and lines[line].startswith(" ") and lines[line].strip().startswith("#"):
        line += 1  # a comment that stands further to the right belongs to the entry above it
    return line + 1


def _require(after: Source, known: MappingNode, changes: Mapping[str, Mapping[str, New]]) -> None:
    """Raise ``StdkitError`` unless the new text says what the old one said, with the changes made."""
    data = after.data if isinstance(after.data, MappingNode) else MappingNode()
    for number in {**known, **changes}:
        wanted = _merged(known.get(number), changes.get(number, {}))
        if data.get(number) != wanted:
            place = f"第{known.places[number][0]}行" if number in known else ""
            raise StdkitError(
                Bilingual(
                    f"references.yaml {place}“{number}”的写法不能在原处改：请手工改这一项，或者先运行 stdkit fmt",
                    f"references.yaml: “{number}” is typed in a way that cannot be changed in its place: change it by hand",
                )
            )
    wrong = [each for each in after.diagnostics if each.severity is Severity.ERROR] or list(check_schema(after, "references"))
    if (after.data is not None and wrong) or len(data) != len({**known, **changes}):
        line, rule = (wrong[0].span.line, wrong[0].rule) if wrong else (1, "")
        raise StdkitError(
            Bilingual(
                f"写出的 references.yaml 第{line}行会有错误（{rule}），没有写",
                f"references.yaml would have an error on line {line} ({rule}) and was not written",
            )
        )


def _merged(entry: Data, change: Mapping[str, New]) -> dict[str, object]:
    old = dict(entry) if isinstance(entry, MappingNode) else {}
    new: dict[str, object] = {}
    for key, value in change.items():
        before = old.get(key)
        if isinstance(value, Mapping):
            base = before if isinstance(before, Mapping) else {}
            new[key] = {name: each for name, each in {**base, **value}.items() if each is not None}
        else:
            new[key] = list(value) if isinstance(value, tuple) else value
    return {key: value for key, value in {**old, **new}.items() if value is not None}

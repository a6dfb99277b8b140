"""The system: its structure, the list of its standards, statistics, uses, laws, and what the organisation says about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from stdkit.compose.content import compose_blocks
from stdkit.compose.printing import Printing
from stdkit.compose.structure import compose_structure
from stdkit.model.document import Block
from stdkit.model.sheets import Sheet, Value
from stdkit.model.standard import Standard
from stdkit.reports.report import Content, Question, Report, heading, paragraph, report_document, sheet_rows, standard_link, table
from stdkit.resolve.resolved import ResolvedSet

NAME = "system"
COLUMNS = {
    "ordinal": 0.05,
    "subsystem": 0.07,
    "number": 0.15,
    "title": 0.21,
    "issued": 0.1,
    "implemented": 0.1,
    "origin": 0.08,
    "owner": 0.12,
    "stage": 0.06,
    "replaces": 0.06,
}
LEFT = {"number", "title", "owner"}


def report(resolved: ResolvedSet, question: Question) -> Report:
    """Return the report on the system; every total is computed."""
    del question  # the dates are those of the files
    rows = _rows(resolved)
    blocks = [
        compose_structure(resolved, f"report-{NAME}/structure"),
        heading(NAME, "list", resolved.house.label("system_list")),
        _list(resolved, rows),
        *_statistics(resolved),
        *_uses(resolved),
        *_laws(resolved),
        *_memorandum(resolved),
    ]
    return Report(report_document(resolved, NAME, blocks), _data(resolved), _sheets(resolved, rows))


def totals(resolved: ResolvedSet) -> dict[str, Counter[str]]:
    """Return how many standards there are by module, sub-category, origin, stage and audience."""
    standards = resolved.index.standards.values()
    return {
        "module": Counter(each.module for each in standards),
        "subsystem": Counter(each.subsystem.text for each in standards),
        "origin": Counter(each.origin.kind for each in standards),
        "stage": Counter(each.stage.value for each in standards),
        "audience": Counter(word.text for each in standards for word in each.applies_to),
        "level": Counter(_level(resolved, each) for each in standards),
    }


def _level(resolved: ResolvedSet, standard: Standard) -> str:
    """Return the level of a standard: that of the document that it stands for, else that of the body."""
    source = standard.origin.source.text if standard.adopted and standard.origin.source else ""
    entry = resolved.index.registry.get(source)
    return entry.level if entry else "enterprise"


def _rows(resolved: ResolvedSet) -> list[tuple[str, dict[str, str]]]:
    house, language = resolved.house, resolved.index.language
    nothing = house.label("nothing")
    found = []
    ordered = sorted(resolved.index.standards.items(), key=lambda each: (_place(resolved, each[1]), each[0]))
    for position, (name, each) in enumerate(ordered, 1):
        entry = resolved.index.registry.get(each.origin.source.text) if each.origin.source else None
        issued = each.issued.text if each.issued else entry.issued if entry else None
        implemented = each.implemented.text if each.implemented else entry.implemented if entry else None
        words = {
            "ordinal": str(position),
            "subsystem": each.subsystem.text,
            "number": resolved.number(name),
            "title": resolved.title(name),
            "issued": issued or nothing,
            "implemented": implemented or nothing,
            "origin": house.label(f"origin_{each.origin.kind}"),
            "owner": each.owner or nothing,
            "stage": house.label(f"stage_{each.stage}"),
            "replaces": house.label("separator").join(word.text for word in each.replaces) or nothing,
            "level": house.label(f"level_{_level(resolved, each)}"),
            "applies_to": house.label("separator").join(_audiences(resolved, each)) or nothing,
            "english": each.title.en.text if each.title.en and language == "zh" else "",
        }
        found.append((name, words))
    return found


def _place(resolved: ResolvedSet, standard: Standard) -> tuple[int, int]:
    """Return where a standard stands in the order of modules and sub-categories."""
    for number, module in enumerate(resolved.index.system.modules):
        for position, part in enumerate(module.subsystems):
            if part.id == standard.subsystem.text:
                return number, position
    return len(resolved.index.system.modules), 0


def _audiences(resolved: ResolvedSet, standard: Standard) -> Iterator[str]:
    names = {each.id: each.name.text(resolved.index.language) for each in resolved.index.system.audiences}
    return (names.get(word.text, word.text) for word in standard.applies_to)


def _list(resolved: ResolvedSet, rows: Sequence[tuple[str, dict[str, str]]]) -> Block:
    head = [resolved.house.label(f"column_{name}") for name in COLUMNS]
    body: list[list[Content]] = []
    for name, words in rows:
        body.append([standard_link(resolved, name) if column == "number" else words[column] for column in COLUMNS])
    left = [position for position, column in enumerate(COLUMNS) if column in LEFT]
    return table(head, body, tuple(COLUMNS.values()), left=left)


def _statistics(resolved: ResolvedSet) -> list[Block]:
    house, language = resolved.house, resolved.index.language
    counted = totals(resolved)
    blocks: list[Block] = [heading(NAME, "statistics", house.label("system_statistics")), paragraph(_summary(resolved))]
    parts: list[tuple[str, ...]] = []
    for module in resolved.index.system.modules:
        needed = sum(part.needed or 0 for part in module.subsystems)
        parts.append(_share(resolved, f"{module.code} {module.title.text(language)}", needed, counted["module"][module.id]))
        for part in module.subsystems:
            title = f"{part.id} {part.title.text(language)}"
            parts.append(_share(resolved, title, part.needed or 0, counted["subsystem"][part.id]))
    whole = sum(part.needed or 0 for module in resolved.index.system.modules for part in module.subsystems)
    parts.append(_share(resolved, house.label("system_total"), whole, len(resolved.index.standards)))
    head = [house.label(f"column_{name}") for name in ("part", "needed", "existing", "share")]
    blocks.append(table(head, parts, (0.52, 0.16, 0.16, 0.16), left=(0,)))
    levels = [(house.label(f"level_{name}"), str(count)) for name, count in sorted(counted["level"].items())]
    blocks.append(table([house.label("column_level"), house.label("column_existing")], levels, (0.6, 0.4), left=(0,)))
    names = {each.id: each.name.text(language) for each in resolved.index.system.audiences}
    audiences = [(names[each], *_by_origin(resolved, each)) for each in names]
    head = [house.label(f"column_{name}") for name in ("audience", "existing", "original", "adopted")]
    return [*blocks, table(head, audiences, (0.46, 0.18, 0.18, 0.18), left=(0,))]


def _by_origin(resolved: ResolvedSet, audience: str) -> tuple[str, str, str]:
    own = [each for each in resolved.index.standards.values() if any(word.text == audience for word in each.applies_to)]
    kinds = Counter(each.origin.kind for each in own)
    return str(len(own)), str(kinds["original"]), str(kinds["adopted"])


def _share(resolved: ResolvedSet, title: str, needed: int, existing: int) -> tuple[str, ...]:
    nothing = resolved.house.label("nothing")
    return title, str(needed) if needed else nothing, str(existing), f"{existing / needed:.0%}" if needed else nothing


def _summary(resolved: ResolvedSet) -> str:
    origin = totals(resolved)["origin"]
    counts = {kind: str(origin[kind]) for kind in ("original", "adapted", "adopted")}
    return resolved.house.label("system_summary", count=str(len(resolved.index.standards)), **counts)


def _uses(resolved: ResolvedSet) -> list[Block]:
    house = resolved.house
    rows = [
        (resolved.number(name), resolved.title(name), use.who, use.purpose, use.evidence)
        for name, each in resolved.index.standards.items()
        if each.adopted
        for use in each.origin.use
    ]
    if not rows:
        return []
    head = [house.label(f"column_{name}") for name in ("number", "title", "who", "use", "evidence_of_use")]
    block = table(head, rows, (0.18, 0.24, 0.16, 0.22, 0.2), left=(0, 1, 2, 3, 4))
    return [heading(NAME, "uses", house.label("system_uses")), block]


def _laws(resolved: ResolvedSet) -> list[Block]:
    house = resolved.house
    citing: dict[str, list[str]] = {}
    for name, standard in resolved.standards.items():
        for each in standard.citations:
            if each.level == "law" and name not in citing.setdefault(each.printed, []):
                citing[each.printed].append(name)
    if not citing:
        return []
    rows = [(str(number), name, house.label("separator").join(citing[name])) for number, name in enumerate(sorted(citing), 1)]
    head = [house.label(f"column_{name}") for name in ("ordinal", "document_title", "cited_by")]
    return [heading(NAME, "laws", house.label("system_laws")), table(head, rows, (0.1, 0.5, 0.4), left=(1, 2))]


def _memorandum(resolved: ResolvedSet) -> list[Block]:
    house, memorandum = resolved.house, resolved.index.system.memorandum
    if memorandum is None or not resolved.standards:
        return []
    printing = Printing(resolved, next(iter(resolved.standards.values())))
    blocks: list[Block] = [heading(NAME, "memorandum", house.label("system_memorandum"))]
    for name, content in memorandum.parts:
        blocks += [heading(NAME, f"memorandum-{name}", house.label(f"memorandum_{name}"), 3), *compose_blocks(printing, content)]
    if memorandum.collected:
        head = [house.label(f"column_{name}") for name in ("document", "document_title", "why_not")]
        rows = [(each.number, each.title, each.reason) for each in memorandum.collected]
        blocks += [
            heading(NAME, "collected", house.label("system_collected"), 3),
            table(head, rows, (0.22, 0.4, 0.38), left=(0, 1, 2)),
        ]
    return blocks


def _data(resolved: ResolvedSet) -> dict[str, object]:
    declared = resolved.index.system.declared
    return {
        "totals": {name: dict(sorted(each.items())) for name, each in totals(resolved).items()},
        "standards": [{"id": name, **words} for name, words in _rows(resolved)],
        "declared": None
        if declared is None
        else {
            "standards": declared.standards.value if declared.standards else None,
            "original": declared.original.value if declared.original else None,
            "modules": {name: total.value for name, total in declared.modules},
        },
    }


def _sheets(resolved: ResolvedSet, rows: Sequence[tuple[str, dict[str, str]]]) -> tuple[Sheet, ...]:
    house = resolved.house
    names = (*COLUMNS, "level", "applies_to", "english")
    listed: list[Sequence[Value]] = [[words[name] for name in names] for _, words in rows]
    counted = totals(resolved)
    statistics: list[Sequence[Value]] = [
        (house.label(f"system_by_{kind}"), name, count) for kind, each in counted.items() for name, count in sorted(each.items())
    ]
    return (
        Sheet(house.label("system_list"), tuple(house.label(f"column_{name}") for name in names), sheet_rows(listed)),
        Sheet(
            house.label("system_statistics"),
            tuple(house.label(f"column_{name}") for name in ("counted_by", "part", "existing")),
            sheet_rows(statistics),
        ),
    )

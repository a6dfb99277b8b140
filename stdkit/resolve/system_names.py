"""What ``system.yaml`` names: standards, forms, documents, in lists and in the memorandum; and ids that it gives twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from stdkit.model.diagnostics import Diagnostic, Severity, Span, slots
from stdkit.model.standard import Standard
from stdkit.model.system import System
from stdkit.model.text import Footnote, Inline, Item, List, Paragraph, Reference, Strong, Word
from stdkit.resolve.index import Index
from stdkit.resolve.references import SYSTEM, near_hint, print_value, resolve_reference, unknown_reference
from stdkit.resolve.targets import NameTarget, OwnTarget, SiblingTarget, Target, UnknownTarget


def system_findings(index: Index) -> Iterator[Diagnostic]:
    """Yield the names in ``system.yaml`` that mean nothing, and the ids that it gives twice in one list."""
    for word in _standards(index.system):
        if word.text not in index.standards and word.text not in index.failed:
            yield _unknown(word, index.standards)
    yield from _extracts(index)
    yield from _forms(index)
    yield from _memorandum(index)
    yield from _repeated(index.system)


def system_target(reference: Reference, base: Standard, index: Index) -> Target:
    """Return what a reference of ``system.yaml`` leads to; what only a standard of its own could hold is nothing here.

    ``base`` is a standard of the set; nothing of its own can be meant without its id.
    """
    target = reference.target
    if target.startswith("=") and "#" not in target:
        value = index.values[""].get(target[1:])
        return NameTarget(print_value(value, ("{value}{unit}", "{value} {unit}"))) if value else UnknownTarget(judged=True)
    found = resolve_reference(reference, base, index)
    if isinstance(found, OwnTarget):
        name, mark, _ = target.partition("#")
        return SiblingTarget(name, found.label) if mark else UnknownTarget(judged=True)
    return found


def inlines_of(content: Sequence[Paragraph | List]) -> Iterator[Inline]:
    """Yield the inlines of paragraphs and lists, those within key phrases and footnotes included."""
    for block in content:
        match block:
            case Paragraph(content=inlines):
                yield from _within(inlines)
            case List(items=items):
                yield from _items(items)


def _standards(system: System) -> Iterator[Word]:
    """Yield every place that names a standard of the set."""
    for booklet in system.booklets:
        yield from booklet.standards
    for process in system.processes:
        yield from process.standards
    yield from (each.owner for each in system.parameters if each.owner)


def _extracts(index: Index) -> Iterator[Diagnostic]:
    """Yield the standards and clauses of which a booklet wants an extract and that nobody has."""
    for booklet in index.system.booklets:
        for word in booklet.extracts:
            name, mark, anchor = word.text.partition("#")
            if name in index.failed:
                continue
            if name not in index.standards:
                yield _unknown(word, index.standards)
            elif mark and (name not in index.numberings or anchor not in index.numberings[name].by_id):
                known = index.numberings[name].by_id if name in index.numberings else ()
                yield _unknown(word, [f"{name}#{each}" for each in known])


def _forms(index: Index) -> Iterator[Diagnostic]:
    """Yield the forms of the burden that the set does not have; a file that cannot be read may hold them."""
    outer = [name for each in index.system.forms for name in (each.number, each.id) if name]
    known = {*index.forms, *outer}
    for writing in index.system.burden if not index.failed else ():
        if writing.form.text not in known:
            yield _unknown(writing.form, known)


def _memorandum(index: Index) -> Iterator[Diagnostic]:
    """Yield the references of the memorandum that lead nowhere."""
    memorandum = index.system.memorandum
    base = next((each for each in index.standards.values() if not each.adopted), None)
    if memorandum is None or base is None:
        return
    for _, content in memorandum.parts:
        for inline in inlines_of(content):
            if isinstance(inline, Reference):
                target = system_target(inline, base, index)
                if isinstance(target, UnknownTarget) and target.judged:
                    yield unknown_reference(inline, None, index)


def _repeated(system: System) -> Iterator[Diagnostic]:
    named = (system.audiences, system.posts, system.forms, system.processes, system.sites, system.booklets)
    parts = [part for module in system.modules for part in module.subsystems]
    lists: list[list[tuple[str, Span]]] = [[(each.id, each.at) for each in group] for group in (*named, parts)]
    lists.append([(each.id.text, each.id.at) for each in system.parameters])
    for group in lists:
        seen: dict[str, Span] = {}
        for name, at in group:
            first = seen.setdefault(name, at)
            if first is not at:
                yield Diagnostic(SYSTEM, at, "id-duplicate", Severity.ERROR, slots(id=name, line=str(first.line)))


def _unknown(word: Word, known: Iterable[str]) -> Diagnostic:
    values = slots(target=word.text, hint=near_hint(word.text, sorted(known)))
    return Diagnostic(SYSTEM, word.at, "reference-unknown", Severity.ERROR, values)


def _items(items: Sequence[Item]) -> Iterator[Inline]:
    for item in items:
        yield from _within(item.content)
        yield from _items(item.sublist.items) if item.sublist else ()


def _within(inlines: Sequence[Inline]) -> Iterator[Inline]:
    for each in inlines:
        yield each
        if isinstance(each, Strong | Footnote):
            yield from _within(each.content)

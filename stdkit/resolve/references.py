"""What each ``[[…]]`` leads to."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from stdkit.model.diagnostics import Bilingual, Diagnostic, Edit, Fix, Severity, slots
from stdkit.model.standard import Parameter, Standard
from stdkit.model.text import Reference
from stdkit.resolve.documents import parse_number
from stdkit.resolve.index import Index
from stdkit.resolve.passages import entries
from stdkit.resolve.targets import (
    DocumentTarget,
    LawTarget,
    NameTarget,
    OwnTarget,
    SiblingTarget,
    Target,
    TermTarget,
    UnknownTarget,
)

SYSTEM = "system.yaml"
PREFIXES = ("term", "post", "form", "law", "org")
UNIT_WITH_BLANK = tuple("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ℃")


def resolve_reference(reference: Reference, standard: Standard, index: Index) -> Target:
    """Return what a reference of a standard leads to."""
    target = reference.target
    if target.startswith("="):
        return _value(target[1:], standard, index)
    prefix, colon, name = target.partition(":")
    if target == "org" or (colon and prefix in PREFIXES):
        return _named(prefix, name, standard, index)
    own = index.numberings[standard.id.text].by_id.get(target)
    if own:
        return OwnTarget(own)
    return _sibling(target, standard, index) or _document(target, index) or UnknownTarget(judged=not _registered(target, index))


def unknown_reference(reference: Reference, standard: Standard | None, index: Index) -> Diagnostic:
    """Return the finding of a reference that leads nowhere, with the nearest name that exists; of no standard, of the system."""
    target, path = reference.target, standard.path if standard else SYSTEM
    if _is_standard_id(target):
        return Diagnostic(path, reference.at, "reference-standard", Severity.ERROR, slots(target=target))
    rule = "reference-document" if parse_number(target) else "reference-unknown"
    near = nearest(target, _names(standard, index))
    hint = Bilingual(f"，是不是[[{near}]]", f"; is [[{near}]] meant") if near else Bilingual("", "")
    fix = None
    if near:
        edit = Edit(reference.at, f"[[{near}]]")
        fix = Fix("suggested", Bilingual(f"改为[[{near}]]", f"Write [[{near}]]"), (edit,))
    return Diagnostic(path, reference.at, rule, Severity.ERROR, slots(target=target, hint=hint), fix=fix)


def _is_standard_id(target: str) -> bool:
    letters, dash, serial = target.partition("-")
    return bool(dash) and letters.isascii() and letters.isupper() and serial.isdigit()


def nearest(name: str, names: Iterable[str]) -> str | None:
    """Return the name nearest to a mistyped one, if one is near."""
    found = get_close_matches(name, list(names), n=1, cutoff=0.6)
    return found[0] if found else None


def near_hint(name: str, names: Iterable[str]) -> Bilingual:
    """Return what a mistyped name may mean, to go on with in a message; nothing where no name is near."""
    near = nearest(name, names)
    return Bilingual(f"，是不是 {near}", f"; is {near} meant") if near else Bilingual("", "")


def print_value(parameter: Parameter, forms: tuple[str, str]) -> str:
    """Return a value with its unit: no blank before a Chinese unit or %, one before a Latin symbol (10.4.6)."""
    plain, spaced = forms
    form = spaced if parameter.unit.startswith(UNIT_WITH_BLANK) else plain
    return form.format(value=parameter.value, unit=parameter.unit)


def canonical_fix(reference: Reference) -> tuple[str, Fix] | None:
    """Return the canonical form of a typed document number and the fix that writes it, ``None`` when it is right already."""
    number = parse_number(reference.target) if reference.target.lstrip()[:1].isupper() else None
    if number is None:
        return None
    canonical = number.canonical + (f"#{number.clause}" if number.clause else "")
    if canonical == reference.target:
        return None
    label = f"|{reference.text}" if reference.text is not None else ""
    edit = Edit(reference.at, f"[[{canonical}{label}]]")
    return canonical, Fix("safe", Bilingual(f"改为{canonical}", f"Write {canonical}"), (edit,))


def _value(name: str, standard: Standard, index: Index) -> Target:
    owner, hash_mark, identifier = name.partition("#")
    if not hash_mark:
        owner, identifier = standard.id.text, name
    parameter = index.values.get(owner, {}).get(identifier)
    if parameter is None and not hash_mark:
        parameter = index.values[""].get(identifier)
    if parameter is None:
        return UnknownTarget(judged=owner not in index.failed)
    return NameTarget(print_value(parameter, ("{value}{unit}", "{value} {unit}")))


def _named(prefix: str, name: str, standard: Standard, index: Index) -> Target:
    system = index.system
    match prefix:
        case "org":
            title = system.organization.short if name == "short" else system.organization.name
            return NameTarget(title.text(index.language))
        case "post":
            post = next((each for each in (*system.posts, *system.audiences) if each.id == name), None)
            return NameTarget(post.name.text(index.language)) if post else UnknownTarget(judged=True)
        case "term":
            return _term(name, standard, index)
        case "form":
            return _form(name, standard, index)
        case _:
            return _law(name, index)


def _term(name: str, standard: Standard, index: Index) -> Target:
    own = standard.id.text
    owner = own if any(each.id.text == name for each in entries(standard)) else index.terms.get(name)
    if owner is None:
        return UnknownTarget(judged=not index.failed)
    entry = next(each for each in entries(index.standards[owner]) if each.id.text == name)
    label = index.numberings[owner].labels[entry.at.line, entry.at.column]
    return TermTarget(entry.term.text(index.language), label, None if owner == own else owner)


def _form(name: str, standard: Standard, index: Index) -> Target:
    """Return a form by its id or number, the standard's own before another; an id that several have means the own one alone."""
    placed = index.forms.get(f"{standard.id.text}/{name}") or index.forms.get(name)
    if placed:
        return NameTarget(placed.form.title.text, placed.standard, placed.label)
    outer = next((each for each in index.system.forms if each.id == name), None)
    return NameTarget(outer.title) if outer else UnknownTarget(judged=not index.failed)


def _registered(target: str, index: Index) -> bool:
    """Return whether a target could stand in a registry that could not be read."""
    return index.registry_failed and (parse_number(target) is not None or not target.isascii())


def _law(name: str, index: Index) -> Target:
    entry = index.registry.get(name)
    if entry is None:
        return UnknownTarget(judged=bool(index.registry))
    return LawTarget(entry.title.text(index.language) or name, name)


def _sibling(target: str, standard: Standard, index: Index) -> Target | None:
    name, _, anchor = target.partition("#")
    if name in index.failed:
        return UnknownTarget(judged=False)
    sibling = index.standards.get(name)
    if sibling is None:
        return None
    if sibling.adopted and sibling.origin.source:
        number = sibling.origin.source.text.split("—")[0] + (f"#{anchor}" if anchor else "")
        return _document(number, index) or (UnknownTarget(judged=False) if index.registry_failed else None)
    if not anchor:
        return SiblingTarget(name, None)
    label = index.numberings[name].by_id.get(anchor)
    if label is None:
        return UnknownTarget(judged=True)
    return OwnTarget(label) if sibling is standard else SiblingTarget(name, label)


def _document(target: str, index: Index) -> Target | None:
    number = parse_number(target)
    if number is None:
        entry = index.registry.get(target)
        return LawTarget(entry.title.text(index.language) or target, target) if entry and entry.level == "law" else None
    sibling = index.bearers.get(number.canonical)
    if sibling and not index.standards[sibling].adopted:
        return SiblingTarget(sibling, None)
    entry = index.registry.get(number.canonical) if number.year else index.editions.get(number.undated)
    if entry is None:
        return None
    dated = number.year is not None or number.clause is not None
    printed = entry.number if dated else number.undated
    return DocumentTarget(printed, entry.number, dated, number.clause, index.adopted.get(entry.number))


def _names(standard: Standard | None, index: Index) -> list[str]:
    own = list(index.numberings[standard.id.text].by_id) if standard else []
    values = [f"={name}" for name in (*(index.values[standard.id.text] if standard else ()), *index.values[""])]
    posts = [f"post:{each.id}" for each in index.system.posts]
    return [
        *own,
        *values,
        *posts,
        *(f"term:{name}" for name in index.terms),
        *(f"form:{name}" for name in index.forms),
        *index.standards,
        *index.registry,
    ]

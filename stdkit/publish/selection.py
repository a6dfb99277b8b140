"""What is to be published: which standards, as which kinds of documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from stdkit.compose.reader import audiences_of, find_reader
from stdkit.compose.selection import Selection
from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.model.document import Page
from stdkit.model.system import Booklet, StandardSet
from stdkit.read.load import MODULES
from stdkit.resolve.documents import order_key
from stdkit.resolve.resolved import ResolvedSet

Kind = Literal["standard", "booklet", "handbook", "forms", "card", "papers"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person has asked to publish; empty fields mean the whole set, ``paper`` the usual one of each kind."""

    ids: tuple[str, ...] = ()
    module: str | None = None
    audience: str | None = None
    booklet: str | None = None
    paper: Page | None = None


@dataclass(frozen=True, slots=True)
class Selected:
    """The standards that are selected, read or failed, and the booklet that holds them."""

    standards: tuple[str, ...]
    failed: tuple[str, ...]
    booklet: Selection


def select(resolved: ResolvedSet, wanted: Wanted) -> Selected:
    """Return what a wish means, in the order of the modules.

    Raises ``StdkitError`` for an id, audience or booklet that the set does not have.
    """
    known = in_order(resolved)
    failed = [each.id for each in resolved.source.failed]
    names = {*known, *failed}
    chosen = _chosen(resolved, wanted, names)
    standards = tuple(name for name in known if name in chosen)
    return Selected(standards, tuple(name for name in failed if name in chosen), _booklet(resolved, wanted, standards))


def _chosen(resolved: ResolvedSet, wanted: Wanted, names: set[str]) -> set[str]:
    chosen = set(names)
    for identifier in wanted.ids:
        if identifier not in names:
            raise StdkitError(Bilingual(f"没有标准 {identifier}", f"there is no standard {identifier}"))
    if wanted.ids:
        chosen &= set(wanted.ids)
    if wanted.module:
        chosen &= {name for name in names if _module(resolved.source, name) == wanted.module}
    if wanted.audience:
        chosen &= _for_audience(resolved, wanted.audience, names)
    if wanted.booklet:
        chosen &= {word.text for word in named_booklet(resolved, wanted.booklet).standards}
    return chosen


def in_order(resolved: ResolvedSet) -> list[str]:
    """Return the ids of the standards of a set in the order of the modules."""
    ordered = sorted(resolved.source.standards, key=lambda each: (MODULES.index(each.module), order_key(each.id.text, "")))
    return [each.id.text for each in ordered]


def _module(standards: StandardSet, name: str) -> str:
    standard = standards.standard(name)
    if standard:
        return standard.module
    return next(each.path.partition("/")[0] for each in standards.failed if each.id == name)


def _for_audience(resolved: ResolvedSet, name: str, names: set[str]) -> set[str]:
    """Return the standards that an audience must follow, for a post those that its audience must follow.

    A post outside all audiences may be named anywhere. Files that failed belong to every audience until they are mended.
    """
    system, standards = resolved.index.system, resolved.index.standards
    if find_reader(resolved, name) is None:
        known = "、".join(dict.fromkeys(each.id for each in (*system.audiences, *system.posts)))
        raise StdkitError(Bilingual(f"没有执行对象或者岗位 {name}：有 {known}", f"no audience or post {name}: there are {known}"))
    audiences = audiences_of(name, system, resolved.index.language)
    if not audiences:
        return names
    return {each for each in names if each not in standards or any(word.text in audiences for word in standards[each].applies_to)}


def named_booklet(resolved: ResolvedSet, name: str) -> Booklet:
    """Return a booklet of the system. Raises ``StdkitError`` when there is none of that id."""
    booklet = next((each for each in resolved.index.system.booklets if each.id == name), None)
    if booklet is None:
        known = "、".join(each.id for each in resolved.index.system.booklets)
        raise StdkitError(Bilingual(f"没有汇编 {name}：有 {known}", f"no booklet {name}: there are {known}"))
    return booklet


def _booklet(resolved: ResolvedSet, wanted: Wanted, standards: tuple[str, ...]) -> Selection:
    system, house, language = resolved.index.system, resolved.house, resolved.index.language
    parts, titles = [], []
    booklet = named_booklet(resolved, wanted.booklet) if wanted.booklet else None
    if booklet:
        parts.append(booklet.id)
        titles.append(booklet.title.text(language))
    if wanted.module:
        parts.append(wanted.module)
        titles.append(next(each.title.text(language) for each in system.modules if each.id == wanted.module))
    if wanted.audience:
        parts.append(wanted.audience)
        reader = find_reader(resolved, wanted.audience)
        titles.append(house.label("booklet_for", audience=reader.name if reader else wanted.audience))
    if wanted.ids:
        parts.append("-".join(wanted.ids))
        titles.append(house.label("separator").join(wanted.ids))
    subtitle = house.label("gap").join(titles) or house.label("booklet_all")
    name = "-".join(["booklet", *parts])
    if booklet is None:
        return Selection(name, subtitle, standards, wanted.audience, wanted.paper)
    audience = wanted.audience or (booklet.reader.text if booklet.reader else None)
    return Selection(name, subtitle, standards, audience, wanted.paper or booklet.page, booklet.text_size)

"""Citations whose target has changed since somebody confirmed them, and what is remembered when somebody does."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from stdkit.model.house import House
from stdkit.model.system import Confirmed, Edition
from stdkit.resolve.editions import HOLDING
from stdkit.resolve.fingerprints import Fingerprints
from stdkit.resolve.index import Index
from stdkit.resolve.links import Link, links, outward
from stdkit.resolve.passages import key
from stdkit.resolve.printed import print_place
from stdkit.resolve.resolved import ResolvedSet
from stdkit.resolve.targets import SiblingTarget


class Scope(NamedTuple):
    """Which citations are confirmed: all, those that stand in a standard (and a clause of it), those of a target."""

    standard: str | None = None
    clause: str | None = None
    cited: bool = False

    def holds(self, link: Link) -> bool:
        """Return whether a citation is among them."""
        if self.standard is None:
            return True
        if self.cited:
            return link.target == self.standard and self.clause in {None, link.anchor}
        return link.standard == self.standard and (self.clause is None or self.clause in link.around.anchors)


class Confirmation(NamedTuple):
    """What confirming gives: what is to be remembered, the citations looked at, and those whose target had changed."""

    confirmed: Confirmed
    links: tuple[Link, ...]
    changed: tuple[Link, ...]


def suspects(resolved: ResolvedSet) -> Iterator[Link]:
    """Yield the first citation of every name whose target is not what it was when it was confirmed.

    A citation that nobody has confirmed is not suspect.
    """
    remembered = resolved.source.confirmed.citations
    if not remembered:
        return
    fingerprints = Fingerprints(resolved)
    seen: set[str] = set()
    for link in outward(resolved):
        name = link.key
        if name in remembered and name not in seen:
            seen.add(name)
            if remembered[name] != fingerprints.of(link.target, link.anchor):
                yield link


def printed_editions(resolved: ResolvedSet) -> Iterator[tuple[Link, Edition]]:
    """Yield the dated references of published texts with what they would print now, had nothing been remembered."""
    for standard in resolved.standards.values():
        if standard.standard.stage in HOLDING:
            for link in links(standard, resolved.index):
                target = standard.targets.get(key(link.at))
                if link.dated and isinstance(target, SiblingTarget) and target.label:
                    yield link, _current(resolved.index, resolved.house, standard.id, target)


def _current(index: Index, house: House, citing: str, target: SiblingTarget) -> Edition:
    """Return the edition and the place of a dated reference as they are now."""
    place = print_place(target.label, house) if target.label else ""
    return Edition(index.numbers[citing], index.numbers[target.standard], place)


def changed_editions(resolved: ResolvedSet) -> Iterator[tuple[Link, Edition, Edition]]:
    """Yield the dated references of published texts with what they printed and what the set has now, where these differ."""
    remembered = resolved.source.confirmed.editions
    for link, now in printed_editions(resolved) if remembered else ():
        then = remembered.get(link.key)
        if then and then.citing == now.citing and then != now:
            yield link, then, now


def confirm(resolved: ResolvedSet, scope: Scope, *, editions: bool = False) -> Confirmation:
    """Return what is remembered once the citations of a scope are confirmed.

    A print that is remembered stays, unless ``editions`` says that it is to be taken anew. What belongs to no citation of the
    scope's standard any more is forgotten, but nothing of a file that cannot be read.
    """
    known = resolved.source.confirmed
    chosen = tuple(each for each in outward(resolved) if scope.holds(each))
    fingerprints = Fingerprints(resolved)
    fresh = {each.key: fingerprints.of(each.target, each.anchor) or "" for each in chosen}
    changed = tuple(each for each in suspects(resolved) if scope.holds(each))
    printed = {link.key: now for link, now in printed_editions(resolved)}
    taken = {name: now for name, now in printed.items() if name in fresh and _takes(known.editions.get(name), now, anew=editions)}
    alive = {each.key for each in outward(resolved)}
    kept = partial(_kept, scope=scope, resolved=resolved)
    return Confirmation(
        Confirmed(
            {name: each for name, each in known.citations.items() if name in alive or kept(name)} | fresh,
            {name: each for name, each in known.editions.items() if name in alive & printed.keys() or kept(name)} | taken,
        ),
        chosen,
        changed,
    )


def _takes(then: Edition | None, now: Edition, *, anew: bool) -> bool:
    return anew or then is None or then.citing != now.citing


def _kept(name: str, scope: Scope, resolved: ResolvedSet) -> bool:
    """Return whether a remembered citation that is not there now is kept: another scope, or a file that cannot be read."""
    citing, _, cited = name.partition(" -> ")
    own = citing.partition("/")[0]
    if scope.standard is not None and (scope.cited or scope.standard != own):
        return True
    return not resolved.index.failed.keys().isdisjoint({own, cited.partition("#")[0]})

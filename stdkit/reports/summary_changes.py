"""The last release of a set and what has changed since, by what its files record.

A set has no version of its own: a release is a day on which texts of the set were issued. Directly implemented standards are
issued by others and make none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from stdkit.model.standard import Stage, Standard
from stdkit.resolve.confirmations import suspects
from stdkit.resolve.resolved import ResolvedSet

ISSUED = {Stage.PUBLISHED, Stage.WITHDRAWN}


class Release(NamedTuple):
    """The last day of issue: the standards that were new, those that replaced others, and those that were replaced."""

    day: str
    new: tuple[str, ...]
    revised: tuple[str, ...]
    withdrawn: tuple[str, ...]

    @property
    def total(self) -> int:
        """How many standards it touched."""
        return len(self.new) + len(self.revised) + len(self.withdrawn)


class Since(NamedTuple):
    """What is recorded after the last release.

    ``drafts`` are not issued yet, ``announced`` will be on a later day; no file says when the ``withdrawn`` were. ``changed``
    are the cited places that are not what they were when their citations were confirmed, ``None`` where none was.
    """

    drafts: tuple[str, ...]
    announced: tuple[str, ...]
    withdrawn: tuple[str, ...]
    changed: tuple[str, ...] | None

    @property
    def total(self) -> int:
        """How many changes there are."""
        return sum(len(each) for each in self if each)


def last_release(resolved: ResolvedSet, as_of: date) -> Release | None:
    """Return the last release until a day, ``None`` where no file records one."""
    issued = {name: day for name, day in _issued(resolved) if day <= as_of.isoformat()}
    if not issued:
        return None
    last = max(issued.values())
    names = sorted(name for name, day in issued.items() if day == last)
    replaced = _replaced(resolved, issued)
    return Release(
        day=last,
        new=tuple(name for name in names if not resolved.index.standards[name].replaces),
        revised=tuple(name for name in names if resolved.index.standards[name].replaces),
        withdrawn=tuple(sorted(name for name, day in replaced.items() if day == last and _is_withdrawn(resolved, name))),
    )


def since_release(resolved: ResolvedSet, as_of: date) -> Since:
    """Return what the files record beside the releases until a day."""
    own = {name: each for name, each in sorted(resolved.index.standards.items()) if not each.adopted}
    issued = dict(_issued(resolved))
    replaced = _replaced(resolved, {name: day for name, day in issued.items() if day <= as_of.isoformat()})
    changed = dict.fromkeys(f"{each.target}#{each.anchor}" if each.anchor else each.target for each in suspects(resolved))
    return Since(
        drafts=tuple(name for name, each in own.items() if each.stage not in ISSUED),
        announced=tuple(name for name, day in sorted(issued.items()) if day > as_of.isoformat()),
        withdrawn=tuple(name for name, each in own.items() if each.stage is Stage.WITHDRAWN and name not in replaced),
        changed=tuple(sorted(changed)) if resolved.source.confirmed.citations else None,
    )


def _issued(resolved: ResolvedSet) -> Iterator[tuple[str, str]]:
    """Yield the standards with a text of their own that are issued, and the day."""
    for name, each in resolved.index.standards.items():
        if _has_been_issued(each) and each.issued:
            yield name, each.issued.text


def _has_been_issued(standard: Standard) -> bool:
    return not standard.adopted and standard.stage in ISSUED


def _is_withdrawn(resolved: ResolvedSet, name: str) -> bool:
    return resolved.index.standards[name].stage is Stage.WITHDRAWN


def _replaced(resolved: ResolvedSet, issued: Mapping[str, str]) -> dict[str, str]:
    """Return the standards of the set that others replace, and the first day on which one of those was issued."""
    found: dict[str, str] = {}
    for name, day in sorted(issued.items(), key=lambda each: each[1]):
        for word in resolved.index.standards[name].replaces:
            other = resolved.index.bearers.get(word.text)
            if other and other != name:
                found.setdefault(other, day)
    return found

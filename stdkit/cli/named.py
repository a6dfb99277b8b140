"""What a person has named on the command line: a standard, or something in it (``XM-102#publish``)."""

from __future__ import annotations

from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.resolve.enclosing import anchors
from stdkit.resolve.references import nearest
from stdkit.resolve.resolved import ResolvedSet


def named(target: str, resolved: ResolvedSet) -> tuple[str, str | None]:
    """Return the standard and the anchor in it. Raises ``StdkitError`` when the set has no such standard or clause."""
    identifier, _, anchor = target.partition("#")
    if identifier not in resolved.index.standards:
        near = nearest(identifier, resolved.index.standards)
        zh, en = (f"：是不是 {near}", f": is {near} meant") if near else ("", "")
        raise StdkitError(Bilingual(f"没有标准 {identifier}{zh}", f"there is no standard {identifier}{en}"))
    if not anchor:
        return identifier, None
    standard = resolved.standards.get(identifier)
    known = anchors(standard.standard, standard.numbering) if standard else {}
    if anchor not in known:
        near = nearest(anchor, known)
        zh, en = (f"：是不是 {near}", f": is {near} meant") if near else ("", "")
        raise StdkitError(Bilingual(f"{identifier} 中没有 {anchor}{zh}", f"there is no {anchor} in {identifier}{en}"))
    return identifier, anchor

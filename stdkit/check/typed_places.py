"""Numbers of chapters, clauses, annexes, tables and figures as people type them (9.5.3)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from stdkit.model.house import House

KINDS = ("chapter", "annex", "table", "figure", "formula")


def place_expression(forms: Mapping[str, str], after: tuple[str, ...] = ()) -> str:
    """Return the pattern of a typed place; a bare clause number ends the text or stands before one of ``after``."""
    own = {"annex": r"[A-Z](?![A-Za-z0-9])", "chapter": r"\d{1,2}"}
    numbered = (re.escape(forms[kind]).replace(r"\{number\}", own.get(kind, r"(?:[A-Z]\.)?\d{1,2}")) for kind in KINDS)
    ends = "|".join(("$", *map(re.escape, after)))
    return rf"{'|'.join(numbered)}|(?<![\d.A-Z])(?:\d{{1,2}}|[A-Z])(?:\.\d{{1,2}}){{1,5}}(?![\d.])(?={ends})"


def place_behind(house: House) -> re.Pattern[str] | None:
    """Return the pattern of a reference with a place typed behind it, ``None`` where the house does not say what joins them."""
    joints = house.words.get("reference_inside", ())
    forms = tuple(sorted((kind, house.forms[kind]) for kind in KINDS if kind in house.forms))
    return _behind(forms, joints, house.words.get("clause_after", ())) if joints and len(forms) == len(KINDS) else None


@cache
def _behind(forms: tuple[tuple[str, str], ...], joints: tuple[str, ...], after: tuple[str, ...]) -> re.Pattern[str]:
    joined = "|".join(map(re.escape, sorted(joints, key=len, reverse=True)))
    return re.compile(rf"\ufffc(?:{joined})(?P<place>{place_expression(dict(forms), after)})")

"""A typed number of the own series follows the pattern of the set (8.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix, slots
from stdkit.model.standard import Standard
from stdkit.resolve.documents import parse_number, standard_number
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "手写的标准编号不合编号规则",
    "a typed number that does not follow the pattern of the set",
)
MESSAGE = (
    "编号“{number}”不合编号规则（number_pattern）：删去 number，由 stdkit 编号，或者改为“{wanted}”",
    "the number “{number}” does not follow `number_pattern`: remove `number`, and stdkit makes it, or write “{wanted}”",
)
WHY = (
    "编号的写法不一致，引用就对不上，目录也排不成序。",
    "Numbers in several forms are not found by references and cannot be sorted.",
)
BASIS = "GB/T 1.1—2020, 8.1"
SEVERITY = "warning"
SCOPE = "standard"
FIX = "suggested"
LIMITS = (
    "用别的组织代号的编号（例如团体标准）是有意写的，不报。",
    "A number with the code of another body (that of a group standard, say) is meant and passed over.",
)
BAD = """
number: ⟦Q/SLFL-XM-101-2025⟧
"""
GOOD = """
number: Q/SLFL XM 110—2025
"""


SLASH = "/"  # in the letters of groups, regions and enterprises


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield a typed number that is none, or one of the own series in another form than the pattern gives."""
    typed, system = standard.standard.number, resolved.index.system
    if typed is None or _form(system.number_pattern, system.organization.code).fullmatch(typed.text):
        return
    wanted = standard_number(_untyped(standard.standard), system)
    parsed, own = parse_number(typed.text), parse_number(wanted)
    if parsed and own and SLASH in parsed.letters and parsed.letters.split()[0] != own.letters.split()[0]:
        return
    fix = Fix("suggested", Bilingual(f"改为“{wanted}”", f"Write “{wanted}”"), (Edit(typed.at, wanted),))
    yield Finding(typed.at, slots(number=typed.text, wanted=wanted), fix)


def _untyped(standard: Standard) -> Standard:
    return replace(standard, number=None)


@cache
def _form(pattern: str, code: str) -> re.Pattern[str]:
    """Return what a number of the set looks like, made from its pattern."""
    slot = {"organization": re.escape(code), "module": r"[A-Z][A-Z0-9]*", "serial": r"\d+(?:\.\d+)*", "year": r"(?:\d{4}|××××)"}
    parts = re.split(r"\{(\w+)\}", pattern)
    return re.compile("".join(slot.get(each, ".*") if place % 2 else re.escape(each) for place, each in enumerate(parts)))

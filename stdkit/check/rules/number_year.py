"""The year in a number is that of the issue (8.1)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix, Span, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "编号的年份与发布年份不同",
    "a year in the number that is not that of the issue",
)
MESSAGE = (
    "编号中的年份是{year}，发布日期是{issued}：改正其中一个",
    "the number says {year} and the day of issue is {issued}: correct one of them",
)
WHY = (
    "编号末尾是发布的年份，读者凭它分辨版本。",
    "A number ends in the year of issue; by it readers tell editions apart.",
)
BASIS = "GB/T 1.1—2020, 8.1"
SEVERITY = {"": "error", "draft": "note", "proposed": "note"}
SCOPE = "standard"
FIX = "suggested"
BAD = """
number: Q/SLFL XM 101—⟦2024⟧
issued: 2025-06-20
"""
GOOD = """
number: Q/SLFL XM 101—2025
issued: 2025-06-20
"""


DIGITS = 4
JOINTS = "—–-－:："


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield the year of a typed number when the standard was issued in another one."""
    del resolved
    number, issued = standard.standard.number, standard.standard.issued
    if number is None or issued is None:
        return
    year, joint = number.text[-DIGITS:], number.text[-DIGITS - 1 : -DIGITS]
    if year.isdigit() and joint and joint in JOINTS and year != issued.text[:DIGITS]:
        end = number.at.column + len(number.text)
        at = Span(number.at.line, end - DIGITS, number.at.line, end)
        wanted = issued.text[:DIGITS]
        fix = Fix("suggested", Bilingual(f"改为{wanted}", f"Write {wanted}"), (Edit(at, wanted),))
        yield Finding(at, slots(year=year, issued=issued.text), fix)

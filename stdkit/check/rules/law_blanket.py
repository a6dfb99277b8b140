"""“国家有关法律法规” demands nothing (9.5.4.4.3)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.words import find_in
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "笼统的法律法规条款",
    "a blanket clause about laws",
)
MESSAGE = (
    "“{text}”没有指明任何规定：删去，或者写明具体的要求",
    "“{text}” names nothing: remove it, or write the actual requirement",
)
WHY = (
    "法律本来就应遵守，笼统的一句既不能实施也不能检查；法律、法规和政策也不作规范性引用。",
    "Laws apply anyway; a blanket clause can be neither followed nor checked, and laws are not cited normatively.",
)
BASIS = "GB/T 1.1—2020, 9.5.4.4.3"
SEVERITY = "error"
SCOPE = "standard"
LIMITS = (
    "“依法”和写明名称的法律不报。",
    "依法 and laws that are named are passed over.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      资金使用应符合⟦国家有关法律法规⟧的规定。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content: |
      资金支出应附发票和付款凭据。法律法规另有规定的，从其规定。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each phrase of the list."""
    for _, found in find_in(standard, resolved.house.words.get("law_blanket", ())):
        yield Finding(found.at, slots(text=found.word))

"""A term has one definition in the set (5.4.1)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.names import name_in
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.passages import entries
from stdkit.resolve.resolved import ResolvedSet

TITLE = (
    "同一术语有两个定义",
    "a term defined twice in the set",
)
MESSAGE = (
    "术语“{term}”在{other}中已有定义：删去一处，在 terms_from 中写明那项标准",
    "the term “{term}” is defined in {other} already: remove one and name that standard in `terms_from`",
)
WHY = (
    "一个术语在整套标准中只有一个定义。",
    "In a set a term has one definition.",
)
BASIS = "GB/T 1.1—2020, 5.4.1"
SEVERITY = "warning"
SCOPE = "set"
LIMITS = (
    "同形的术语在两项标准中定义就报，不论文字是否一样。",
    "A term defined in two standards is reported whether or not the words agree.",
)
BAD = """
terms:
  - id: visit
    term: {zh: 走访, en: visit}
    definition: |
      执委进行的上门联系
# service-project/XM-102.yaml
id: XM-102
terms:
  - id: calls
    term: {zh: ⟦走访⟧, en: visit}
    definition: |
      执委进行的联系
"""
GOOD = """
terms:
  - id: visit
    term: {zh: 走访, en: visit}
    definition: |
      执委进行的上门联系
# service-project/XM-102.yaml
id: XM-102
terms_from: [XM-101]
"""


def check(resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each preferred term that a standard before has defined, at the later entry."""
    seen: dict[str, str] = {}
    for name, standard in sorted(resolved.index.standards.items()):
        for entry in entries(standard):
            term = name_in(entry.term, resolved.index.language)
            if term and seen.setdefault(term.text, name) != name:
                yield Finding(term.at, slots(term=term.text, other=seen[term.text]), path=standard.path)

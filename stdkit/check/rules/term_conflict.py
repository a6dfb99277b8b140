"""A term has one definition in the set (5.4.1)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.names import name_in
from stdkit.model.diagnostics import Bilingual, Finding, slots
from stdkit.model.standard import TermEntry
from stdkit.resolve.passages import entries
from stdkit.resolve.resolved import ResolvedSet

TITLE = (
    "同一术语有两个定义",
    "a term defined twice in the set",
)
MESSAGE = (
    "术语“{term}”在{other}中已有定义：{cure}",
    "the term “{term}” is defined in {other} already: {cure}",
)
WHY = (
    "一个术语在整套标准中只有一个定义。",
    "In a set a term has one definition.",
)
BASIS = "GB/T 1.1—2020, 5.4.1"
SEVERITY = "warning"
SCOPE = "set"
LIMITS = (
    "同形的术语定义两次就报，不论文字是否一样。",
    "A term that is defined twice is reported whether or not the words agree.",
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


ELSEWHERE = Bilingual("删去一处，在 terms_from 中写明那项标准", "remove one and name that standard in `terms_from`")
HERE = Bilingual("两处合成一处", "make one entry of the two")
SAME = Bilingual("本文件", "this document")


def check(resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each preferred term that an entry before has defined, at the later one."""
    seen: dict[str, tuple[str, TermEntry]] = {}
    for name, standard in sorted(resolved.index.standards.items()):
        for entry in entries(standard):
            term = name_in(entry.term, resolved.index.language)
            if term is None:
                continue
            owner, first = seen.setdefault(term.text, (name, entry))
            if first is not entry:
                other, cure = (SAME, HERE) if owner == name else (Bilingual(owner, owner), ELSEWHERE)
                yield Finding(term.at, slots(term=term.text, other=other, cure=cure), path=standard.path)

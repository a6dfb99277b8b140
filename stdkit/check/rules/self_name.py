"""A document calls itself 本文件 (9.5.2)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.words import find_in
from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "文件不用“本文件”称自己",
    "a document that does not call itself 本文件",
)
MESSAGE = (
    "“{word}”是文件对自己的称呼：改为“{own}”",
    "“{word}” names the document itself: write “{own}”",
)
WHY = (
    "2020年版的规则统一用本文件称自己。",
    "The 2020 rules use one name for the document itself.",
)
BASIS = "GB/T 1.1—2020, 9.5.2"
SEVERITY = "error"
SCOPE = "standard"
FIX = "safe"
LIMITS = (
    "书名号中的名称、“本标准体系”“本标准化工作”不报。",
    "Names in title marks, 本标准体系 and 本标准化… are passed over.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      ⟦本规范⟧由村妇联执行。
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content: |
      本文件由村妇联执行。
"""


SELF = "本文件"  # where the house has no list of its own


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each name of the list outside titles and quotations."""
    words = resolved.house.words
    (right,) = words.get("document_name", (SELF,))
    for _, found in find_in(standard, words.get("self_name", ()), masks=words.get("self_name_masks", ())):
        own = right[0].upper() + right[1:] if found.word[0].isupper() else right
        fix = Fix("safe", Bilingual(f"改为“{own}”", f"Write “{own}”"), (Edit(found.at, own),))
        yield Finding(found.at, slots(word=found.word, own=own), fix)

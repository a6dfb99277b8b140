"""A title beside a citation is that of the document (8.6.3, 9.5.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stdkit.check.words import REFERENCE, linear
from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix, Span, slots
from stdkit.resolve.passages import key
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard
from stdkit.resolve.targets import DocumentTarget, SiblingTarget

TITLE = (
    "文件名称与登记的不一致",
    "a title that is not that of the cited document",
)
MESSAGE = (
    "{number}的名称是《{title}》：改正书名号里的名称，或者核对编号",
    "the title of {number} is 《{title}》: correct it, or check the number",
)
WHY = (
    "编号和名称对不上，读者不知道该看哪一份文件。",
    "When number and title disagree, nobody knows which document is meant.",
)
BASIS = "GB/T 1.1—2020, 8.6.3, 9.5.4"
SEVERITY = "warning"
SCOPE = "standard"
FIX = "suggested"
LIMITS = (
    "只比较紧挨着引用的书名号，空格和全角半角的差别不算；没有登记名称的文件不检查。",
    "Only a title right beside a reference is compared, blanks and widths aside; documents without a registered title are not.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      公文应符合[[GB/T 9704]]⟦《国家行政机关公文格式》⟧的规定。
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
      公文应符合[[GB/T 9704]]《党政机关公文格式》的规定，《走访告知书》的格式见[[GB/T 9704]]。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each title in 《》 that touches a citation and differs from the document's."""
    for passage in standard.occurrences.matching(_beside(), frozenset("《")):
        line = linear(passage.content)
        for match in _beside().finditer(line.text):
            position = match.start() + match.group().index(REFERENCE)
            known = _document(standard, line.span(position, position + 1), resolved)
            group = "behind" if match["behind"] is not None else "before"
            if known and known[1] and _bare(known[1]) != _bare(match[group]):
                start, end = match.span(group)
                fix = Fix("suggested", Bilingual("改为登记的名称", "Write the title"), (Edit(line.span(start, end), known[1]),))
                yield Finding(line.span(start - 1, end + 1), slots(number=known[0], title=known[1]), fix)


def _document(standard: ResolvedStandard, at: Span, resolved: ResolvedSet) -> tuple[str, str] | None:
    """Return number and title of what a reference cites as a whole."""
    match standard.targets.get(key(at)):
        case DocumentTarget(number=number, entry=entry, clause=None):
            return number, resolved.index.registry[entry].title.text(resolved.index.language)
        case SiblingTarget(standard=name, label=None):
            return resolved.number(name), resolved.title(name)
        case _:
            return None


def _bare(title: str) -> str:
    return "".join(title.split()).translate(_narrow())


@cache
def _narrow() -> dict[int, int]:
    return str.maketrans("（）：，—－", "():,--")


@cache
def _beside() -> re.Pattern[str]:
    return re.compile(r"\ufffc《(?P<behind>[^》\n]*)》|《(?P<before>[^》\n]*)》(?:\ufffc(?!《)|[（(]\ufffc[）)])")

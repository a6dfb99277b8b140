"""The scope begins with one of the fixed forms and says what the document applies to (8.5.3)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, Span, slots
from stdkit.resolve.passages import Element, plain
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "范围的写法不完整",
    "a scope without its fixed forms",
)
MESSAGE = (
    "范围缺少{missing}：先写“本文件规定了……”一类的句子，再写“本文件适用于……”",
    "the scope lacks {missing}: say first what the document specifies, then what it applies to",
)
WHY = (
    "读者先看范围判断文件是否与自己有关。",
    "Readers decide by the scope whether a document concerns them.",
)
BASIS = "GB/T 1.1—2020, 8.5.3"
SEVERITY = "error"
SCOPE = "standard"
LIMITS = (
    "可以有多句；只看第一句的开头和有没有适用范围。",
    "A scope may have several sentences; only the first opening and the field of application are looked for.",
)
BAD = """
scope: |
  ⟦为⟧规范执委履职，制定本文件。
"""
GOOD = """
scope: |
  本文件规定了执委履职的要求。

  本文件适用于村妇联执委。
"""


SUBJECTS, APPLICATIONS = ("本文件",), ("适用于",)  # where the house has no lists of its own


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield one finding at the first character of a scope that lacks its opening or what it applies to."""
    words = resolved.house.words
    openings = words.get("scope_openings", ())
    inside = standard.occurrences.of(Element.SCOPE)
    if not inside or not openings:
        return
    subjects, applications = words.get("scope_subjects", SUBJECTS), words.get("scope_applications", APPLICATIONS)
    text = "".join(plain(each.content) for each in inside)
    gap = "" if resolved.index.language == "zh" else " "
    missing = []
    if not (text.startswith(subjects) and any(word in text for word in openings)):
        missing.append(f"“{subjects[0]}{gap}{openings[0]}……”")
    if not any(word in text for word in applications):
        missing.append(f"“{applications[0]}……”" if gap else f"“{subjects[0]}{applications[0]}……”")
    if missing:
        at = inside[0].at
        yield Finding(Span(at.line, at.column, at.line, at.column + 1), slots(missing="、".join(missing)))

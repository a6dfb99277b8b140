"""通用要求, 通则 and 概述 hold what their words say (9.3)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.below import provisions_below, titled
from stdkit.check.words import Found
from stdkit.model.diagnostics import Bilingual, Finding, slots
from stdkit.model.standard import Annex, Clause
from stdkit.resolve.modals import Kind
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "通用要求、通则、概述与内容不符",
    "a generic heading that does not fit what it holds",
)
MESSAGE = (
    "“{title}”{problem}：{cure}",
    "“{title}” {problem}: {cure}",
)
WHY = (
    "这三个标题各有规定的内容：通用要求只放要求，通则至少有一项要求，概述只有陈述。",
    "These headings have a meaning: 通用要求 holds requirements only, 通则 at least one, 概述 statements only.",
)
BASIS = "GB/T 1.1—2020, 9.3"
SEVERITY = {"": "warning", "draft": "note", "proposed": "note"}
SCOPE = "standard"
LIMITS = (
    "只看标题正好是这几个词的章和条；注、示例和表中的内容不算。没有能愿动词的指示（“登记来访人姓名。”）认不出来。",
    "Only headings of these very words are looked at, without their notes, examples and tables. Instructions without a verb such "
    "as 应 are not recognised.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    clauses:
      - id: general
        title: 概述
        content: |
          走访由执委进行，执委⟦应⟧佩戴标识。
      - id: common
        title: 通用要求
        content: |
          走访应每月1次。走访⟦宜⟧在周末进行。
      - id: rules
        title: ⟦通则⟧
        content: |
          走访由执委进行。
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    clauses:
      - id: general
        title: 概述
        content: |
          走访由执委进行，分为定期走访和四必访。
      - id: common
        title: 通用要求
        content: |
          走访应每月1次。
      - id: rules
        title: 通则
        content: |
          走访由执委进行。走访宜在周末进行，应佩戴标识。
"""


STATEMENT = (
    Bilingual("中有“{word}”，概述只作陈述", "states facts only, and here is “{word}”"),
    Bilingual("改写成陈述，或者把标题改为“通则”", "state a fact, or call the clause 通则"),
)
REQUIREMENT = (
    Bilingual("中有“{word}”，通用要求只放要求", "holds requirements only, and here is “{word}”"),
    Bilingual("移到别的条中，或者把标题改为“通则”", "move the sentence, or call the clause 通则"),
)
MIXED = (
    Bilingual("中没有要求，通则至少有一项要求", "holds at least one requirement, and here is none"),
    Bilingual("补上要求，或者把标题改为“概述”", "add a requirement, or call the clause 概述"),
)


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield provisions that do not belong below 概述 and 通用要求, and each 通则 without a requirement."""
    words = resolved.house.words
    lists = [words.get(f"generic_{name}_titles", ()) for name in ("statement", "requirement", "mixed")]
    statements, requirements, mixed = lists
    holders = titled(standard, (*statements, *requirements, *mixed))
    bound: set[int] = set()
    for holder, found in provisions_below(standard, holders):
        title = holder.title.text if holder.title else ""
        if found.kind is Kind.REQUIREMENT:
            bound.add(holder.at.line)
        if title in statements:
            yield _finding(holder, STATEMENT, found)
        elif title in requirements and found.kind is not Kind.REQUIREMENT:
            yield _finding(holder, REQUIREMENT, found)
    for holder in holders:
        if holder.title and holder.title.text in mixed and (holder.content or holder.clauses) and holder.at.line not in bound:
            yield _finding(holder, MIXED, Found("", holder.title.at, ""))


def _finding(holder: Clause | Annex, text: tuple[Bilingual, Bilingual], found: Found) -> Finding:
    problem = Bilingual(text[0].zh.replace("{word}", found.word), text[0].en.replace("{word}", found.word))
    title = holder.title.text if holder.title else ""
    return Finding(found.at, slots(title=title, problem=problem, cure=text[1]))

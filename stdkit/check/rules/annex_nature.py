"""A typed nature agrees with the mentions (9.6.1.2)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Bilingual, Finding, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard
from stdkit.resolve.targets import OwnTarget

TITLE = (
    "附录的性质与提到它的方式不符",
    "an annex whose nature contradicts its mentions",
)
MESSAGE = (
    "正文的提法使这个附录是{computed}：改写提法，或者删去 nature",
    "the way the text mentions this annex makes it {computed}: change the mention, or remove `nature`",
)
WHY = (
    "“符合”“按”附录的规定使附录成为规范性的，“见”只给出信息。",
    "符合 and 按 make an annex normative, 见 only informs.",
)
BASIS = "GB/T 1.1—2020, 9.6.1.2"
SEVERITY = "error"
SCOPE = "standard"
LIMITS = (
    "“见附录A”“式样见附录A”等括注和指引只是提示，不使附录成为规范性；没有写 nature 的附录按提及的方式定性，不报。",
    "见附录A, 式样见附录A and the like only point; an annex without a typed nature takes it from its mentions.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      评分应符合[[points]]的规定。
annexes:
  - id: points-annex
    title: 积分表
    nature: ⟦informative⟧
    content:
      - |
        积分见[[points]]。
      - table:
          id: points
          title: 积分
          cells: |
            项目 | 分值
            ---
            走访 | 1
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content: |
      评分应符合[[points]]的规定。
annexes:
  - id: points-annex
    title: 积分表
    nature: normative
    content:
      - |
        积分见[[points]]。
      - table:
          id: points
          title: 积分
          cells: |
            项目 | 分值
            ---
            走访 | 1
"""


NAMES = {"normative": Bilingual("规范性的", "normative"), "informative": Bilingual("资料性的", "informative")}


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each typed nature that the mentions contradict."""
    del resolved
    typed = [annex for annex in standard.standard.annexes if annex.nature]
    binding = _binding(standard) if typed else set()
    for annex in typed:
        label = standard.label(annex.at)
        computed = "normative" if label and label.annex in binding else "informative"
        if annex.nature and annex.nature.text != computed:
            yield Finding(annex.nature.at, slots(computed=NAMES[computed]))


def _binding(standard: ResolvedStandard) -> set[str | None]:
    """Return the letters of the annexes that a sentence outside of them binds; what is typed does not count."""
    letters: set[str | None] = set()
    for mention, target in standard.followed:
        if isinstance(target, OwnTarget) and target.label.annex and mention.nature == "normative":
            own = standard.numbering.by_id.get(mention.passage.annex or "")
            if own is None or own.annex != target.label.annex:
                letters.add(target.label.annex)
    return letters

"""A term that is defined is used twice or more (8.7.3.2)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.blocks import Flow
from stdkit.model.diagnostics import Finding, slots
from stdkit.model.standard import TermEntry, Type
from stdkit.resolve.passages import entries, key
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "只用了一次的术语",
    "a defined term that is used once",
)
MESSAGE = (
    "术语“{term}”只用了一次：在用到它的地方说明，不单列条目",
    "the term “{term}” is used once: explain it where it stands and remove the entry",
)
WHY = (
    "文中多次用到的概念才需要定义；只用一次的，就地说明更清楚。",
    "Only concepts that occur repeatedly need a definition; others are clearer explained on the spot.",
)
BASIS = "GB/T 1.1—2020, 8.7.3.2"
SEVERITY = "note"
SCOPE = "standard"
LIMITS = (
    "术语标准、被其他标准的 terms_from 引用的标准不检查；作为标题的术语不报告；许用术语、流程图和更长的词里的出现都算使用。",
    "Vocabularies, standards named in `terms_from` of others, and terms in titles are passed over; longer words count as uses.",
)
BAD = """
terms:
  - id: visit
    term: {zh: ⟦上门走访⟧, en: home visit}
    definition: |
      执委在联系户家中进行的联系
clauses:
  - id: first
    title: 联系
    content: |
      执委应每月上门走访1次。
"""
GOOD = """
terms:
  - id: visit
    term: {zh: 上门走访, en: home visit}
    definition: |
      执委在联系户家中进行的联系
clauses:
  - id: first
    title: 联系
    content: |
      执委应每月上门走访1次，并在上门走访当日填写记录。
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each term in no title that stands once in the texts outside its entry."""
    if not standard.standard.terms or standard.standard.type is Type.VOCABULARY:
        return
    if standard.id in resolved.facts.terms_for_others:
        return
    tops = standard.clauses
    titles = "\n".join(each.title.text for each in tops if each.title)
    steps = "\n".join(step.text.text for block in standard.captioned if isinstance(block, Flow) for step in block.steps)
    for entry in entries(standard.standard):
        names = [each.zh.text for each in (entry.term, *entry.admitted) if each.zh]
        titled = any(name in titles for name in names)
        if entry.term.zh and not titled and _uses(entry, standard, steps) == 1:
            yield Finding(entry.term.zh.at, slots(term=entry.term.zh.text))


def _uses(entry: TermEntry, standard: ResolvedStandard, beside: str) -> int:
    """Return how often an entry's names and references to it stand outside of it; what is often enough is not counted on."""
    names = {each.zh.text for each in (entry.term, *entry.admitted) if each.zh}
    shortest = [name for name in names if not any(other != name and other in name for other in names)]
    place = key(entry.at)
    own = "\n".join(each.text for each in standard.occurrences.within(place))
    words = sum(standard.occurrences.text.count(name) + beside.count(name) - own.count(name) for name in shortest)
    if words > 1:
        return words
    cited = (
        mention.reference.target.removeprefix("term:") == entry.id.text and mention.passage.owner != place
        for mention in standard.mentions
    )
    return words + sum(cited)

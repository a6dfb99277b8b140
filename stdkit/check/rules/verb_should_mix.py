"""应 does not go with words that weaken it (9.4.2)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.words import Nearby, find_behind, found_verb
from stdkit.model.diagnostics import Finding, Span, slots
from stdkit.resolve.modals import Kind
from stdkit.resolve.passages import Element
from stdkit.resolve.provisions import Provision
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "“应”与弱化的词连用",
    "应 beside a word that weakens it",
)
MESSAGE = (
    "“{shall}”不与“{word}”连用：写成能够证实的要求，或者改用“{should}”",
    "“{shall}” does not go with “{word}”: write a requirement that can be confirmed, or use “{should}”",
)
WHY = (
    "“应尽量”既要求又不要求，检查时无法判断。",
    "应尽量 demands and does not; nobody can tell whether it was met.",
)
BASIS = "GB/T 1.1—2020, 9.4.2"
SEVERITY = "warning"
SCOPE = "standard"
LIMITS = (
    "“一般项目”“一般联系户”不报；“宜尽量”可以。",
    "一般项目 and the like are other words; 宜 goes with 尽量.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      村妇联应⟦尽量⟧安排专人接待。
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content: |
      村妇联宜安排专人接待。
"""


FAR, BESIDE = 8, 0  # characters between the verb and the word
ELEMENTS = set(Element) - {Element.FORM}


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each weak word that stands behind the verb of a requirement in its clause, or right before it."""
    words = resolved.house.words
    weak, beside = words.get("verb_weak", ()), words.get("verb_weak_beside", ())
    if not (weak or beside):
        return
    verbs = {"shall": words["shall"][0], "should": words["should"][0]}
    for nearby in (Nearby(weak, FAR), Nearby(beside, BESIDE)):
        for _, found in find_behind(standard, nearby, ELEMENTS):
            yield Finding(found.at, slots(word=found.word, **verbs))
    before = (*weak, *beside)
    holding = {id(passage) for passage in standard.occurrences.holding(before)}
    for provision in standard.provisions if holding else ():
        if id(provision.passage) in holding and not provision.inherited and provision.passage.element in ELEMENTS:
            for word, at in _right_before(provision, before):
                yield Finding(at, slots(word=word, **verbs))


def _right_before(provision: Provision, words: tuple[str, ...]) -> Iterator[tuple[str, Span]]:
    """Yield the weak words right before a verb of a requirement, with the place of both."""
    for verb in provision.verbs:
        word = next((each for each in words if provision.text[: verb.start].endswith(each)), None)
        if word and verb.kind is Kind.REQUIREMENT:
            at = found_verb(provision, verb).at
            yield word + verb.word, at._replace(column=at.column - len(word))

"""The rules of drafting are named in the foreword only (8.3, 8.13)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.references import typed_references
from stdkit.model.diagnostics import Finding, Span, slots
from stdkit.resolve.documents import without_year
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "把起草依据列为引用文件",
    "the rules of drafting as a reference",
)
MESSAGE = (
    "{number}是起草的依据，前言已经写明：删去这里的引用",
    "{number} is what the document is drafted by, and the foreword says so: remove this citation",
)
WHY = (
    "每个文件都按起草规则起草，前言的第一句就是它，不必再列为引用文件或者参考文献。",
    "Every document is drafted by these rules and its foreword begins with them; they need not be listed again.",
)
BASIS = "GB/T 1.1—2020, 8.3, 8.6.3, 8.13"
SEVERITY = "warning"
SCOPE = "standard"
LIMITS = (
    "正文对起草工作的要求引用起草规则（如“标准的起草应符合GB/T 1.1的规定”）是正常的引用，不检查。",
    "A requirement on drafting that cites the rules is a citation like any other and is passed over.",
)
BAD = """
references: {informative: [⟦GB/T 1.1⟧]}
clauses:
  - id: first
    title: 走访
    content: |
      本文件依据⟦[[GB/T 1.1]]⟧编写。执委应每月走访1次。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
# references.yaml
GB/T 1.1—2020:
  title: {zh: 标准化工作导则　第1部分：标准化文件的结构和起草规则}
  level: national
  status: current
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content: |
      走访制度的起草应符合[[GB/T 1.1]]的规定。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
# references.yaml
GB/T 1.1—2020:
  title: {zh: 标准化工作导则　第1部分：标准化文件的结构和起草规则}
  level: national
  status: current
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield the rules of drafting typed under ``references``, and cited as what this document is drafted by."""
    words = resolved.house.words
    numbers = words.get("drafting_rule_numbers", ())
    for word, citation in typed_references(standard, resolved, "informative"):
        if without_year(citation.printed) in numbers:
            yield Finding(word.at, slots(number=without_year(citation.printed)))
    places = {each.at: without_year(each.printed) for each in standard.citations if without_year(each.printed) in numbers}
    if places:
        yield from _basis(standard, places, resolved)


def _basis(standard: ResolvedStandard, places: dict[Span, str], resolved: ResolvedSet) -> Iterator[Finding]:
    words = resolved.house.words
    for mention in standard.mentions:
        number = places.get(mention.reference.at)
        sentence = mention.sentence.strip()
        if number and sentence.startswith(words.get("drafting_subjects", ())):
            for mask in words.get("drafting_masks", ()):
                sentence = sentence.replace(mask, "")
            if any(verb in sentence for verb in words.get("drafting_verbs", ())):
                yield Finding(mention.reference.at, slots(number=number))

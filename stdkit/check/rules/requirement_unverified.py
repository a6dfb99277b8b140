"""Each requirement of a specification has its confirmation (GB/T 20001.5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stdkit.check.headings import opening
from stdkit.model.blocks import Block, Figure, Flow, Form, Formula, Table
from stdkit.model.diagnostics import Finding
from stdkit.model.standard import Clause, Type
from stdkit.model.text import List, Paragraph
from stdkit.resolve.modals import Kind
from stdkit.resolve.passages import Element, Key, key
from stdkit.resolve.provisions import Provision
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "规范中没有证实方法的要求",
    "a requirement of a specification that nothing confirms",
)
MESSAGE = (
    "这一条有要求，没有哪一条证实它：写出证实方法，并把这一条的 id 列入那一条的 verifies",
    "this clause holds a requirement and no clause confirms it: write how, and list its id in the `verifies` of that clause",
)
WHY = (
    "规范中的每项要求都要有对应的证实方法。",
    "In a specification every requirement has a method of confirmation.",
)
BASIS = "GB/T 20001.5—2017"
SEVERITY = "note"
SCOPE = "standard"
LIMITS = (
    "只看用了 verifies 的规范。verifies 中列出上级的章条，或者列出条中的列项、表的，都算证实了这一条。"
    "按别的文件执行的要求由那个文件证实；表和附录中的要求、法律规定的义务（必须）不看。",
    "Only specifications that use `verifies` are looked at. A clause counts as confirmed when the clause above it or an item or "
    "table within it is listed. What another document requires is confirmed by that document. Requirements in tables and annexes "
    "and duties by law (必须) are passed over.",
)
BAD = """
type: specification
title: {zh: 执委走访工作规范, en: Specification for visits by executive members}
clauses:
  - id: visits
    title: 走访
    content: |
      执委应每月走访1次。
  - id: records
    title: ⟦记录⟧
    content: |
      执委应在走访当日填写记录。
  - id: verification
    title: 证实方法
    verifies: [visits]
    content: |
      抽取5户的走访记录，有1户当月没有记录的，[[visits]]不符合。
"""
GOOD = """
type: specification
title: {zh: 执委走访工作规范, en: Specification for visits by executive members}
clauses:
  - id: visits
    title: 走访
    clauses:
      - id: times
        title: 次数
        content: |
          执委应每月走访1次。
      - id: marks
        title: 标识
        content: |
          执委应在走访时佩戴标识。
  - id: verification
    title: 证实方法
    verifies: [visits]
    content: |
      抽取5户的走访记录，有1户当月没有记录的，[[visits]]不符合。抽取时应由2人进行。
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each clause of the body with a requirement that neither it, nor a clause above it, nor a part of it is verified."""
    chapters = standard.standard.clauses
    if standard.standard.type is not Type.SPECIFICATION or resolved.index.failed:
        return  # a standard that cannot be read could be the one that confirms
    verified = {word.text for each in standard.clauses if isinstance(each, Clause) for word in each.verifies}
    if verified:
        owners = _owners(standard, resolved.house.words.get("verb_forbidden", ()))
        for chapter in chapters:
            yield from _unverified(chapter, verified, owners)


def _owners(standard: ResolvedStandard, external: Sequence[str]) -> set[Key | None]:
    """Return the clauses that hold a requirement which this standard has to confirm itself."""
    elsewhere, owners = _elsewhere(standard), set[Key | None]()
    for provision in standard.provisions:
        owner = provision.passage.owner
        if owner in owners or not _requires(provision, external):
            continue
        if not any(text in provision.text for text in elsewhere.get(key(provision.passage.at), ())):
            owners.add(owner)
    return owners


def _requires(provision: Provision, external: Sequence[str]) -> bool:
    if provision.passage.element is not Element.TEXT:
        return False
    return any(verb.kind is Kind.REQUIREMENT and verb.word not in external for verb in provision.verbs)


def _elsewhere(standard: ResolvedStandard) -> dict[Key, list[str]]:
    """Return the sentences that bind to another document, by the place of their passage: that document confirms them."""
    binding = {key(each.at) for each in standard.citations if each.nature == "normative"}
    found: dict[Key, list[str]] = {}
    for mention in standard.mentions if binding else ():
        if key(mention.reference.at) in binding:
            found.setdefault(key(mention.passage.at), []).append(mention.sentence)
    return found


def _unverified(clause: Clause, verified: set[str], owners: set[Key | None]) -> Iterator[Finding]:
    if clause.verifies or (clause.id and clause.id.text in verified):
        return
    if key(clause.at) in owners and not any(_names(block) & verified for block in clause.content):
        yield Finding(opening(clause))
    for inner in clause.clauses:
        yield from _unverified(inner, verified, owners)


def _names(block: Block) -> set[str]:
    """Return the ids of a block and of its items."""
    if isinstance(block, List):
        below = (name for item in block.items if item.sublist for name in _names(item.sublist))
        return {item.id.text for item in block.items if item.id}.union(below)
    if isinstance(block, (Paragraph, Table, Form, Figure, Flow, Formula)) and block.id:
        return {block.id.text}
    return set()

"""A form that a sentence names exists (GB/T 20001.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from stdkit.check.numbers import character_of
from stdkit.check.words import Linear, hide, linear
from stdkit.model.blocks import Form, Table
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.passages import Element, entries
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "提到的表单在标准体系中没有",
    "a form that is named and does not exist",
)
MESSAGE = (
    "标准体系中没有“{name}”：用 form 编出这张表，名称不一致的改成一致，别处的表列入 system.yaml 的 forms",
    "the set has no form “{name}”: add the `form`, use the name of one that exists, or list it under `forms` in system.yaml",
)
WHY = (
    "要求填写的表没有式样，各村各填各的，检查时对不上。",
    "Without the form everybody fills in something else, and nothing can be compared.",
)
BASIS = "GB/T 20001.6—2017"
SEVERITY = "note"
SCOPE = "set"
WHOLE = True  # a file that cannot be read could change what is found
LIMITS = (
    "只看以“记录表”“登记表”“申请表”“审批表”“汇总表”结尾、写在《》中或者紧跟“填写”“填报”“填入”“记入”的名称，以及紧跟这些动词、以本体系表单名称的末字（如“单”）结尾的五字以上名称；与某张表单的名称结尾相同的算作那张表单。",
    "Only names that end in 记录表, 登记表, 申请表, 审批表 or 汇总表 and stand in 《》 or right behind 填写, 填报, 填入 or 记入 "
    "are looked at, and names of five characters or more behind these verbs that end in the last character of a form of the set; "
    "one that ends like the title of a form is taken for that form.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委应在走访当日填写⟦走访记录表⟧，外出的记入⟦《联系户外出登记表》⟧。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content:
      - |
        执委应在走访当日填写走访记录表（见[[visits]]），并填写相应的登记表。
      - form:
          id: visits
          title: 执委走访记录表
          cells: |
            走访日期 | _date
"""


PLACES = {Element.TEXT, Element.CELL}
SHORTEST, SHORT = 4, 2
ENDS = "，。；：、（）"


def check(resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each name of a form that ends like none of the set."""
    words = resolved.house.words
    endings, verbs = words.get("form_endings", ()), words.get("form_verbs", ())
    if not (endings and verbs):
        return
    own = _last_characters(resolved)
    found = [(each, *place) for each in resolved.standards.values() for place in _names(each, endings, verbs, own)]
    known = _known(resolved) if found else frozenset()
    for standard, name, line, span in found:
        bare = name.strip("《》")
        ending = next((each for each in endings if bare.endswith(each)), "")
        if _is_name(bare[: -len(ending or own[:1])], words) and not _is_known(bare, known, SHORTEST if ending else SHORT):
            yield Finding(line.span(*span), slots(name=bare), path=standard.standard.path)


def _last_characters(resolved: ResolvedSet) -> str:
    """Return the last characters of the titles of the set's own forms: 表, 单."""
    titles = [block.title.text for each in resolved.standards.values() for block in each.captioned if isinstance(block, Form)]
    return "".join(sorted({title[-1:] for title in titles}))


def _names(
    standard: ResolvedStandard, endings: tuple[str, ...], verbs: tuple[str, ...], own: str
) -> Iterator[tuple[str, Linear, tuple[int, int]]]:
    behind, quoted = _patterns(endings, verbs, own)
    for passage in standard.occurrences.holding((*endings, *verbs)):
        if passage.element in PLACES:
            line = linear(passage.content)
            for match in behind.finditer(hide(line.text)):
                yield match["name"], line, match.span("name")
            for match in quoted.finditer(line.text):
                yield match.group(), line, match.span()


def _known(resolved: ResolvedSet) -> frozenset[str]:
    """Return the titles of forms and tables, the terms, and every ending of them that is no mere kind of form."""
    titles = {each.title for each in resolved.index.system.forms}
    for standard in resolved.standards.values():
        titles.update(each.title.text for each in standard.captioned if isinstance(each, (Form, Table)) and each.title)
        titles.update(each.term.zh.text for each in entries(standard.standard) if each.term.zh)
    return frozenset(title[start:] for title in titles for start in range(max(1, len(title) - SHORTEST + 1)))


def _is_name(stem: str, words: Mapping[str, tuple[str, ...]]) -> bool:
    unnamed, before = words.get("form_unnamed", ()), words.get("form_unnamed_before", ())
    return bool(stem) and not stem.startswith(before) and not any(word in stem for word in unnamed)


def _is_known(name: str, known: frozenset[str], shortest: int) -> bool:
    return any(name[start:] in known for start in range(max(1, len(name) - shortest + 1)))


@cache
def _patterns(endings: tuple[str, ...], verbs: tuple[str, ...], own: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    ending, verb = "|".join(map(re.escape, endings)), "|".join(map(re.escape, verbs))
    inside = r"[^，。；：、（）《》“”\n\x00\ufffc]"
    last = rf"|{inside}{{4,14}}{character_of(own)}(?=[{ENDS}\n]|$)"
    return (
        re.compile(rf"(?:{verb})(?P<name>{inside}{{0,14}}?(?:{ending}){last})"),
        re.compile(rf"《[^》\n]{{1,20}}?(?:{ending})》"),
    )

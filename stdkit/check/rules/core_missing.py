"""A standard holds the core technical element of its type (8.11, Table 4)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.blocks import Figure, Flow, Table
from stdkit.model.diagnostics import Bilingual, Finding, slots
from stdkit.model.standard import Type
from stdkit.model.text import List
from stdkit.resolve.modals import Kind
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "缺少这一类型的核心技术要素",
    "a standard without the core technical element of its type",
)
MESSAGE = (
    "没有{element}：补上，或者改正 type",
    "there is no {element}: add one, or correct `type`",
)
WHY = (
    "每一类型的标准有必备的核心技术要素：规程写明程序，指南给出推荐，评价标准给出指标。",
    "Each type has an element that it cannot do without: a code of practice a procedure, a guide recommendations, an evaluation "
    "indicators.",
)
BASIS = "GB/T 1.1—2020, 8.11, Table 4; GB/T 20001.6—2017; GB/T 20001.8—2023"
SEVERITY = {"": "warning", "draft": "note", "proposed": "note"}
SCOPE = "standard"
LIMITS = (
    "少于三章的文件不看。按章条标题的词判断，有流程图或者带编号的列项的规程、有表或者图的符号标准不报；内容是否写全看不出来。"
    "规范缺证实方法由 confirmation-missing 报告。",
    "A text of fewer than three chapters is passed over. Titles decide; a code of practice with a flow chart or a lettered list "
    "and a standard of symbols with a table or figure have theirs. Whether the element is complete cannot be seen. A "
    "specification without confirmation is reported by confirmation-missing.",
)
BAD = """
id: ⟦XM-101⟧
clauses:
  - id: first
    title: 人员
    content: |
      每名执委应联系10户家庭。
  - id: second
    title: 时间
    content: |
      走访应在每月25日前完成。
  - id: third
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""
GOOD = """
clauses:
  - id: first
    title: 人员
    content: |
      每名执委应联系10户家庭。
  - id: second
    title: 走访程序
    content: |
      执委应先约定时间，再上门走访。
  - id: third
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


FEW = 2
NAMES = {
    Type.GUIDE: Bilingual("推荐（宜、建议）", "recommendation"),
    Type.SYMBOL: Bilingual("列出符号的表或者图", "table or figure of the symbols"),
    Type.CLASSIFICATION: Bilingual("规定分类或者编码的章", "chapter about classes or codes"),
    Type.EVALUATION: Bilingual("给出评价指标的章", "chapter about the indicators"),
    Type.CODE_OF_PRACTICE: Bilingual("写明程序的章", "chapter about the procedure"),
    Type.TEST_METHOD: Bilingual("写明试验步骤的章", "chapter about the steps of the test"),
}


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield a finding at the id of a standard of three chapters or more without that element."""
    kind = standard.standard.type
    if kind in NAMES and len(standard.standard.clauses) > FEW and not _has_core(standard, resolved, kind):
        yield Finding(standard.standard.id.at, slots(element=NAMES[kind]))


def _has_core(standard: ResolvedStandard, resolved: ResolvedSet, kind: Type) -> bool:
    words = resolved.house.words
    if kind is Type.GUIDE:
        return any(Kind.RECOMMENDATION in each.kinds for each in standard.provisions) or not words.get("modal_recommendation")
    if kind is Type.SYMBOL:
        return bool(standard.standard.symbols) or _holds(standard, (Table, Figure))
    titles = words.get(f"core_titles_{kind.value}", ())
    if not titles or (kind is Type.CODE_OF_PRACTICE and (_holds(standard, (Flow,)) or _lettered(standard))):
        return True
    named = (each.title.text for each in standard.clauses if each.title)
    return any(word in title for title in named for word in titles)


def _holds(standard: ResolvedStandard, kinds: tuple[type, ...]) -> bool:
    below = standard.clauses
    return any(isinstance(block, kinds) for clause in below for block in clause.content)


def _lettered(standard: ResolvedStandard) -> bool:
    below = standard.clauses
    return any(isinstance(block, List) and block.ordered for clause in below for block in clause.content)

"""A citation of all parts of a document says so (9.5.4.1.2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from stdkit.check.words import linear
from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix, Span, slots
from stdkit.model.system import Entry
from stdkit.resolve.citations import Mention
from stdkit.resolve.documents import parse_number
from stdkit.resolve.resolved import ResolvedSet
from stdkit.resolve.targets import DocumentTarget

TITLE = (
    "引用分部分文件而没有写明“所有部分”",
    "a multi-part document cited without saying all parts",
)
MESSAGE = (
    "{number}分为几个部分：引用全部时写“{right}”，只用一个部分时引用那个部分",
    "{number} has several parts: write “{right}” for all of them, or cite the one that is meant",
)
WHY = (
    "不写“所有部分”，读者以为有一个不分部分的文件。",
    "Without it a reader looks for a document in one piece.",
)
BASIS = "GB/T 1.1—2020, 9.5.4.1.2"
SEVERITY = "warning"
SCOPE = "set"
FIX = "suggested"
LIMITS = (
    "只检查 references.yaml 中写了 parts，或者登记了其中某个部分的文件；被代替和废止的文件由另一条规则报告。",
    "Only documents whose entry has `parts`, or one of whose parts is registered, are looked at; superseded ones have a rule.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      服务组织的标准化工作见⟦[[GB/T 24421]]⟧。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
# references.yaml
GB/T 24421:
  title: {zh: 服务业组织标准化工作指南, en: Guide for standardization of organizations in service industry}
  level: national
  status: current
  parts: [GB/T 24421.1, GB/T 24421.2]
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content: |
      服务组织的标准化工作见[[GB/T 24421]]（所有部分），标准体系的构建见[[GB/T 24421.2—2023]]。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
# references.yaml
GB/T 24421:
  title: {zh: 服务业组织标准化工作指南, en: Guide for standardization of organizations in service industry}
  level: national
  status: current
  parts: [GB/T 24421.1, GB/T 24421.2]
"""


def check(resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each undated citation of a series that the words for all parts do not follow."""
    series = _series(resolved.index.registry)
    form = resolved.house.forms.get("all_parts")
    if not series or form is None:
        return
    tail = form.format(number="")
    for standard in resolved.standards.values():
        for mention, target in standard.followed:
            if isinstance(target, DocumentTarget) and not target.dated and target.number in series and not _said(mention, tail):
                at = mention.reference.at
                right = form.format(number=f"[[{mention.reference.target}]]")
                behind = Span(at.end_line, at.end_column, at.end_line, at.end_column)
                fix = Fix("suggested", Bilingual(f"写“{tail}”", f"Write “{tail}”"), (Edit(behind, tail),))
                yield Finding(at, slots(number=target.number, right=right), fix, path=standard.standard.path)


def _series(registry: Mapping[str, Entry]) -> set[str]:
    """Return the undated numbers of documents in several parts that are in force."""
    numbers = {name: parse_number(name) for name in registry}
    parts = {number.undated.rpartition(".")[0] for number in numbers.values() if number and "." in number.serial}
    current = (number.undated for name, number in numbers.items() if number and registry[name].status == "current")
    declared = {number.undated for name, number in numbers.items() if number and registry[name].parts}
    return declared | (parts & set(current))


def _said(mention: Mention, tail: str) -> bool:
    if mention.reference.text is not None:
        return mention.reference.text.endswith(tail)
    line = linear(mention.passage.content)
    starts = (start for start, span in zip(line.starts, line.spans, strict=True) if span == mention.reference.at)
    return any(line.text.startswith(tail, start + 1) for start in starts)

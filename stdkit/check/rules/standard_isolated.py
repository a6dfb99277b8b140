"""A standard of a system is connected with the others (GB/T 13016)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding
from stdkit.model.standard import Type
from stdkit.resolve.resolved import ResolvedSet

TITLE = (
    "与其他标准没有联系的标准",
    "a standard without any tie to the others",
)
MESSAGE = (
    "这项标准不引用体系中的其他标准，也没有别的标准引用它：核对有没有重复规定，或者它是否属于这个体系",
    "it cites no standard of the set and none cites it: see whether something is laid down twice, or whether it belongs here",
)
WHY = (
    "体系中的标准相互配套；孤立的一项常常自己重复写了别的标准的内容。",
    "Standards of a system fit together; one that stands alone often repeats what another one says.",
)
BASIS = "GB/T 13016—2018"
SEVERITY = "note"
SCOPE = "set"
WHOLE = True  # a file that cannot be read could change what is found
LIMITS = (
    "术语标准和直接执行的标准不看；整套标准都不互相引用的不看。",
    "Vocabularies and directly implemented standards are passed over, and so is a set whose standards do not cite each other.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      走访记录见[[XM-102]]。
# service-project/XM-102.yaml
id: XM-102
# service-project/XM-103.yaml
id: ⟦XM-103⟧
# system.yaml
profile: {rules: {standard-isolated: {severity: note, reason: 编制说明要求各标准配套}}}
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content: |
      走访记录见[[XM-102]]和[[XM-103]]。
# service-project/XM-102.yaml
id: XM-102
# service-project/XM-103.yaml
id: XM-103
# system.yaml
profile: {rules: {standard-isolated: {severity: note, reason: 编制说明要求各标准配套}}}
"""


def check(resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each standard with a text of its own that neither cites another one of the set nor is cited."""
    tied: set[str] = set()
    for name, standard in resolved.standards.items():
        for citation in standard.citations:
            if citation.target != name and citation.target in resolved.index.standards:
                tied.update((name, citation.target))
    for name, each in resolved.standards.items():
        if tied and name not in tied and each.standard.type is not Type.VOCABULARY:
            yield Finding(each.standard.id.at, path=each.standard.path)

"""A published text goes on citing the edition that it was published with (9.5.4.1.1)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.resolved import ResolvedSet

TITLE = (
    "发布后变了版本或者条号的注日期引用",
    "a dated reference whose edition or clause number changed after publication",
)
MESSAGE = (
    "本文件发布时引用的是{then}，现在是{now}，印出的仍是前者：要改引现在的，发布本文件的新版本",
    "this text was published with {then}, it is {now} now and the former is still printed: to cite the new one, issue a new "
    "edition of this text",
)
WHY = (
    "注日期引用只对注明的版本有效；已发布的文本不因别的标准修订而自己改变。",
    "A dated reference holds for the edition that it names; a published text does not change by itself when another one is "
    "revised.",
)
BASIS = "GB/T 1.1—2020, 9.5.4.1.1"
SEVERITY = "warning"
SCOPE = "set"
LIMITS = (
    "只看已发布文本中由 stdkit confirm 记下的引用；本文件换了版本，原来记下的不再作数。记错的用 --editions 重记。",
    "Only what stdkit confirm has noted of published texts is looked at; it counts no more for a new edition of the text. What "
    "was noted wrongly is noted anew by stdkit confirm --editions.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      走访应符合⟦[[XM-102#visiting]]⟧的规定。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
# service-project/XM-102.yaml
id: XM-102
# .state/editions.yaml
"XM-101/first -> XM-102#visiting": ["Q/SLFL XM 101—2025", "Q/SLFL XM 102—2023", "第5章"]
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content: |
      走访应符合[[XM-102#visiting]]的规定。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
# service-project/XM-102.yaml
id: XM-102
# .state/editions.yaml
"XM-101/first -> XM-102#visiting": ["Q/SLFL XM 101—2025", "Q/SLFL XM 102—2025", "第4章"]
"""


def check(resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each dated reference of a published text that would be printed in another way today."""
    if not resolved.source.confirmed.editions:
        return
    from stdkit.resolve.confirmations import changed_editions  # for start-up time: most sets have confirmed nothing

    for link, then, now in changed_editions(resolved):
        path = resolved.standards[link.standard].standard.path
        values = slots(then=f"{then.cited}, {then.place}", now=f"{now.cited}, {now.place}")
        yield Finding(link.at, values, path=path)

"""An example is no clause of its own (9.10.3)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.passages import clauses
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "单独设条的示例",
    "an example that is a clause of its own",
)
MESSAGE = (
    "“{title}”单独设了章或者条：写成 example，放在所说明的内容后面，示例多的移到资料性附录",
    "“{title}” is a clause: write it as an `example` behind what it explains, and move many of them to an informative annex",
)
WHY = (
    "示例只作说明，单独设条就像一条规定。",
    "An example explains; as a clause it looks like a provision.",
)
BASIS = "GB/T 1.1—2020, 9.10.3"
SEVERITY = "warning"
SCOPE = "standard"
LIMITS = (
    "只看正文中标题是“示例”或者以“示例”结尾的章和条，附录中的不看。",
    "Only chapters and clauses of the body whose title ends in 示例 are looked at, not those of annexes.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委应每月走访1次。
  - id: second
    title: ⟦走访记录示例⟧
    content: |
      3月5日上门，联系户反映托育问题。
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content:
      - |
        执委应每月走访1次，并填写记录。
      - example: 3月5日上门，联系户反映托育问题。
  - id: second
    title: 示例的编写
    content: |
      村妇联应每年汇编1次走访实例。
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield the titles in the body that end like that of an example."""
    endings = resolved.house.words.get("example_titles", ())
    if endings:
        for clause in clauses(standard.standard.clauses):
            if clause.title and clause.title.text.endswith(endings):
                yield Finding(clause.title.at, slots(title=clause.title.text))

"""An annex is no scope, no list of references and no chapter of terms (9.6.3.2)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "附录的标题是范围、规范性引用文件或者术语和定义",
    "an annex titled scope, normative references or terms and definitions",
)
MESSAGE = (
    "附录不设“{title}”：内容写到正文的 scope、references 或者 terms 下，删去这个附录",
    "no annex is titled “{title}”: write its content under `scope`, `references` or `terms`, and remove the annex",
)
WHY = (
    "这三项对整个文件有效，在附录中重复就会有两个范围或者两份清单。",
    "The three hold for the whole document; in an annex there would be a second scope or a second list.",
)
BASIS = "GB/T 1.1—2020, 9.6.3.2"
SEVERITY = "error"
SCOPE = "standard"
LIMITS = (
    "附录中条的标题由 chapter-generated 报告。",
    "Titles of clauses within an annex are reported by chapter-generated.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      走访所用的词见[[words]]。
annexes:
  - id: words
    title: ⟦术语和定义⟧
    content: |
      四必访是四种情形下的上门走访。
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content: |
      走访所用词的来历见[[words]]。
annexes:
  - id: words
    title: 术语的来历
    content: |
      四必访是四种情形下的上门走访。
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each such title of an annex."""
    titles = resolved.house.words.get("annex_titles", ())
    for annex in standard.standard.annexes:
        if annex.title.text in titles:
            yield Finding(annex.title.at, slots(title=annex.title.text))

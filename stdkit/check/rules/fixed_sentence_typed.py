"""Fixed sentences are generated, never typed."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "手写的固定句子",
    "a fixed sentence typed by hand",
)
MESSAGE = (
    "这个句子由 stdkit 印出：删去，否则会印两次",
    "stdkit prints this sentence: remove it, or it is printed twice",
)
WHY = (
    "固定句子每个文件都一样，手写容易用错旧版的措辞。",
    "Fixed sentences are the same in every document; typed ones tend to be of an old edition.",
)
BASIS = "GB/T 1.1—2020, 8.3, 8.6.2, 8.7.2"
SEVERITY = "error"
SCOPE = "standard"
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      ⟦下列术语和定义适用于本文件。⟧

      执委应每月走访1次。
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委应每月走访1次。
"""


LONG = 8  # shorter pieces of a fixed sentence occur by chance


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each paragraph that begins with a fixed sentence of the house."""
    fixed = tuple(sentence for sentence in resolved.house.fixed.values() if "{" not in sentence and len(sentence) > LONG)
    for passage in standard.passages:
        if passage.text.startswith(fixed):
            yield Finding(passage.at)

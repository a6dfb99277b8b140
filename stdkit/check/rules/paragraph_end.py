"""A paragraph ends in a mark (GB/T 15834)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stdkit.check.marks import is_narrow_end
from stdkit.check.words import linear
from stdkit.model.blocks import Block, Note, Notice
from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix, Span, slots
from stdkit.model.text import Footnote, Inline, List, Paragraph, Run
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "段末的标点",
    "the end of a paragraph",
)
MESSAGE = (
    "这一段应以“{mark}”结尾：改标点",
    "this paragraph should end in “{mark}”: change its mark",
)
WHY = (
    "没有句末标点，读者不知道话是不是说完了。",
    "Without a final mark nobody knows whether the text is complete.",
)
BASIS = "GB/T 15834—2011, 4.1; GB/T 1.1—2020, 7.5.1"
SEVERITY = "warning"
SCOPE = "standard"
FIX = "suggested"
LIMITS = (
    "只看条文、引言、范围和注的段落；单元格、表单、示例、定义不检查",
    "only paragraphs of the text, introduction, scope and notes are judged, not cells, forms, examples and definitions",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委应每月走访1⟦次⟧

      记录应包括⟦，⟧

      - 日期；
      - 走访人。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委应每月走访1次。（走访方式见[[second]]。）

      记录应包括：

      - 日期；
      - 走访人。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


STOP, COLON = "。", "："
FINAL = "。！？….!?"
WEAK = "，、；：,;:"
CLOSING = "）”》’"
UNFINISHED = "】"  # a blank of a skeleton is reported as such


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each paragraph or note without a final mark, and each that ends in a colon with nothing behind it."""
    if resolved.house.language == "en":
        return
    own = standard.standard
    yield from _blocks((*own.introduction, *([own.notice] if own.notice else ())))
    yield from _blocks(own.scope)
    for clause in standard.clauses:
        yield from _blocks(clause.content)


def _blocks(blocks: Sequence[Block]) -> Iterator[Finding]:
    for position, block in enumerate(blocks):
        if isinstance(block, (Paragraph, Note)) and not _plainly_ended(block.content):
            following = blocks[position + 1] if position + 1 < len(blocks) else None
            yield from _paragraph(block.content, following)
        elif isinstance(block, Notice):
            yield from _blocks(block.content)


def _plainly_ended(content: Sequence[Inline]) -> bool:
    return isinstance(content[-1], Run) and content[-1].text.endswith(STOP) if content else True


def _paragraph(content: Sequence[Inline], following: Block | None) -> Iterator[Finding]:
    inlines = [each for each in content if not isinstance(each, Footnote)]
    text = linear(inlines).text.rstrip()
    last = text.rstrip(CLOSING)[-1:]
    if not text or text.endswith(UNFINISHED) or last in FINAL or (text.endswith(COLON) and following):
        return
    mark = COLON if isinstance(following, List) else STOP
    if is_narrow_end(text, mark):
        return
    at = inlines[-1].at
    if isinstance(inlines[-1], Run):
        at = Span(at.end_line, at.end_column - 1, at.end_line, at.end_column)
    behind = Span(at.end_line, at.end_column, at.end_line, at.end_column)
    edit = Edit(at if isinstance(inlines[-1], Run) and text[-1] in WEAK else behind, mark)
    yield Finding(at, slots(mark=mark), Fix("suggested", Bilingual(f"以“{mark}”结尾", f"End in “{mark}”"), (edit,)))

"""A definition is one phrase; what goes beyond it is a note (8.7.3.3)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.words import Linear, linear
from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix, Span, slots
from stdkit.model.standard import TermEntry
from stdkit.resolve.passages import entries
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard
from stdkit.resolve.sentences import sentences

TITLE = (
    "定义不止一句话",
    "a definition of several sentences",
)
MESSAGE = (
    "“{term}”的定义不止一句话：定义只写一句，其余的写在 notes 下",
    "the definition of “{term}” has several sentences: keep one and write the rest under `notes`",
)
WHY = (
    "定义要能替换术语；补充的内容放在注里。",
    "A definition can stand for its term; what else is worth saying is a note.",
)
BASIS = "GB/T 1.1—2020, 8.7.3.3"
SEVERITY = "warning"
SCOPE = "standard"
FIX = "suggested"
LIMITS = (
    "分号连接的仍是一句；引号和书名号里的句号不算；只有条目还没有注时才提供修改建议。",
    "Semicolons join one phrase, full stops in quotations do not count; the change is offered where the entry has no notes.",
)
BAD = """
terms:
  - id: visit
    term: {zh: 走访, en: visit}
    definition: |
      执委进行的上门联系。⟦电话联系也包括在内⟧
"""
GOOD = """
terms:
  - id: visit
    term: {zh: 走访, en: visit}
    definition: |
      执委进行的上门联系
    notes:
      - 电话联系也包括在内。
"""


FULL_STOP, STOPS = "。", ("。", "！", "？", ".")


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield what stands behind the first sentence of each definition."""
    lines = resolved.source.sources.get(standard.standard.path, ())
    for entry in entries(standard.standard):
        line = linear(entry.definition)
        found = list(sentences(line.text))
        if len(found) > 1:
            behind = found[1][0], found[-1][1]
            term = entry.term.text(resolved.index.language)
            yield Finding(line.span(*behind), slots(term=term), _as_note(entry, line, (found[0][1] - 1, behind[1]), lines))


def _as_note(entry: TermEntry, line: Linear, behind: tuple[int, int], lines: tuple[str, ...]) -> Fix | None:
    """Return the change that makes a note of the rest, where it stands on one line under ``|``."""
    at = line.span(*behind)
    source = lines[at.line - 1] if at.line <= len(lines) else ""
    begins = line.span(0, 1)
    alone = not lines[begins.line - 1][: begins.column - 1].strip() if lines else False
    if entry.notes or at.line != at.end_line or not alone or source[at.end_column - 1 :].strip():
        return None
    blanks = " " * (entry.at.column - 1)
    rest = source[at.column : at.end_column - 1].rstrip()
    note = f"\n{blanks}notes:\n{blanks}  - |\n{blanks}    {rest}{'' if rest.endswith(STOPS) else FULL_STOP}"
    edit = Edit(Span(at.line, at.column, at.line, at.end_column), note)
    return Fix("suggested", Bilingual("其余的改为注", "Make a note of the rest"), (edit,))

"""Lines that stand in the wrong place or lack their colon."""

from __future__ import annotations

from typing import Literal

from stdkit.model.diagnostics import Bilingual, Edit, Fix, Span, slots
from stdkit.read.slips_failure import Failure, extent, text_above
from stdkit.read.slips_marks import key_mark, line_slip
from stdkit.read.slips_silent import lost_text
from stdkit.read.slips_text import Entry, Slip, block_fix, corrected, cured, entry, is_blank, line_span, short, suggested


def continued(failure: Failure) -> Slip | None:
    """Return why an entry was taken for the end of the text on the line above."""
    above = failure.above(failure.line)
    if above is None:
        return None
    part = entry(failure.lines[above])
    start = part.indent if part.key is None or part.key.startswith("-") else part.value_column
    slip = line_slip(failure.lines, above + 1, start + 1)
    if slip is None and (part.key is None or not part.value):
        slip = key_mark(failure.lines, above + 1, part.column + 1, len(failure.lines[above]) + 1)
    if slip is not None:
        return _checked(failure, slip)
    if part.key is None and not part.dashes:
        return _no_key(failure, above)
    key = entry(failure.text).key
    return _misplaced(failure, failure.line) if key is not None and key.isascii() else None


def no_colon(failure: Failure) -> Slip | None:
    """Return what is wrong with a line on which a key was expected and no colon was found."""
    if "simple key" not in failure.context:
        return None
    line, column = failure.context_line, failure.context_column
    slip = line_slip(failure.lines, line + 1, column + 1)
    return _checked(failure, slip) if slip else _under_block(failure, line) or _no_key(failure, line)


def _checked(failure: Failure, slip: Slip) -> Slip:
    """Return a slip whose fix asks first when the parser does not get further with it alone."""
    return slip if failure.mended(slip.fix) else slip._replace(fix=suggested(slip.fix))


def _no_key(failure: Failure, line: int) -> Slip:
    at = line_span(failure.lines, line, len(failure.lines[line]) - len(failure.lines[line].lstrip()))
    return Slip("yaml-syntax", at, slots(text=short(failure.lines[line], 40)))


def indentation(failure: Failure) -> Slip | None:
    """Return what is wrong with a line that fits nowhere: it belongs to the text above, or stands at a wrong column."""
    line = failure.line
    part = entry(failure.text)
    if failure.column > part.column or not failure.text.strip():
        return None
    above = failure.above(line)
    if above is None:
        return None
    before = entry(failure.lines[above])
    slip = line_slip(failure.lines, line + 1, part.indent + 1) or _lost_above(failure, above, before)
    if slip is None and before.key is None and part.column > before.indent:
        slip = key_mark(failure.lines, above + 1, before.column + 1, len(failure.lines[above]) + 1)
    if slip is not None:
        return _checked(failure, slip)
    if not _ascii_key(failure.text):
        under = _under_block(failure, line)
        if under is not None and under.fix is not None:
            return under
        if part.dashes and before.value and before.key is not None and part.indent >= before.column:
            return _list_under_text(failure, above, before)
    return _misplaced(failure, line)


def _lost_above(failure: Failure, above: int, before: Entry) -> Slip | None:
    value = before.value.partition(" #")[0].rstrip()
    if " #" not in before.value or not value or entry(failure.text).indent <= before.indent:
        return None
    column = before.value_column
    place = (above + 1, column + 1, above + 1, column + len(value) + 1, "")
    return lost_text(failure.lines, value, place)


def _under_block(failure: Failure, line: int) -> Slip | None:
    """Return the finding for a line of a text under ``|`` that is indented less than the text."""
    text = text_above(failure, line)
    if text is None:
        return None
    lines, wanted = failure.lines, entry(failure.lines[text.header]).text_column
    if (
        wanted is not None and wanted == entry(lines[line]).indent < text.indent
    ):  # it is the lines above that are indented too much
        fix = failure.mended(_moved(failure, range(text.header + 1, line), wanted - text.indent, "safe"))
        return _indentation(failure, text.header + 1, fix, {wanted})
    end = line
    while end < len(lines) and lines[end].strip() and not (end > line and _ascii_key(lines[end])):
        end += 1
    edits = tuple(
        Edit(Span(number + 1, 1, number + 1, entry(lines[number]).indent + 1), " " * text.indent) for number in range(line, end)
    )
    title = Bilingual(f"缩进 {text.indent} 个空格", f"indent by {text.indent} blanks")
    return _indentation(failure, line, failure.mended(Fix("safe", title, edits)), {text.indent})


def _ascii_key(line: str) -> bool:
    key = entry(line).key
    return key is not None and key.isascii()


def _list_under_text(failure: Failure, above: int, before: Entry) -> Slip:
    lines, last = failure.lines, failure.line
    start = entry(failure.text).indent
    while last + 1 < len(lines) and lines[last + 1][:start].strip() == "" and lines[last + 1][start:].startswith("- "):
        last += 1
    last = max(last, extent(failure, last, start))
    at = line_span(lines, failure.line, start, start + 1)
    fix = block_fix(lines, (above, before.value_column), (last, len(lines[last])))
    return cured("yaml-list-under-text", at, lines, failure.mended(suggested(fix)))


def _misplaced(failure: Failure, line: int) -> Slip:
    """Return the finding for a line at a wrong column, with the nearest column at which it can be read."""
    part = entry(failure.lines[line])
    levels = _levels(failure, line)
    if "document start" in failure.problem and part.indent == 0:
        line = next(number for number, text in enumerate(failure.lines) if not is_blank(text))
        part, levels = entry(failure.lines[line]), {0}
    elif (found := _first_below(failure, line)) is not None and (fix := _mended_shift(failure, *found)):
        return _indentation(failure, found[0], fix, levels)
    for level in sorted(levels - {part.indent}, key=lambda each: (abs(each - part.indent), each)):
        if fix := _mended_shift(failure, line, level - part.indent):
            return _indentation(failure, line, fix, levels)
    return _indentation(failure, line, None, levels)


def _levels(failure: Failure, line: int) -> set[int]:
    """Return the columns at which the entries and lists around a line begin."""
    levels: set[int] = set()
    edge: float = float("inf")
    for number in range(line - 1, -1, -1):
        text = failure.lines[number]
        part = entry(text)
        if text.strip() and not text.lstrip().startswith("#") and part.indent < edge and (part.key or part.dashes):
            levels |= {part.indent, part.column} if part.key is not None else {part.indent}
            edge = part.indent
    return levels


def _first_below(failure: Failure, line: int) -> tuple[int, int] | None:
    """Return the first line of the level of ``line``, and how far to move it, when it is that one that is misplaced.

    The usual step is two blanks, or none for a list under its key.
    """
    here, first = entry(failure.lines[line]), failure.above(line)
    while first is not None and (parent := failure.above(first)) is not None:
        begin, above = entry(failure.lines[first]), entry(failure.lines[parent])
        wanted = here.indent - (0 if here.dashes else len(begin.dashes))
        if above.indent < min(begin.indent, here.indent):
            usual = {above.column, above.column + 2}
            return (first, wanted - begin.indent) if wanted in usual and begin.indent not in usual else None
        first = parent
    return None


def _mended_shift(failure: Failure, line: int, change: int) -> Fix | None:
    """Return the fix that moves a line with what is indented more below it, or the line alone, if one of them helps."""
    lines, indent, end = failure.lines, entry(failure.lines[line]).indent, line + 1
    while end < len(lines) and (not lines[end].strip() or entry(lines[end]).indent > indent):
        end += 1
    together = failure.mended(_moved(failure, range(line, end), change, "suggested"))
    return together or failure.mended(_moved(failure, range(line, line + 1), change, "suggested"))


def _moved(failure: Failure, numbers: range, change: int, kind: Literal["safe", "suggested"]) -> Fix:
    """Return the fix that moves lines to the left or right."""
    edits, lines = [], failure.lines
    for number in numbers:
        if lines[number].strip():
            indent = entry(lines[number]).indent
            edits.append(Edit(Span(number + 1, 1, number + 1, indent + 1), " " * max(indent + change, 0)))
    wanted = len(edits[0].text) if edits else 0
    return Fix(kind, Bilingual(f"缩进 {wanted} 个空格", f"indent by {wanted} blanks"), tuple(edits))


def _indentation(failure: Failure, line: int, fix: Fix | None, levels: set[int]) -> Slip:
    indent = entry(failure.lines[line]).indent
    wanted = [len(fix.edits[0].text)] if fix else sorted(levels)
    zh, en = "、".join(map(str, wanted)), " or ".join(map(str, wanted))
    at = Span(line + 1, 1, line + 1, indent + 1)
    values = slots(typed=str(indent), wanted=Bilingual(zh, en), corrected=corrected(failure.lines, fix))
    return Slip("yaml-indentation", at, values, fix)

"""What a fix may not do: leave a file that no longer reads, or change a value that it does not name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from stdkit.model.diagnostics import Bilingual, Diagnostic, Severity, Span
from stdkit.read.load import REGISTRY, SYSTEM
from stdkit.read.schema import check_schema
from stdkit.read.source import Data, MappingNode, SequenceNode, Source

_UNREADABLE = Bilingual("改后文件会出现新的格式错误", "the file would have a new error of format")
_LOST = Bilingual("会改动别处的内容", "something else in the file would change")


@dataclass(frozen=True, slots=True)
class Edited:
    """A file before and after some fixes: what they replaced, where the last one ends afterwards, whose fixes they are."""

    before: Source
    after: Source
    spans: tuple[Span, ...]
    end: tuple[int, int]
    rules: tuple[str, ...]

    def touched(self, span: Span) -> bool:
        """Tell whether a change meets a place; to be next to it is enough."""
        return any(each[:2] <= span[2:] and span[:2] <= each[2:] for each in self.spans)


def kind_of(path: str) -> str:
    """Return which schema a file of the set has to fit."""
    return {SYSTEM: "system", REGISTRY: "references"}.get(path, "standard")


def harm(edited: Edited) -> Bilingual | None:
    """Return what harm the fixes would do, ``None`` when there is none."""
    if any(_new_errors(edited)):
        return _UNREADABLE
    whole = not _errors(edited.before)
    kept = _kept(edited, edited.before.data, edited.after.data, Span(1, 1, len(edited.before.lines) + 1, 1), whole)
    return None if kept else _LOST


def _new_errors(edited: Edited) -> Iterator[Diagnostic]:
    """Yield errors that were not there.

    Where reading had stopped, what is found behind the last change was only hidden before, and so was all that the schema says.
    """
    known, found = _errors(edited.before), _errors(edited.after)
    stopped = bool(known)
    if not known and not found:
        kind = kind_of(edited.before.path)
        known, found = list(check_schema(edited.before, kind)), list(check_schema(edited.after, kind))
    left = Counter(each.rule for each in known)
    left.subtract(edited.rules)
    for each in found:
        left[each.rule] -= 1
        if left[each.rule] < 0 and not (stopped and each.span[:2] >= edited.end):
            yield each


def _errors(source: Source) -> list[Diagnostic]:
    return [each for each in source.diagnostics if each.severity is Severity.ERROR]


def _kept(edited: Edited, old: Data, new: Data, span: Span, whole: bool) -> bool:
    """Tell whether a value is the same, but for what the changes meet; ``span`` is where it stood."""
    match old, new:
        case MappingNode(), MappingNode():
            return all(_entry_kept(edited, old, new, key, whole) for key in old)
        case SequenceNode(), SequenceNode():
            return _items_kept(edited, old, new, whole)
        case str(), str() if not whole and new.startswith(old.rstrip()):
            return True  # reading had stopped within it
    return old == new or _named(edited, old, span)


def _named(edited: Edited, old: Data, span: Span) -> bool:
    """Tell whether the changes meet a value, with all that lies in it."""
    match old:
        case MappingNode() if old:
            return all(_named(edited, old[key], _entry_span(old, key)) for key in old)
        case SequenceNode() if old:
            return all(_named(edited, old[number], _item_span(old, number)) for number in range(len(old)))
    return edited.touched(span)


def _entry_kept(edited: Edited, old: MappingNode, new: MappingNode, key: str, whole: bool) -> bool:
    span = _entry_span(old, key)
    return _kept(edited, old[key], new[key], span, whole) if key in new else _named(edited, old[key], span)


def _items_kept(edited: Edited, old: SequenceNode, new: SequenceNode, whole: bool) -> bool:
    """Compare items one by one; where some were added or lost, those between the equal ones at both ends must be named."""
    spans = [_item_span(old, number) for number in range(len(old))]
    if len(old) == len(new) or (not whole and len(old) < len(new)):  # where reading had stopped, the last items were missing
        return all(_kept(edited, old[number], new[number], spans[number], whole) for number in range(len(old)))
    shorter = min(len(old), len(new))
    first = next((number for number in range(shorter) if old[number] != new[number]), shorter)
    same = next((number for number in range(shorter - first) if old[-1 - number] != new[-1 - number]), shorter - first)
    return all(_named(edited, old[number], spans[number]) for number in range(first, len(old) - same))


def _entry_span(mapping: MappingNode, key: str) -> Span:
    """Return the place of an entry; an alias has no place, so it ends with its line at the latest."""
    begin, end = mapping.key_span(key), _end(mapping[key], mapping.value_span(key))
    return Span(*begin[:2], *(end if end >= begin[2:] else (begin.line + 1, 1)))


def _item_span(items: SequenceNode, number: int) -> Span:
    """Return the place of an item; an alias has none, so it is that of the list."""
    span = items.span(number)
    return Span(*span[:2], *_end(items[number], span)) if span[:2] >= items.at[:2] else items.at


def _end(value: Data, span: Span) -> tuple[int, int]:
    """Return where a value ends; where reading had stopped, a node knows only its beginning."""
    ends = [span[2:]]
    if isinstance(value, MappingNode):
        ends += [_end(value[key], value.value_span(key)) for key in value]
    elif isinstance(value, SequenceNode):
        ends += [_end(value[number], value.span(number)) for number in range(len(value))]
    return max(ends)

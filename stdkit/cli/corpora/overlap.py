"""What files share with others, for people and as data: ``stdkit originality check``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stdkit.cli.corpora.faults import unread_line
from stdkit.cli.language import Say
from stdkit.corpora.loose import Checked, Compared
from stdkit.corpora.reasons import Unread
from stdkit.originality.passages import Extent, Passage
from stdkit.publish.writing import write_bytes

if TYPE_CHECKING:
    from stdkit.originality.differences import Difference

_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Shown:
    """What was checked, against what, and the language to say it in."""

    checked: Checked
    against: str
    say: Say


def text(shown: Shown) -> str:
    """Return the passages of each file, and what was compared and what not."""
    lines = [line for each in shown.checked.compared for line in _text_lines(each, shown)]
    return "\n".join([*lines, *_scope_lines(shown)])


def _text_lines(compared: Compared, shown: Shown) -> Iterator[str]:
    say, comparison = shown.say, compared.comparison
    count, counted = len(comparison.passages), comparison.counted
    yield say(
        f"{comparison.text}：文字重合 {comparison.overlap:.1%}，{count}处（计 {counted:,} 字）",
        f"{comparison.text}: text overlap {comparison.overlap:.1%}, {count} passages ({counted:,} characters counted)",
    )
    for passage in comparison.passages:
        source = shown.checked.sources.get(passage.source)
        here = _lines(compared.extracted.characters, passage.here, say)
        there = _lines(source.characters, passage.there, say) if source else ""
        also = say("；另见 ", "; also in ") + "、".join(each.source for each in passage.also) if passage.also else ""
        words = " ".join(compared.extracted.characters[passage.here.start : passage.here.end].split())
        yield f"  {here} ↔ {passage.source} {there}  {passage.likeness:.0%}{also}"
        yield f"      {words[:_SHOWN]}{'…' if len(words) > _SHOWN else ''}"


def _lines(characters: str, at: Extent, say: Say) -> str:
    first = characters.count("\n", 0, at.start) + 1
    last = first + characters.count("\n", at.start, max(at.start, at.end - 1))
    span = str(first) if first == last else f"{first}–{last}"
    return say(f"第 {span} 行", f"line {span}")


def _scope_lines(shown: Shown) -> Iterator[str]:
    checked, say = shown.checked, shown.say
    yield say(
        f"对比范围：{shown.against} 中 {checked.count} 个文本，{checked.characters:,} 字符；没有重合，只表示在这些文本中没有找到",
        f"compared with {checked.count} texts of {shown.against}, {checked.characters:,} characters; no overlap means only that "
        "none was found in these",
    )
    for each in (*checked.unread, *checked.unread_sources):
        yield say("没有对比：", "not compared: ") + unread_line(each, say)


def data(shown: Shown) -> dict[str, Any]:
    """Return the same as plain data."""
    checked = shown.checked
    return {
        "version": 1,
        "scope": {
            "against": shown.against,
            "documents": checked.count,
            "characters": checked.characters,
            "unread": [_unread_data(each) for each in checked.unread_sources],
        },
        "unread": [_unread_data(each) for each in checked.unread],
        "texts": [_text_data(each, checked) for each in checked.compared],
    }


def _unread_data(unread: Unread) -> dict[str, Any]:
    place = {"line": unread.line, "column": unread.column} if unread.line else {}
    return {"name": unread.name, "why": unread.why.value, **place}


def _text_data(compared: Compared, checked: Checked) -> dict[str, Any]:
    comparison = compared.comparison
    return {
        "name": comparison.text,
        "overlap": round(comparison.overlap, 4),
        "counted": comparison.counted,
        "overlapping": comparison.overlapping,
        "excluded": [{"start": each.at.start, "end": each.at.end, "reason": each.reason} for each in comparison.excluded],
        "passages": [_passage_data(each, compared, checked) for each in comparison.passages],
        "unverified": list(comparison.unverified),
    }


def _passage_data(passage: Passage, compared: Compared, checked: Checked) -> dict[str, Any]:
    from stdkit.originality.differences import explain  # for start-up time: only this format explains

    here, there = passage.here, passage.there
    text = compared.extracted.characters[here.start : here.end]
    source = checked.sources.get(passage.source)
    explained = explain(text, source.characters[there.start : there.end]) if source else None
    return {
        "start": here.start,
        "end": here.end,
        "source": passage.source,
        "source_start": there.start,
        "source_end": there.end,
        "likeness": round(passage.likeness, 4),
        "change": explained.change if explained else None,
        "differences": [_difference_data(each, passage) for each in (explained.differences if explained else ())],
        "text": text,
        "also": [
            {"source": each.source, "start": each.there.start, "end": each.there.end, "likeness": round(each.likeness, 4)}
            for each in passage.also
        ],
    }


def _difference_data(difference: Difference, passage: Passage) -> dict[str, Any]:
    here, there = passage.here.start, passage.there.start
    return {
        "start": here + difference.here.start,
        "end": here + difference.here.end,
        "source_start": there + difference.there.start,
        "source_end": there + difference.there.end,
        "technical": difference.technical,
    }


def json_lines(shown: Shown) -> Iterator[str]:
    """Yield a line of JSON a passage."""
    yield from (json.dumps(each, ensure_ascii=False) for each in shown.checked.detections())


def save_texts(checked: Checked, folder: Path) -> int:
    """Write the texts whose offsets are not those of the file itself; sources into a folder of their own. Return how many.

    Raises ``StdkitError`` when one cannot be written.
    """
    texts = {folder / f"{each.comparison.text}.txt": each.extracted for each in checked.compared}
    texts |= {folder / "sources" / f"{name}.txt": each for name, each in checked.sources.items()}
    written = {path: each for path, each in texts.items() if not each.as_typed}
    for path, each in written.items():
        write_bytes(path, each.characters.encode("utf-8"))
    return len(written)

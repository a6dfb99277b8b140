"""Word's own numbering: which list a number belongs to, and whether Word will print just this number there.

Every standard and every list gets a list of its own (``w:num``) that starts again at 1. A number that Word would not print (an
extract that begins at 5.2) is not numbered by Word: the caller then prints it as text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from stdkit.render.docx.styles import Font, ParagraphStyle, Styles, indentation
from stdkit.render.docx.xml import DECLARATION, declare, escape

CLAUSE_LEVELS = 6  # a chapter and five levels of clauses (7.3.1)
_LISTS_AT_MOST = 2046  # Word counts the lists of a file in eleven bits
_LIST_FORMATS = {
    "letters": ("lowerLetter", "%{})"),
    "digits": ("decimal", "%{})"),
    "dashes": ("decimal", "——"),
    "dots": ("decimal", "·"),
    "bibliography": ("decimal", "[%{}]"),
}


class Number(NamedTuple):
    """The list and the level (from 0) that make Word print a number."""

    list: int
    level: int

    def properties(self) -> str:
        """Return the paragraph property."""
        return f'<w:numPr><w:ilvl w:val="{self.level}"/><w:numId w:val="{self.list}"/></w:numPr>'


UNNUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'


class _Level(NamedTuple):
    format: str
    text: str
    style: ParagraphStyle
    font: Font | None
    bound: bool = True

    def xml(self, index: int) -> str:
        suffix = "tab" if self.style.hanging and self.text != "——" else "nothing"
        fonts = ""
        if self.font:
            latin, east = escape(self.font.latin), escape(self.font.east_asian)
            fonts = f'<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{east}"/></w:rPr>'
        bound = f'<w:pStyle w:val="{self.style.id}"/>' if self.bound else ""
        return (
            f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{self.format}"/>{bound}'
            f'<w:suff w:val="{suffix}"/><w:lvlText w:val="{escape(self.text)}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr>{indentation(self.style)}</w:pPr>{fonts}</w:lvl>'
        )


@dataclass(slots=True)
class Sequence:
    """One list of the document and how far it has counted."""

    number: int
    levels: tuple[_Level, ...]
    counts: list[int] = field(default_factory=list)

    def take(self, level: int, printed: str) -> Number | None:
        """Count on at a level; return the number if Word will print it as ``printed``, else count nothing."""
        if level >= len(self.levels) or self.number > _LISTS_AT_MOST:
            return None
        counts = [*self.counts, *[0] * len(self.levels)][: level + 1]
        counts[level] += 1
        if 0 in counts and "%1" in self.levels[level].text and level:
            return None
        if self._printed(level, counts) != printed:
            return None
        self.counts = counts
        return Number(self.number, level)

    def _printed(self, level: int, counts: list[int]) -> str:
        def count(place: re.Match[str]) -> str:
            index = int(place[1]) - 1
            return _format(self.levels[index].format, counts[index])

        return re.sub(r"%(\d)", count, self.levels[level].text)


def _format(number_format: str, count: int) -> str:
    if number_format == "decimal":
        return str(count)
    first = ord("A") if number_format == "upperLetter" else ord("a")
    return chr(first + (count - 1) % 26) * ((count - 1) // 26 + 1)


class Numbering:
    """The numbering part of a file, filled while its text is written."""

    def __init__(self, styles: Styles, annex_label: str) -> None:
        """Lay down the lists that styles are bound to; ``annex_label`` stands before the letter of an annex."""
        self._abstracts: list[tuple[_Level, ...]] = []
        self._lists: list[int] = []
        self._plain: list[int] = []  # the list of each definition that its styles are bound to
        self._notes: dict[str, Sequence] = {}
        self._patterns: dict[str, int] = {}
        hei = styles.fonts.get("hei")
        chapter = _Level("decimal", "%1", styles["chapter"], hei)
        clauses = [_Level("decimal", _dotted(n), styles[f"clause_{n}"], hei) for n in range(1, CLAUSE_LEVELS)]
        annex = _Level("upperLetter", f"{annex_label}%1", styles["annex"], hei)
        parts = [_Level("decimal", _dotted(n), styles[f"annex_clause_{n}"], hei) for n in range(1, CLAUSE_LEVELS)]
        self._abstract((chapter, *clauses))
        self._abstract((annex, *parts))
        self._kinds = {kind: self._abstract(_list_levels(kind, styles)) for kind in _LIST_FORMATS}
        self._font = hei
        self.clauses = self._restarted(0)
        self.annexes = self._restarted(1)

    def begin_standard(self) -> None:
        """Start clauses and annexes again at 1 and A."""
        self.clauses = self._restarted(0)
        self.annexes = self._restarted(1)
        self._notes.clear()

    def begin_list(self, kind: str) -> Sequence:
        """Return a list that starts anew; marks without a count share one."""
        abstract = self._kinds[kind]
        if "{}" not in _LIST_FORMATS[kind][1]:
            return Sequence(self._plain[abstract], self._abstracts[abstract])
        return self._restarted(abstract)

    def note(self, style: ParagraphStyle, label: str) -> Number | None:
        """Return the number behind the label of a note or example ("注2：")."""
        pattern, count = label_pattern(label)
        key = f"{style.id} {pattern}"
        if key not in self._patterns:
            self._patterns[key] = self._abstract((_Level("decimal", pattern, style, self._font, bound=False),))
        abstract = self._patterns[key]
        if not count:
            return Number(self._plain[abstract], 0)
        if count == 1 or key not in self._notes:
            self._notes[key] = self._restarted(abstract)
        return self._notes[key].take(0, label)

    def bound(self, styles: Styles) -> dict[str, Number]:
        """Return the list and level that each numbered style is bound to."""
        numbers: dict[str, Number] = {}
        for index in range(CLAUSE_LEVELS):
            clause = Number(self._plain[0], index)
            numbers |= {styles[f"clause_{index}" if index else "chapter"].id: clause}
            numbers |= {styles[f"untitled_{index}"].id: clause}
            numbers |= {styles[f"annex_clause_{index}" if index else "annex"].id: Number(self._plain[1], index)}
            if index:
                numbers |= {styles[f"term_number_{index}"].id: clause}
                numbers |= {styles[f"annex_untitled_{index}"].id: Number(self._plain[1], index)}
        for kind, abstract in self._kinds.items():
            numbers |= {styles[f"{kind}_{level + 1}"].id: Number(self._plain[abstract], level) for level in (0, 1)}
        return numbers

    def xml(self) -> str:
        """Return numbering.xml."""
        abstracts = "".join(_abstract_xml(number, levels) for number, levels in enumerate(self._abstracts))
        lists = "".join(self._list_xml(number, abstract) for number, abstract in enumerate(self._lists, start=1))
        return f"{DECLARATION}<w:numbering {declare('w')}>{abstracts}{lists}</w:numbering>"

    def _abstract(self, levels: tuple[_Level, ...]) -> int:
        self._abstracts.append(levels)
        self._lists.append(len(self._abstracts) - 1)
        self._plain.append(len(self._lists))
        return len(self._abstracts) - 1

    def _restarted(self, abstract: int) -> Sequence:
        self._lists.append(abstract)
        return Sequence(len(self._lists), self._abstracts[abstract])

    def _list_xml(self, number: int, abstract: int) -> str:
        levels = range(len(self._abstracts[abstract]))
        starts = "".join(f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>' for level in levels)
        return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{starts}</w:num>'


def label_pattern(label: str) -> tuple[str, int]:
    """Return a label with %1 for its count, and the count: 0 where it has none."""
    digits = re.search(r"\d+", label)
    if digits is None:
        return label, 0
    return label[: digits.start()] + "%1" + label[digits.end() :], int(digits[0])


def _dotted(level: int) -> str:
    return ".".join(f"%{index}" for index in range(1, level + 2))


def _list_levels(kind: str, styles: Styles) -> tuple[_Level, ...]:
    number_format, text = _LIST_FORMATS[kind]
    return tuple(_Level(number_format, text.format(level), styles[f"{kind}_{level}"], None) for level in (1, 2))


def _abstract_xml(number: int, levels: tuple[_Level, ...]) -> str:
    body = "".join(level.xml(index) for index, level in enumerate(levels))
    head = f'<w:nsid w:val="{0x51000000 + number:08X}"/><w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{number}">{head}{body}</w:abstractNum>'

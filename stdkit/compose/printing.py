"""Words: how references, names and marked text of one standard are printed (GB/T 1.1—2020, 9.5.3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from stdkit.model import document, text
from stdkit.model.house import House
from stdkit.model.system import Edition
from stdkit.resolve.documents import without_year
from stdkit.resolve.labels import Kind, Label
from stdkit.resolve.passages import entries, key
from stdkit.resolve.printed import print_place
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard
from stdkit.resolve.targets import (
    DocumentTarget,
    LawTarget,
    NameTarget,
    OwnTarget,
    SiblingTarget,
    Target,
    TermTarget,
    UnknownTarget,
)


@dataclass(frozen=True, slots=True)
class Printing:
    """Prints the words of one standard of a set."""

    set: ResolvedSet
    resolved: ResolvedStandard

    @property
    def house(self) -> House:
        """The house whose words are printed."""
        return self.set.house

    def anchor(self, label: Label) -> str:
        """Return the anchor of something numbered in this standard."""
        return f"{self.resolved.id}/{label.anchor}"

    def part(self, name: str) -> str:
        """Return the anchor of an unnumbered part ("foreword")."""
        return f"{self.resolved.id}/{name}"

    def inlines(self, content: Sequence[text.Inline]) -> tuple[document.Inline, ...]:
        """Return inlines as they are printed, neighbouring texts joined."""
        return join([printed for inline in content for printed in self._inline(inline)])

    def plain(self, content: Sequence[text.Inline]) -> str:
        """Return inlines as printed plain text."""
        return plain_text(self.inlines(content))

    def place(self, label: Label) -> str:
        """Return how a reference names something numbered."""
        return print_place(label, self.house)

    def _inline(self, inline: text.Inline) -> tuple[document.Inline, ...]:
        match inline:
            case text.Run(text=characters):
                return (document.Text(characters),)
            case text.Strong(content=content):
                return (document.Strong(self.inlines(content)),)
            case text.Script(text=characters, position=position):
                return (document.Script(characters, position),)
            case text.Code(text=characters):
                return (document.Code(characters),)
            case text.InlineFormula(tex=tex):
                return (document.Math(tex),)
            case text.Link(text=characters, url=url):
                return (document.Link(characters, url, external=True),)
            case text.Reference():
                return self._reference(inline)
            case text.Footnote():
                label = str(self.resolved.numbering.footnotes[key(inline.at)])
                return (document.FootnoteMark(label, self.inlines(inline.content)),)
            case _:
                assert_never(inline)

    def _reference(self, reference: text.Reference) -> tuple[document.Inline, ...]:
        target = self.resolved.targets.get(key(reference.at), UnknownTarget(judged=False))
        printed, leads_to = self.target(target, reference.target)
        words = reference.text if reference.text is not None else printed
        return (document.Link(words, leads_to) if leads_to else document.Text(words),)

    def target(self, target: Target, typed: str) -> tuple[str, str | None]:  # noqa: C901, PLR0911, PLR0912 - one case per type
        """Return how a target is printed, and the anchor that it leads to."""
        house, numbers = self.house, self.set.index.numbers
        match target:
            case OwnTarget(label=label):
                return self._own(label), self.anchor(label)
            case TermTarget(term=term, label=label, standard=None):
                return house.form("term_named", term=term, number=label.number), self.anchor(label)
            case TermTarget(term=term, label=label, standard=str(name)):
                return house.form("term_elsewhere", term=term, number=label.number), f"{name}/{label.anchor}"
            case SiblingTarget(standard=name, label=None):
                return without_year(numbers[name]), f"{name}/cover"
            case SiblingTarget(standard=name, label=Label() as label, held=None):
                inside = house.form("inside", document=numbers[name], place=self.place(label))
                return inside, f"{name}/{label.anchor}"
            case SiblingTarget(standard=name, label=Label() as label, held=Edition() as held):
                inside = house.form("inside", document=held.cited, place=held.place)
                return inside, f"{name}/{label.anchor}"
            case DocumentTarget(number=number, clause=None):
                return number, None
            case DocumentTarget(number=number, clause=str(clause)):
                return house.form("inside", document=number, place=clause), None
            case LawTarget(title=title):
                return house.form("law", title=title), None
            case NameTarget(text=words, standard=standard, label=label):
                return words, f"{standard}/{label.anchor}" if standard and label else None
            case UnknownTarget():
                return typed, None
            case _:
                raise AssertionError(target)

    def _own(self, label: Label) -> str:
        if label.kind is not Kind.TERM:
            return self.place(label)
        for entry in entries(self.resolved.standard):
            if self.resolved.label(entry.at) == label:
                term = entry.term.text(self.set.index.language)
                return self.house.form("term_named", term=term, number=label.number)
        return self.place(label)


def join(inlines: Sequence[document.Inline]) -> tuple[document.Inline, ...]:
    """Return inlines with neighbouring texts made one."""
    joined: list[document.Inline] = []
    for inline in inlines:
        last = joined[-1] if joined else None
        if isinstance(inline, document.Text) and isinstance(last, document.Text):
            joined[-1] = document.Text(last.text + inline.text)
        elif not (isinstance(inline, document.Text) and not inline.text):
            joined.append(inline)
    return tuple(joined)


def plain_text(content: Sequence[document.Inline]) -> str:
    """Return printed inlines as plain text; footnotes are left out."""
    words = []
    for inline in content:
        match inline:
            case document.Text(text=characters) | document.Code(text=characters) | document.Link(text=characters):
                words.append(characters)
            case document.Script(text=characters):
                words.append(characters)
            case document.Strong(content=inner):
                words.append(plain_text(inner))
            case document.Math(tex=tex):
                words.append(tex)
            case document.FootnoteMark() | document.Blank() | document.LineBreak():
                pass
            case _:
                assert_never(inline)
    return "".join(words)

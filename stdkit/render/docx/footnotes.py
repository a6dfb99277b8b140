"""Footnotes: their part of the file, and whether Word's own count gives their marks."""

from __future__ import annotations

from dataclasses import dataclass, field

from stdkit.render.docx.xml import DECLARATION, declare


@dataclass(slots=True)
class Footnotes:
    """The footnotes written so far, and how many of them Word counts; it does not count those whose mark is text."""

    notes: list[str] = field(default_factory=list)
    _counted: int = 0

    def begin(self, label: str) -> tuple[int, bool]:
        """Return the id of a new footnote, and whether Word's own count gives its label."""
        self.notes.append("")
        counted = label == str(self._counted + 1)
        self._counted += counted
        return len(self.notes), counted

    def end(self, number: int, paragraph: str) -> None:
        """Keep the text of a footnote."""
        self.notes[number - 1] = f'<w:footnote w:id="{number}">{paragraph}</w:footnote>'

    def xml(self) -> str:
        """Return footnotes.xml with its two separators."""
        separators = "".join(
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:pStyle w:val="normal"/></w:pPr>'
            f"<w:r><w:{kind}/></w:r></w:p></w:footnote>"
            for kind, number in (("separator", -1), ("continuationSeparator", 0))
        )
        return f"{DECLARATION}<w:footnotes {declare('w', 'r', 'm')}>{separators}{''.join(self.notes)}</w:footnotes>"

"""Footnotes: their part of the file, and who counts them: Word, from a number that each section gives."""

from __future__ import annotations

from dataclasses import dataclass, field

from stdkit.render.docx.xml import DECLARATION, declare


@dataclass(slots=True)
class Footnotes:
    """The footnotes written so far, and how Word would number the next one."""

    notes: list[str] = field(default_factory=list)
    _piece: list[int] = field(default_factory=list)
    _last: int = 0
    _restarted: bool = False

    def begin(self, label: str) -> tuple[int, bool]:
        """Return the id of a new footnote, and whether Word's own count gives its label."""
        self.notes.append("")
        counted = label.isdecimal() and (not self._piece or int(label) == self._piece[-1] + 1)
        if counted:
            self._piece.append(int(label))
        return len(self.notes), counted

    def end(self, number: int, paragraph: str) -> None:
        """Keep the text of a footnote."""
        self.notes[number - 1] = f'<w:footnote w:id="{number}">{paragraph}</w:footnote>'

    def end_section(self) -> str:
        """Return the property by which the section that ends here begins its count, where it does not just go on.

        Footnotes count through a standard (9.12.1), so a booklet begins again with every standard.
        """
        if not self._piece:
            return ""
        first, last = self._piece[0], self._piece[-1]
        self._restarted |= first != self._last + 1
        self._last = last
        self._piece.clear()
        if not self._restarted:
            return ""
        return f'<w:footnotePr><w:numStart w:val="{first}"/><w:numRestart w:val="eachSect"/></w:footnotePr>'

    def xml(self) -> str:
        """Return footnotes.xml with its two separators."""
        separators = "".join(
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:pStyle w:val="normal"/></w:pPr>'
            f"<w:r><w:{kind}/></w:r></w:p></w:footnote>"
            for kind, number in (("separator", -1), ("continuationSeparator", 0))
        )
        return f"{DECLARATION}<w:footnotes {declare('w', 'r', 'm')}>{separators}{''.join(self.notes)}</w:footnotes>"

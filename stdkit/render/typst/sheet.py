"""What the parts of one file share while it is written: styles, names of places, pictures."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from stdkit.render.docx.styles import ParagraphStyle, Styles
from stdkit.render.typst.markup import points

GAP = "\u3000"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file: its styles, the label of each anchor, the family that stands for each font; ``pictures`` are files beside it."""

    styles: Styles
    names: Mapping[str, str]
    families: Mapping[str, str]
    language: str
    pictures: dict[str, bytes] = field(default_factory=dict)

    def mark(self, anchor: str | None) -> str:
        """Return the place that links lead to."""
        return f"#[#metadata(none)<{self.names[anchor]}>];" if anchor else ""

    def paragraph(self, role: str, content: str) -> str:
        """Return a paragraph in the style of a role."""
        return f"#s-{role.replace('_', '-')}[{content}];\n"

    def keep(self, data: bytes, extension: str) -> str:
        """Keep a picture once, under a name made from its bytes, and return the name."""
        name = f"{hashlib.blake2s(data, digest_size=8).hexdigest()}.{extension}"
        self.pictures[name] = data
        return name

    def labelled(self, role: str, label: str, content: str) -> str:
        """Return a paragraph whose label stands in the space that its style leaves before the text."""
        return self.paragraph(role, f"#labelled({points(self.styles[role].hanging)})[{label}];{content}")

    def families_of(self, style: ParagraphStyle) -> str:
        """Return the typefaces of a style as Typst wants them: Latin letters first, then all others."""
        latin, east_asian = self.families[style.font.latin], self.families[style.font.east_asian]
        return f'((name: "{latin}", covers: "latin-in-cjk"), "{east_asian}")'

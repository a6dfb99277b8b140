"""What a document gathers: standards in order, for whom, and how it is printed."""

from __future__ import annotations

from dataclasses import dataclass

from stdkit.model.document import Page, TextSize


@dataclass(frozen=True, slots=True)
class Selection:
    """What a booklet holds: its name ("booklet-general"), its subtitle, the ids of its standards in order.

    ``audience`` is the audience or post that it is made for; ``page`` and ``text_size`` say how it is printed, ``None`` as usual.
    """

    name: str
    subtitle: str
    standards: tuple[str, ...]
    audience: str | None = None
    page: Page | None = None
    text_size: TextSize | None = None

    def name_of(self, kind: str) -> str:
        """Return the name of another kind of document with the same selection: ``handbook-general``."""
        return self.name.replace("booklet", kind, 1)

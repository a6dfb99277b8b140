"""What stands behind the annexes: bibliography and index (GB/T 1.1—2020, 8.13, 8.14)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.compose.printing import Printing
from stdkit.model.document import Block, Heading, HeadingKind, Item, Link, List, Paragraph, Role, Text
from stdkit.resolve.labels import Label
from stdkit.resolve.passages import entries
from stdkit.resolve.resolved import Listed


def compose_bibliography(printing: Printing) -> tuple[Block, ...]:
    """Return the bibliography with its heading, nothing where nothing is cited for information."""
    listed = printing.resolved.bibliography
    if not listed:
        return ()
    title = printing.house.label("bibliography")
    heading = Heading(HeadingKind.BIBLIOGRAPHY, 1, None, title, printing.part("bibliography"))
    items = tuple(Item(f"[{position}]", (Text(entry_text(printing, each)),)) for position, each in enumerate(listed, 1))
    return (heading, List(items, "bibliography"))


def compose_index(printing: Printing) -> tuple[Block, ...]:
    """Return the index: each word that the author lists, with the number of its term entry.

    Words are sorted by their GB 2312 codes, which follow the pinyin of common characters.
    """
    words = sorted((word.text for word in printing.resolved.standard.index), key=pinyin)
    if not words:
        return ()
    heading = Heading(HeadingKind.INDEX, 1, None, printing.house.label("index"), printing.part("index"))
    places = dict(_places(printing))
    return (heading, *(_line(printing, word, places.get(word)) for word in words))


def entry_text(printing: Printing, listed: Listed) -> str:
    """Return the line of a document in chapter 2 or the bibliography (8.6.3.1)."""
    if not listed.title:
        return listed.printed
    return printing.house.form("entry", number=listed.printed, title=listed.title)


def _places(printing: Printing) -> Iterator[tuple[str, Label]]:
    language = printing.set.index.language
    for entry in entries(printing.resolved.standard):
        label = printing.resolved.label(entry.at)
        if label:
            yield from ((each.text(language), label) for each in (*entry.admitted, entry.term))


def _line(printing: Printing, word: str, label: Label | None) -> Paragraph:
    if label is None:
        return Paragraph((Text(word),), Role.ENTRY)
    dots = Text(printing.house.label("index_leader"))
    return Paragraph((Text(word), dots, Link(printing.place(label), printing.anchor(label))), Role.ENTRY)


def pinyin(word: str) -> bytes:
    """Return what words are sorted by."""
    return word.encode("gb18030")

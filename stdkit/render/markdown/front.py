"""What stands at the head of the file: its data in YAML, covers as tables of their lines, contents as links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stdkit.model.document import Document
from stdkit.model.frontmatter import BookletCover, Contents, ContentsEntry, Cover
from stdkit.render.markdown import escape
from stdkit.render.markdown.sheet import Sheet
from stdkit.render.markdown.tables import pipe_rows


def front_matter(document: Document) -> str:
    """Return title, language and properties of a document as YAML between two rules."""
    data = {"title": document.title, "language": document.language} | dict(document.properties)
    lines = [f"{escape.yaml_key(key)}: {escape.yaml(value)}" for key, value in data.items()]
    return "\n".join(["---", *lines, "---"])


def cover(node: Cover, sheet: Sheet) -> list[str]:
    """Return the cover of a standard: its title, then left and right what stands left and right on paper."""
    rows = [
        (node.classification, (node.mark,)),
        ((node.banner,), (node.number,)),
        ((node.english,), (node.replaces,)),
        ((node.correspondence,), ()),
        (node.stage, ()),
        ((node.issued,), (node.implemented,)),
        ((node.issuer,), (node.issue_word,)),
    ]
    return _front_page(sheet.anchor(node.anchor), node.title, rows)


def booklet_cover(node: BookletCover, sheet: Sheet) -> list[str]:
    """Return the cover of a booklet: its title and a table of its lines."""
    rows = [((node.subtitle,), node.lines), ((node.issuer,), (node.date,))]
    return _front_page(sheet.anchor(node.anchor), node.title, rows)


def contents(node: Contents, sheet: Sheet) -> str:
    """Return a table of contents as nested links; pages mean nothing here."""
    depth = 0
    lines: list[str] = []
    for entry, level in zip(node.entries, _levels(node.entries), strict=True):
        depth = min(level, depth + 1) if lines else 0
        lines.append(f"{'  ' * depth}- {_entry(entry, sheet)}")
    return "\n".join(lines)


def _levels(entries: Sequence[ContentsEntry]) -> Iterator[int]:
    lowest = min((entry.level for entry in entries), default=1)
    return (entry.level - lowest for entry in entries)


def _entry(entry: ContentsEntry, sheet: Sheet) -> str:
    place = sheet.target(entry.target)
    text = escape.markdown(entry.text)
    return f"[{text}]({place})" if place else escape.paragraph(text)


def _front_page(anchor: str, title: str, rows: Sequence[tuple[Sequence[str], Sequence[str]]]) -> list[str]:
    cells = [(_cell(left), _cell(right)) for left, right in rows]
    filled = [row for row in cells if any(row)]
    heading = [f"# {escape.heading(escape.markdown(title))}"] if title else []
    return [anchor, *heading, *([pipe_rows(filled)] if filled else [])]


def _cell(lines: Sequence[str]) -> str:
    return "<br>".join(escape.markdown(line) for line in lines if line)

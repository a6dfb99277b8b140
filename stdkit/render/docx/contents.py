"""Tables of contents: a real field over entries that are already complete."""

from __future__ import annotations

from stdkit.model.frontmatter import Contents, ContentsEntry
from stdkit.render.docx.inlines import internal_link
from stdkit.render.docx.manuscript import Manuscript, range_name
from stdkit.render.docx.xml import escape, field, paragraph, run

_DEEPEST = 6
_LISTED = (
    ("foreword_title", 1),
    ("chapter", 1),
    *((f"clause_{level}", level + 1) for level in range(1, _DEEPEST)),
    ("annex", 1),
    ("bibliography_title", 1),
    ("index_title", 1),
)


def write_contents(contents: Contents, manuscript: Manuscript) -> str:
    """Return the entries; those of a standard stand in a TOC field that is limited to its text."""
    # in a booklet each standard counts its own pages, so a number would lead astray
    paged = contents.paged or contents.scope is not None
    lines = [_entry(entry, manuscript, paged=paged) for entry in contents.entries]
    if not lines:
        return paragraph(manuscript.styles["contents_1"].id, "")
    if contents.scope is not None:
        lines[0] = _begin(_instruction(contents, manuscript)) + lines[0]
        lines[-1] += '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    return "".join(
        paragraph(manuscript.styles[entry_role(entry)].id, line) for entry, line in zip(contents.entries, lines, strict=True)
    )


def entry_role(entry: ContentsEntry) -> str:
    """Return the role in styles.yaml of a line of the contents."""
    return f"contents_{min(max(entry.level, 1), _DEEPEST)}"


def _entry(entry: ContentsEntry, manuscript: Manuscript, *, paged: bool) -> str:
    if not paged:
        return internal_link(entry.target, run(entry.text), manuscript)
    page = manuscript.pages.get(entry.target, entry.page or "")
    name = manuscript.names.get(entry.target)
    number = field(f"PAGEREF {name} \\h", page) if name else run(page)
    return internal_link(entry.target, f"{run(entry.text)}<w:r><w:tab/></w:r>{number}", manuscript)


def _instruction(contents: Contents, manuscript: Manuscript) -> str:
    deepest = max(entry.level for entry in contents.entries)
    styles = ",".join(f"{manuscript.styles[role].name},{level}" for role, level in _LISTED if level <= deepest)
    return f'TOC \\b {range_name(contents.scope or "")} \\h \\z \\t "{styles}"'


def _begin(instruction: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )

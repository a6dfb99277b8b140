"""In a set of Markdown files every link leads to a file and every fragment to a mark in it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from stdkit.model.document import (
    Block,
    Caption,
    Document,
    Figure,
    Heading,
    HeadingKind,
    Item,
    Link,
    List,
    Paragraph,
    Section,
    Text,
)
from stdkit.model.drawing import Drawing
from stdkit.model.frontmatter import BookletCover, Contents, ContentsEntry
from stdkit.publish.links import relative_links
from stdkit.render.markdown import fragments, render

NAMES = ("XM-101", "XM-102", "BZ-502")
MODULES = {"XM-101": "service-project", "XM-102": "service-project", "BZ-502": "service-support"}


def blocks(name: str) -> tuple[Block, ...]:
    links = tuple(Link(f"见{each}", f"{each}/retention") for each in (*NAMES, "XM-999"))
    return (
        Contents((ContentsEntry(1, "5　保存", f"{name}/retention"),), name),
        Heading(HeadingKind.CHAPTER, 1, "5", "保存", f"{name}/retention"),
        Paragraph((Text("（"), *links, Link("联系户", f"{name}/联系户"), Text("）"))),
        List((Item("a)", (Text("甲"),), f"{name}/联系户"),), "letters"),
        Figure(Caption("figure", "图1", "图", f"{name}/flow", None, 1), Drawing(1, 1, (), (), "图")),
    )


def documents() -> dict[str, Document]:
    made = {f"{MODULES[name]}/{name}.md": Document(name, name, "zh", (Section("body", blocks(name)),)) for name in NAMES}
    cover = BookletCover("booklet/cover", "汇编", "", (), "", "", "")
    sections = tuple(Section("body", blocks(name)) for name in NAMES[:2])
    made["booklet.md"] = Document("booklet", "汇编", "zh", (Section("cover", (cover,)), *sections))
    return made


def written() -> dict[str, str]:
    made = documents()
    places = {path: fragments(document) for path, document in made.items()}
    files = {}
    for path, document in made.items():
        page = render(document, relative_links(path, places))
        files[path] = page.text
        files |= {posixpath.join(posixpath.dirname(path), name): "" for name, _ in page.assets}
    return files


def links(path: str, text: str) -> Iterator[tuple[str, str]]:
    for target in re.findall(r"\]\(([^)]*)\)", text):
        file, _, fragment = unquote(target).partition("#")
        yield posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path, fragment


def test_every_link_of_the_set_leads_somewhere() -> None:
    files = written()
    found = [(path, *link) for path, text in files.items() for link in links(path, text)]
    assert len(found) > len(NAMES) * 4
    for path, file, fragment in found:
        assert file in files, f"{path} leads to {file}"
        assert not fragment or f'<a id="{fragment}"></a>' in files[file], f"{path} leads to {file}#{fragment}"


def test_no_file_has_two_marks_of_one_name() -> None:
    for text in written().values():
        marks = re.findall(r'<a id="([^"]*)"', text)
        assert len(marks) == len(set(marks))


def test_a_reference_to_a_standard_outside_the_set_is_plain_text() -> None:
    for path, text in written().items():
        if path.endswith(".md"):
            assert "见XM-999" in text
            assert "[见XM-999]" not in text


def test_links_lead_to_the_file_of_the_standard_not_to_the_booklet() -> None:
    text = written()["service-project/XM-101.md"]
    assert "[见BZ-502](../service-support/BZ-502.md#retention)" in text
    assert "[见XM-102](XM-102.md#retention)" in text
    assert "[见XM-101](#retention)" in text


def test_a_booklet_links_inside_itself_and_to_standards_that_it_does_not_hold() -> None:
    text = written()["booklet.md"]
    assert "[见XM-101](#XM-101-retention)" in text
    assert "[见BZ-502](service-support/BZ-502.md#retention)" in text

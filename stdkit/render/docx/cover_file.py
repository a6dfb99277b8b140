"""A publisher's own cover: the body of a Word file, its styles and pictures, with the lines of a standard's cover filled in.

Wherever the file says ``{{title}}``, ``{{number}}`` and so on, the line of that name in ``model.frontmatter.Cover`` is printed.
Headers, footers, lists, links and fields of the file are left behind: pages are numbered by the document around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from io import BytesIO
from posixpath import join, normpath
from zipfile import BadZipFile, ZipFile

from lxml import etree

from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.model.frontmatter import Cover
from stdkit.render.docx.manuscript import Manuscript

NAME = "cover.docx"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SLOT = re.compile(r"\{\{\s*(\w*)\s*\}\}")
_STYLED = ("pStyle", "rStyle", "tblStyle")
_LEFT_BEHIND = (
    *(
        "sectPr",
        "numPr",
        "bookmarkStart",
        "bookmarkEnd",
        "proofErr",
        "lastRenderedPageBreak",
        "fldSimple",
        "fldChar",
        "instrText",
    ),
    *("commentRangeStart", "commentRangeEnd", "commentReference", "footnoteReference", "endnoteReference"),
)
_LARGEST = 20_000_000  # bytes of a part, unpacked
Element = etree._Element  # lxml has no other name for it


class CoverFile:
    """The cover of a house; made once, written for each standard."""

    def __init__(self, data: bytes) -> None:
        """Read the file. Raises ``StdkitError`` when it is no Word file."""
        try:
            with ZipFile(BytesIO(data)) as package:
                self._parts = {each.filename: package.read(each) for each in package.infolist() if each.file_size <= _LARGEST}
            document = _parse(self._parts["word/document.xml"])
            self._body = document.find(f"{_W}body")
            self._relations = dict(_relations(self._parts))
            styles = _parse(self._parts["word/styles.xml"]) if "word/styles.xml" in self._parts else None
        except (BadZipFile, KeyError, etree.XMLSyntaxError, NotImplementedError, RuntimeError) as error:
            raise _unreadable() from error
        if self._body is None:
            raise _unreadable()
        for name in _LEFT_BEHIND:
            for element in list(self._body.iter(f"{_W}{name}")):
                _drop(element)
        self.styles = "".join(_text(each) for each in _used_styles(self._body, styles)) if styles is not None else ""

    def write(self, cover: Cover, manuscript: Manuscript) -> str:
        """Return the cover of a standard.

        Raises ``StdkitError`` for a slot that is no line of a cover.
        """
        values = {each.name: getattr(cover, each.name) for each in fields(cover)}
        lines = {name: "\n".join(value) if isinstance(value, tuple) else str(value) for name, value in values.items()}
        assert self._body is not None  # __init__ has looked
        body = etree.fromstring(etree.tostring(self._body))
        for paragraph in body.iter(f"{_W}p"):
            _fill(paragraph, lines)
        for element in body.iter():
            for attribute in (f"{_R}embed", f"{_R}id", f"{_R}link"):
                if attribute in element.attrib:
                    element.set(attribute, self._picture(str(element.get(attribute)), manuscript))
            if etree.QName(element).localname == "docPr":
                element.set("id", str(manuscript.next_id()))
        return "".join(_text(each) for each in body)

    def _picture(self, relation: str, manuscript: Manuscript) -> str:
        """Return the relationship of a picture in the new file; its part is taken along."""
        target = self._relations.get(relation, "")
        data = self._parts.get(target)
        if data is None:
            wrong = Bilingual(f"{NAME} 中有图片没有存在文件里，请嵌入后保存", f"{NAME} links to a picture: embed it")
            raise StdkitError(wrong)
        name = f"media/cover-{target.rpartition('/')[2]}"
        manuscript.media[f"word/{name}"] = data
        return manuscript.relationships.add("image", name)


def _unreadable() -> StdkitError:
    return StdkitError(Bilingual(f"{NAME} 不是 Word 文件", f"{NAME} is no Word file"))


def _parse(data: bytes) -> Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))


def _text(element: Element) -> str:
    return etree.tostring(element, encoding="unicode", with_tail=False)


def _drop(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _relations(parts: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    """Yield the id and the part of every relationship that stays within the file."""
    data = parts.get("word/_rels/document.xml.rels")
    for each in _parse(data) if data else ():
        if each.get("TargetMode") != "External":
            target = str(each.get("Target"))
            yield str(each.get("Id")), target.lstrip("/") if target.startswith("/") else normpath(join("word", target))


def _used_styles(body: Element, styles: Element) -> Iterator[Element]:
    """Yield the styles that the body uses and those that they are based on, under ids of their own; rename their uses."""
    known = {str(each.get(f"{_W}styleId")): each for each in styles.iter(f"{_W}style")}
    wanted = [str(use.get(f"{_W}val")) for name in _STYLED for use in body.iter(f"{_W}{name}")]
    taken: dict[str, Element] = {}
    while wanted:
        name = wanted.pop()
        if name in known and name not in taken:
            taken[name] = known[name]
            wanted += [str(each.get(f"{_W}val")) for each in known[name].iter(f"{_W}basedOn")]
    for use in (use for name in _STYLED for use in body.iter(f"{_W}{name}")):
        use.set(f"{_W}val", _own(str(use.get(f"{_W}val"))))
    for name in sorted(taken):
        yield _renamed(taken[name], name)


def _renamed(style: Element, name: str) -> Element:
    style = etree.fromstring(etree.tostring(style))
    style.set(f"{_W}styleId", _own(name))
    style.set(f"{_W}customStyle", "1")
    style.attrib.pop(f"{_W}default", "")
    for each in list(style):
        local = etree.QName(each).localname
        if local == "name":
            each.set(f"{_W}val", f"cover {each.get(f'{_W}val')}")
        elif local == "basedOn":
            each.set(f"{_W}val", _own(str(each.get(f"{_W}val"))))
        elif local in {"link", "next", "aliases"}:
            style.remove(each)
    for each in list(style.iter(f"{_W}numPr")):
        _drop(each)
    return style


def _own(name: str) -> str:
    return f"cover{re.sub('[^A-Za-z0-9]', '', name)}"


def _fill(paragraph: Element, lines: dict[str, str]) -> None:
    """Fill the slots of a paragraph; Word may have cut one into several runs, so its text is put into the first."""
    texts = [each for each in paragraph.iter(f"{_W}t") if next(each.iterancestors(f"{_W}p")) is paragraph]
    whole = "".join(each.text or "" for each in texts)
    if not _SLOT.search(whole):
        return
    filled = _SLOT.sub(lambda match: _line(match[1], lines), whole)
    for each in texts[1:]:
        each.text = ""
    first, *others = filled.split("\n")
    texts[0].text = first
    texts[0].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    for line in reversed(others):
        added = etree.Element(f"{_W}t")
        added.text = line
        texts[0].addnext(added)
        texts[0].addnext(etree.Element(f"{_W}br"))


def _line(name: str, lines: dict[str, str]) -> str:
    if name not in lines:
        known = ", ".join(sorted(lines))
        raise StdkitError(
            Bilingual(f"{NAME} 中的 {{{{{name}}}}} 不是封面的内容：有 {known}", f"{NAME}: no {{{{{name}}}}} on a cover: {known}")
        )
    return lines[name]

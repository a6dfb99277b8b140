"""A Word file (docx) → its text: a line a paragraph, cells of a table parted by tabs, notes at the end.

Deleted text, field codes and the second copy of text boxes are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from posixpath import join
from typing import Any
from zipfile import BadZipFile, ZipFile

from stdkit.corpora.reasons import LARGEST_UNPACKED, Extracted, Why

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = {"del", "moveFrom", "instrText", "delText"}
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_ENDS = {"p": "\n", "tr": "\n", "tbl": "\n"}
_DOCUMENT = "/officeDocument"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"


def word_text(content: bytes) -> Extracted | Why:
    """Return the text of a Word file."""
    if content.startswith(_OLD_OFFICE):
        return Why.ENCRYPTED if "EncryptedPackage".encode("utf-16-le") in content else Why.OLD_KIND
    from lxml import etree  # for start-up time

    try:
        with ZipFile(BytesIO(content)) as archive:
            names = [_main_part(archive), *(each for each in _NOTES if each in archive.namelist())]
            parts = [_read(archive, each) for each in names]
            if any(part is None for part in parts):
                return Why.TOO_LARGE
            return Extracted("".join(_part_text(part) for part in parts if part))
    except (BadZipFile, etree.LxmlError, KeyError, EOFError, NotImplementedError, ValueError, OSError, RuntimeError) as error:
        return Why.ENCRYPTED if isinstance(error, RuntimeError) and "password" in str(error) else Why.BROKEN
    except Exception as error:  # zlib has an error of its own without a common base
        if type(error).__module__ == "zlib":
            return Why.BROKEN
        raise


def _main_part(archive: ZipFile) -> str:
    if "word/document.xml" in archive.namelist():
        return "word/document.xml"
    for each in _parsed(_read(archive, "_rels/.rels") or b"").iter("{*}Relationship"):
        if str(each.get("Type", "")).endswith(_DOCUMENT):
            return join("/", str(each.get("Target"))).lstrip("/")
    raise KeyError(_DOCUMENT)


def _read(archive: ZipFile, name: str) -> bytes | None:
    """Return a part, ``None`` when it is too large; what the archive says of its size is not believed."""
    with archive.open(name) as file:
        content = file.read(LARGEST_UNPACKED + 1)
    return None if len(content) > LARGEST_UNPACKED else content


def _parsed(content: bytes) -> Any:
    from lxml import etree  # for start-up time

    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))


def _part_text(content: bytes) -> str:
    text = "".join(_pieces(_parsed(content)))
    return "\n".join(line.rstrip(" \t") for line in text.split("\n"))


def _pieces(root: Any) -> Iterator[str]:
    """Yield the pieces of text in the order of the document, without recursion."""
    from lxml import etree  # for start-up time

    walk = etree.iterwalk(root, events=("start", "end"))
    cells = 0
    for event, element in walk:
        name = _local(element.tag)
        if event == "start":
            if name in _LEFT_OUT or element.tag == _FALLBACK:
                walk.skip_subtree()
            elif name == "t":
                yield element.text or ""
            elif name == "tc":
                cells += 1
            else:
                yield _SIGNS.get(name, "")
        elif name == "tc":
            cells -= 1
            yield "\t"
        elif cells and name == "p":
            yield " " if element.getnext() is not None else ""
        else:
            yield _ENDS.get(name, "")


def _local(tag: object) -> str:
    text = tag if isinstance(tag, str) else ""
    return text.removeprefix(_W).removeprefix(_STRICT)

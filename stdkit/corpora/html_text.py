"""A web page → its text: a line a block, cells of a table parted by tabs; scripts, styles and hidden parts left out."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Any

from stdkit.corpora.plain_text import plain_text
from stdkit.corpora.reasons import LARGEST_UNPACKED, Extracted, Why

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_LOOKED_AT = 4096
_LEFT_OUT = {"script", "style", "template", "noscript", "head", "svg", "math", "iframe", "object", "select", "textarea"}
_INLINE = {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins",
    "kbd", "label", "mark", "o:p", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
    "time", "tt", "u", "var", "wbr",
}  # fmt: skip
_BLANKS = re.compile(r"[ \t\r\n\f\xa0]+")
_LINES = re.compile(r" *\n[ \n]*")
_CELLS = {"td", "th"}


def html_text(content: bytes) -> Extracted | Why:
    """Return the text of a web page; its encoding is that of its mark, else the one that it names, else found out."""
    if len(content) > LARGEST_UNPACKED:
        return Why.TOO_LARGE
    text = _decoded(content)
    if isinstance(text, Why):
        return text
    from lxml import etree, html  # for start-up time

    parser = html.HTMLParser(encoding="utf-8", huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return Why.BROKEN if text.strip() else Why.EMPTY
    return Extracted(_LINES.sub("\n", "".join(_pieces(root))).strip(" \n\t") + "\n")


def _decoded(content: bytes) -> str | Why:
    named = _CHARSET.search(content[:_LOOKED_AT])
    if named and not content.startswith((b"\xff\xfe", b"\xfe\xff", codecs.BOM_UTF8)):
        name = named.group(1).decode("ascii", "replace").lower()
        name = "gb18030" if name in {"gb2312", "gbk", "gb_2312-80", "x-gbk"} else name
        try:
            return content.decode(name)
        except (LookupError, UnicodeError):
            pass  # it names one and is written in another
    found = plain_text(content)
    return found if isinstance(found, Why) else found.characters.removeprefix("\ufeff")


def _pieces(root: Any) -> Iterator[str]:
    """Yield the pieces of text in the order of the page, without recursion."""
    from lxml import etree  # for start-up time

    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "end":
            if tag in _CELLS:
                yield "\t"
            elif tag not in _INLINE:
                yield "\n"
            yield _BLANKS.sub(" ", element.tail or "") if element is not root else ""
        elif tag in _LEFT_OUT or element.get("hidden") is not None or not tag:
            walk.skip_subtree()
        else:
            yield "\n" if tag not in _INLINE and tag not in _CELLS else ""
            yield element.text or "" if tag == "pre" else _BLANKS.sub(" ", element.text or "")

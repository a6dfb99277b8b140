"""Text that means nothing to Markdown, HTML, YAML or an address, whatever its characters are."""

from __future__ import annotations

import json
import re
from urllib.parse import quote

_ESCAPES = {"&": "&amp;", "<": "&lt;", **{mark: f"\\{mark}" for mark in "\\`*_[]~|$"}}
_MARKS = re.compile(r"[&<\\`*_\[\]~|$]")
_BREAKS = "\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff"  # what is no part of a line of text
_UNUSUAL = re.compile(rf"[{_BREAKS}&<\\`*_\[\]~|$!]")
_UNUSUAL_IN_HTML = re.compile(rf'[{_BREAKS}&<>"]')
_UNSAFE = re.compile(r"[\s<>()\[\]{}\\\"'`|*^$\x00-\x1f]")
_OPENING = re.compile(r"(?:(?=[#>+=:-])|(\d{1,9})(?=[.)](?:\s|$)))")
_OPENINGS = frozenset("#>+=:-0123456789")
_YAML_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})


def one_line(text: str) -> str:
    """Return the text on one line, without characters that cannot stand in a text file."""
    if text.isprintable():
        return text  # most texts: nothing to look for
    return re.sub(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]", "", " ".join(text.replace("\t", " ").splitlines()))


def markdown(text: str) -> str:
    """Return the text so that Markdown prints it letter by letter, in a sentence or in a cell."""
    if _UNUSUAL.search(text) is None:
        return text  # most texts: nothing to escape
    line = _MARKS.sub(lambda found: _ESCAPES[found[0]], one_line(text))
    # A "!" is escaped where a link may follow it and would become a picture.
    return f"{line[:-1]}\\!" if line.endswith("!") else line


def paragraph(text: str) -> str:
    """Return finished Markdown so that no line opens a heading, a list, a quotation, a rule or a block of HTML."""
    if "\n" not in text:
        return _guarded(text)
    lines = "\n".join(line.strip(" ") for line in text.split("\n"))
    joined = re.sub(r"(?m)^((?:<br> *)+)\n", r"\1", lines)
    return "\n".join(_guarded(line) for line in joined.split("\n"))


def _guarded(line: str) -> str:
    line = line.strip(" ")
    if line[:1] not in _OPENINGS:
        return line
    found = _OPENING.match(line)
    return line if found is None else f"{found[1] or ''}\\{line[found.end() :]}"


def heading(text: str) -> str:
    """Return finished Markdown of one line so that a "#" at its end is printed."""
    line = text.strip(" ")
    return re.sub(r"#(?=#*$)", r"\#", line) if line.endswith("#") else line


def html(text: str) -> str:
    """Return the text so that HTML prints it letter by letter, in an element or a quoted attribute."""
    if _UNUSUAL_IN_HTML.search(text) is None:
        return text
    entities = one_line(text).replace("&", "&amp;").replace("<", "&lt;")
    return entities.replace(">", "&gt;").replace('"', "&quot;")


def code(text: str) -> str:
    """Return a code span that holds the text, with a fence longer than any in it."""
    content = one_line(text)
    fence = "`" * (max((len(run) for run in re.findall("`+", content)), default=0) + 1)
    pad = " " if content[:1] in "` " or content[-1:] in "` " else ""
    return f"{fence}{pad}{content}{pad}{fence}" if content.strip(" ") else ""


def tex(formula: str, *, cell: bool = False) -> str:
    r"""Return a formula on one line that can end neither its own "$" nor, in a cell, the cell.

    Comments are dropped; "<", ">" and "|" become the commands that print them.
    """
    uncommented = re.sub(r"(?m)(?<!\\)((?:\\\\)*)%.*$", r"\1", formula)
    line = " ".join(one_line(uncommented).split())
    commands = {"<": r"\lt ", r"\<": r"\lt ", ">": r"\gt ", "$": r"\$", "`": "‘", r"\`": "", "\\": ""}
    if cell:
        commands |= {r"\|": r"\Vert ", "|": r"\vert "}
    return re.sub(r"\\.|\\$|[<>$`|]", lambda found: commands.get(found[0], found[0]), line).strip()


def address(target: str) -> str:
    """Return an address or a relative path so that it can stand in a Markdown link and in an HTML attribute."""
    encoded = _UNSAFE.sub(lambda found: quote(found[0], safe=""), target)
    return encoded.replace("&", "&amp;")


def yaml(text: str) -> str:
    """Return the text as a double-quoted YAML scalar (a JSON string with what YAML would fold or refuse escaped)."""
    quoted = json.dumps(text, ensure_ascii=False)
    return re.sub(r"[\x7f-\xa0\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]", lambda c: f"\\u{ord(c[0]):04x}", quoted)


def yaml_key(text: str) -> str:
    """Return the text as a YAML key: plain where it is a plain word, else quoted."""
    plain = re.fullmatch(r"[A-Za-z][A-Za-z_-]*", text) and text.lower() not in _YAML_WORDS
    return text if plain else yaml(text)

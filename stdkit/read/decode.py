"""Bytes → text: UTF-8 only, and no character that YAML or a reader of the text would stumble over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from stdkit.model.diagnostics import Bilingual, Edit, Fix, Span, slots
from stdkit.read.slips_text import Slip, split_lines

BOM = "\ufeff"
MOST_EDITS = 1_000
_ASCII = 127
SAVE_AS = Bilingual(
    "请用 UTF-8 另存：在 VS Code 中点右下角的编码名，先“通过编码重新打开”选 {encoding}，再“通过编码保存”选 UTF-8；"
    "在记事本中“另存为”，编码选 UTF-8",
    "save it as UTF-8: in VS Code click the name of the encoding at the lower right, “Reopen with Encoding” {encoding}, "
    "then “Save with Encoding” UTF-8; in Notepad use “Save as” with encoding UTF-8",
)
RETYPE = Bilingual(
    "只有此处损坏，请重新输入这里的文字，再用 UTF-8 保存", "only this place is damaged: type the text anew and save as UTF-8"
)
RESTORE = Bilingual(
    "文件在一个字的中间断了，请从备份或版本库恢复", "the file breaks off within a character: restore it from a backup or from git"
)
_WRONG = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
_BREAK = re.compile(r"\r(?!\n)|[\x85\u2028\u2029]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_NAMES = {
    "\x00": "NUL",
    "\x0b": "VT",
    "\x0c": "FF",
    "\r": "CR",
    "\x85": "NEL",
    "\u2028": "LINE SEPARATOR",
    "\u2029": "PARAGRAPH SEPARATOR",
    "\ufeff": "BOM",
}
_BREAKS_OF_WORD = "\x0b\x0c"  # Word writes these for a line and a page break, so deleting them joins two lines


class Decoded(NamedTuple):
    """The text of a file, as well as it could be read, and what is wrong with its characters."""

    text: str
    slips: tuple[Slip, ...] = ()


def decode(content: bytes) -> Decoded:
    """Return the text of a file; where it is not UTF-8, the text by the likeliest encoding and a finding."""
    try:
        return Decoded(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _foreign(content, error)


def _foreign(content: bytes, error: UnicodeDecodeError) -> Decoded:
    encoding, label = _guess(content)
    if encoding is None:
        broken_off = error.reason == "unexpected end of data" and error.end == len(content)
        found = Bilingual(*[f"0x{content[error.start]:02X}"] * 2)
        cure = RESTORE if broken_off else RETYPE
    else:
        found = Bilingual(label, label)
        cure = Bilingual(SAVE_AS.zh.format(encoding=label), SAVE_AS.en.format(encoding=label))
    start = error.start if encoding is None else next(number for number, byte in enumerate(content) if byte > _ASCII)
    at = Span(1, 1, 1, 1) if label.startswith("UTF") else _place(content, start)
    text = content.decode(encoding or "utf-8", errors="replace")
    return Decoded(text, (Slip("yaml-encoding", at, slots(found=found, cure=cure)),))


def _guess(content: bytes) -> tuple[str | None, str]:
    if content.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return "utf-32", "UTF-32"
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16", "UTF-16"
    if _mostly_utf8(content):
        return None, ""
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError:
        return None, ""
    others = [letter for letter in text if letter > "\x7f"]
    return ("gb18030", "GBK/GB18030") if 2 * sum(map(bool, map(_HAN.match, others))) > len(others) else (None, "")


def _mostly_utf8(content: bytes) -> bool:
    """Tell whether only a few bytes are wrong, so that the file is UTF-8 all the same."""
    whole = content.decode("utf-8", errors="replace")
    wrong = whole.count("\ufffd")
    right = sum(1 for letter in whole if letter > "\x7f") - wrong
    return right > 4 * wrong


def _place(content: bytes, offset: int) -> Span:
    before = content[:offset]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", errors="replace")) + 1
    return Span(line, column, line, column + 1)


def check_characters(text: str) -> Iterator[Slip]:
    """Yield one finding for each kind of wrong character and of foreign line break, at its first place."""
    for rule, pattern in (("yaml-control-character", _WRONG), ("yaml-line-break", _BREAK)):
        kinds: dict[str, list[int]] = {}
        for match in pattern.finditer(text):
            kinds.setdefault(match.group(), []).append(match.start())
        for character, offsets in kinds.items():
            yield _character(rule, character, offsets, text)


def suspicious(text: str) -> bool:
    """Tell whether there is a line break or mark that YAML takes; other wrong characters stop the parser by themselves."""
    if "\x85" in text or "\u2028" in text or "\u2029" in text or BOM in text:
        return True
    return "\r" in text and text.count("\r") != text.count("\r\n")


def harmless(text: str) -> str:
    """Return the text with every wrong character replaced by a blank, so that the places of all others stay."""
    return _WRONG.sub(" ", re.sub("[\x85\u2028\u2029]", " ", text))


def _character(rule: str, character: str, offsets: list[int], text: str) -> Slip:
    lines = split_lines(text)
    starts = _line_starts(text)
    places = [_at(offset, starts) for offset in offsets[:MOST_EDITS]]
    name = f"U+{ord(character):04X}" + (f" {_NAMES[character]}" if character in _NAMES else "")
    fix = None
    if len(offsets) <= MOST_EDITS:
        edits = [_edit(character, at, lines[at.line - 1]) for at in places]
        within = any(edit.text.strip(" ") for edit in edits) or character in _BREAKS_OF_WORD
        title = Bilingual(f"去掉 {name}", f"remove {name}")
        fix = Fix("suggested" if within and character != "\r" else "safe", title, tuple(edits))
    return Slip(rule, places[0], slots(character=name, count=str(len(offsets))), fix)


def _edit(character: str, at: Span, line: str) -> Edit:
    if character == "\r":
        return Edit(at, "\n")
    if character in "\x85\u2028\u2029" and line[at.column :].strip():
        return Edit(at, "\n" + " " * (len(line) - len(line.lstrip(" "))))
    return Edit(at, "")


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))]


def _at(offset: int, starts: list[int]) -> Span:
    from bisect import bisect_right  # only for a file with wrong characters

    line = bisect_right(starts, offset)
    column = offset - starts[line - 1] + 1
    if line < len(starts) and starts[line] == offset + 1:  # a lone CR ends its line
        return Span(line, column, line + 1, 1)
    return Span(line, column, line, column + 1)

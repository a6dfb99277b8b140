"""The text of a cell → the value that the registry holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from stdkit.importers.references_words import Words, normal
from stdkit.model.diagnostics import Bilingual
from stdkit.resolve.documents import parse_number

Value = str | tuple[str, ...] | None
"""What a key is to hold: a text, several, or nothing (the key goes away)."""

FORMULA_SIGNS = tuple("=+-@\t\r\n＝＋－＠")
_ERASED = {"—", "——", "-", "－", "/", "无", "none"}
_DAY = re.compile(r"((?:19|20)\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_MONTH = re.compile(r"((?:19|20)\d\d)\s*[-/.年]\s*(\d{1,2})\s*月?")
_YEAR = re.compile(r"((?:19|20)\d\d)\s*年?")
_SEPARATORS = re.compile(r"\s*[、；;\n]\s*|\s*[,，]\s*(?=\D)")
_EAST_ASIAN = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_BREAK = re.compile(rf"(?<=[{_EAST_ASIAN}])[ \t]*[\r\n]+[ \t]*(?=[{_EAST_ASIAN}])")
_BLANKS = re.compile("[ \t\r\n\xa0]+")
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028\u2029\u202a-\u202e\ufeff\ufffe\uffff\ufffd\ud800-\udfff]"
)


class WrongValueError(Exception):
    """A cell holds what the registry cannot; ``message`` says what to do."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.message = Bilingual(zh, en)


def tidy(text: str) -> str:
    """Return the text of a cell on one line, without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    if text[:1] == "'" and text[1:].lstrip(" ").startswith(FORMULA_SIGNS):
        text = text[1:]
    return _BLANKS.sub(" ", _BREAK.sub("", text)).strip(" ")


def is_erased(column: str, text: str) -> bool:
    """Return whether a cell says that a value goes away; an empty one says nothing."""
    return column not in {"number", "level", "status"} and tidy(text).casefold() in _ERASED


def value_of(column: str, text: str, words: Words) -> Value:
    """Return the value of a cell that is neither empty nor erased. Raises ``WrongValueError``."""
    hidden = _UNPRINTABLE.search(text)
    if hidden:
        code = f"U+{ord(hidden.group()):04X}"
        raise WrongValueError(f"有看不见的字符 {code}：重新输入", f"holds the invisible character {code}: type it anew")
    typed = tidy(text)
    match column:
        case "level" | "status":
            return _choice(typed, column, words)
        case "issued" | "implemented" | "checked_on":
            return day(typed, whole=column == "checked_on")
        case "replaces":
            return tuple(canonical(each) for each in _SEPARATORS.split(text.strip()) if tidy(each))
        case "number" | "replaced_by":
            return canonical(typed)
        case _:
            return typed


def canonical(typed: str) -> str:
    """Return a number in its canonical form; the name of a law without its brackets."""
    text = tidy(typed)
    parsed = parse_number(text)
    if parsed is not None and parsed.clause is None:
        return parsed.canonical
    bracketed = text.startswith("《") and text.endswith("》") and text.count("《") == 1
    return text[1:-1] if bracketed else text


def day(typed: str, *, whole: bool) -> str:
    """Return a date as year-month-day, or only as much of it as is typed. Raises ``WrongValueError``."""
    for pattern in (_DAY,) if whole else (_DAY, _MONTH, _YEAR):
        match = pattern.fullmatch(typed)
        if match:
            numbers = [int(each) for each in match.groups()]
            try:
                date(*(*numbers, 1, 1)[:3])
            except ValueError:
                break
            return "-".join(f"{number:02}" for number in numbers)
    zh = "写成 2025-06-20" if whole else "写成 2025-06-20，不知道日时写 2025-06，不知道月时写 2025"
    en = "write 2025-06-20" if whole else "write 2025-06-20, or only 2025-06 or 2025"
    raise WrongValueError(f"“{typed}”不是日期：{zh}", f"“{typed}” is no date: {en}")


def _choice(typed: str, column: str, words: Words) -> str:
    known = words.statuses if column == "status" else words.levels
    found = known.get(normal(typed))
    if found is None:
        zh, en = ("状态", "status") if column == "status" else ("级别", "level")
        raise WrongValueError(
            f"“{typed}”不是{zh}：写{'、'.join(_samples(known, 'zh'))}之一",
            f"“{typed}” is no {en}: write one of {', '.join(_samples(known, 'en'))}",
        )
    return found


def _samples(known: Mapping[str, str], language: str) -> list[str]:
    """Return one word for each choice: the first Chinese one, or the key itself."""
    if language == "en":
        return list(dict.fromkeys(known.values()))
    chinese: dict[str, str] = {}
    for word, value in known.items():
        if not word.isascii():
            chinese.setdefault(value, word)
    return list(chinese.values())

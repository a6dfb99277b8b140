"""What is not the author's own wording: quotations, titles, numbers of documents."""

from __future__ import annotations

import re
from functools import cache

HIDDEN = "\x00"


def hide(text: str) -> str:
    """Return a text in which quotations, titles and document numbers are hidden, of the same length.

    A bracket within a word, 村（社区）妇联, bounds no clause: it becomes 〔社区〕.
    """
    text = hide_quotations(text)
    if "（" in text:
        text = _alternatives().sub(r"〔\1〕", text)
    return _numbers().sub(_hidden, text) if "/" in text else text


def hide_quotations(text: str) -> str:
    """Return a text in which only quotations and titles are hidden, of the same length."""
    return _quotations().sub(_hidden, text) if any(mark in text for mark in '《“"') else text


def hide_matches(text: str, pattern: re.Pattern[str]) -> str:
    """Return a text in which whatever a pattern matches is hidden, of the same length."""
    return pattern.sub(_hidden, text)


def _hidden(match: re.Match[str]) -> str:
    return HIDDEN * len(match.group())


@cache
def _quotations() -> re.Pattern[str]:
    return re.compile(r'《[^》]*》|“[^”]*”|"[^"]*"')


@cache
def _alternatives() -> re.Pattern[str]:
    return re.compile(r"(?<=[\u4e00-\u9fff])（([\u4e00-\u9fff]{1,4})）(?=[\u4e00-\u9fff])")


@cache
def _numbers() -> re.Pattern[str]:
    return re.compile(r"(?<![A-Za-z/])[A-Z]{1,4}\d*/[A-Z]+\s?\d[\d.]*(?:[—–-]\d{4})?")

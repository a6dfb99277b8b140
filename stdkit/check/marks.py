"""Marks at the end of a text that other rules judge: half-width ones and rows of dots."""

from __future__ import annotations

import re
from functools import cache

NARROW = {"；": ";", "。": ".", "：": ":", "，": ","}


def is_narrow_end(text: str, wanted: str) -> bool:
    """Return whether a text ends in the half-width form of a mark or in a row of dots.

    punctuation-halfwidth and ellipsis-form report these: one mistake has one finding.
    """
    match = _narrow_end().search(text)
    return match is not None and (len(match.group()) > 1 or match.group() == NARROW.get(wanted))


@cache
def _narrow_end() -> re.Pattern[str]:
    return re.compile(r"(?<=[\u4e00-\u9fff）”》\ufffc])(?:\.{2,}|。{2,}|[;.:,])$")

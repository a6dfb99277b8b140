"""What a paragraph, a heading and a sheet of paper are; a backend maps each to a look."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

Page = Literal["A4", "A5", "B5", "card"]
TextSize = Literal["small", "normal", "large"]


class Role(StrEnum):
    """What a paragraph is; a backend maps each role to a style."""

    TEXT = "text"
    TITLE = "title"  # the title of the standard on its first page of text
    CONTINUED = "continued"  # a paragraph that belongs to what stands above it and is not indented
    ENTRY = "entry"  # an entry of chapter 2
    SOURCE = "source"  # [来源：…]
    WHERE = "where"  # 式中：
    NOTICE = "notice"
    SAMPLE = "sample"  # the sample notice
    SIGNATURE = "signature"
    CENTERED = "centered"


class HeadingKind(StrEnum):
    """What a heading opens."""

    CONTENTS = "contents"
    FOREWORD = "foreword"
    INTRODUCTION = "introduction"
    CHAPTER = "chapter"
    CLAUSE = "clause"
    ANNEX = "annex"
    ANNEX_CLAUSE = "annex-clause"
    BIBLIOGRAPHY = "bibliography"
    INDEX = "index"
    LIST = "list"  # an unnumbered part of a booklet or report

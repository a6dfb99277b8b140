"""Why a file was not read, in the words of the person whose file it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from stdkit.model.diagnostics import Bilingual

LARGEST_FILE = 200_000_000
LARGEST_UNPACKED = 64_000_000
MOST_CHARACTERS = 20_000_000
PAGE_SECONDS = 30


class Why(StrEnum):
    """The reasons; ``OTHER_KIND`` and ``LINK`` are told, but nothing is wrong with the file."""

    ENCRYPTED = "encrypted"
    NO_CIPHER = "no-cipher"
    SCANNED = "scanned"
    GARBLED = "garbled"
    BROKEN = "broken"
    EMPTY = "empty"
    TOO_LARGE = "too-large"
    SLOW = "slow"
    ENCODING = "encoding"
    OLD_KIND = "old-kind"
    VANISHED = "vanished"
    DENIED = "denied"
    NAME = "name"
    CHANGED = "changed"
    OTHER_KIND = "other-kind"
    LINK = "link"


HARMLESS = frozenset({Why.OTHER_KIND, Why.LINK})

MESSAGES = {
    Why.ENCRYPTED: Bilingual("加了密码：另存为不加密的文件", "is protected by a password: save it without one"),
    Why.NO_CIPHER: Bilingual(
        "用 AES 加了密，这里没有解密的程序包：pip install 'stdkit[aes]'，再试一次",
        "is encrypted with AES, and what decrypts it is not installed: pip install 'stdkit[aes]', then try again",
    ),
    Why.SCANNED: Bilingual("没有文字，是扫描的图：先做文字识别", "holds pictures and no text: have the text recognised first"),
    Why.GARBLED: Bilingual(
        "字体没有写明字符，取不出文字：换一个文件，或者做文字识别",
        "its fonts do not say which characters they show: take another file, or have the text recognised",
    ),
    Why.BROKEN: Bilingual("损坏了，读不出来", "is damaged and cannot be read"),
    Why.EMPTY: Bilingual("没有文字", "holds no text"),
    Why.TOO_LARGE: Bilingual(
        f"太大：文件不超过{LARGEST_FILE // 1_000_000} MB，文字不超过{MOST_CHARACTERS // 10_000}万字符",
        f"is too large: at most {LARGEST_FILE // 1_000_000} MB and {MOST_CHARACTERS // 1_000_000} million characters",
    ),
    Why.SLOW: Bilingual(f"有一页{PAGE_SECONDS}秒还没有读完", f"has a page that was not read within {PAGE_SECONDS} seconds"),
    Why.ENCODING: Bilingual("不是 UTF-8、UTF-16 或者 GB18030 的文本", "is no text in UTF-8, UTF-16 or GB18030"),
    Why.OLD_KIND: Bilingual("这种格式读不了：另存为 docx 或 PDF", "is of a kind that cannot be read: save it as docx or PDF"),
    Why.VANISHED: Bilingual("找不到", "is not there"),
    Why.DENIED: Bilingual("没有读它的权限", "may not be read"),
    Why.NAME: Bilingual("名称不是 UTF-8：改名", "has a name that is no UTF-8: rename it"),
    Why.CHANGED: Bilingual("收进以后改动了：再运行 stdkit corpus add", "has changed since: run stdkit corpus add again"),
    Why.OTHER_KIND: Bilingual("不是 txt、md、docx、pdf、html，没有读", "is no txt, md, docx, pdf or html and was passed over"),
    Why.LINK: Bilingual("是指向文件夹的链接，没有跟过去", "is a link to a folder and was not followed"),
}


@dataclass(frozen=True, slots=True, order=True)
class Unread:
    """A file that was not read, why, and where it is no text: line and column, where they are known."""

    name: str
    why: Why
    line: int = field(default=0, compare=False)
    column: int = field(default=0, compare=False)

    @property
    def harmless(self) -> bool:
        """Whether there is nothing to mend."""
        return self.why in HARMLESS


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a file.

    ``as_typed``: the offsets of the text are those of the file itself; ``silent_pages`` are pages of a PDF without text.
    """

    characters: str
    as_typed: bool = False
    silent_pages: tuple[int, ...] = ()

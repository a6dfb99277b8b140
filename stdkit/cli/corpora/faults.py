"""What an index says of itself, in words for the person who asked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from stdkit.cli.language import Say
from stdkit.corpora.place import corpus_names
from stdkit.corpora.reasons import MESSAGES, Unread
from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.originality.damage import BusyError, Damage, DamagedError, FullError, Kind
from stdkit.originality.manifest import MANIFEST

WORDS: dict[Kind, Bilingual] = {
    "missing": Bilingual("不见了", "is missing"),
    "size": Bilingual("长度不对", "has the wrong length"),
    "header": Bilingual("头部不对", "has a wrong header"),
    "version": Bilingual("是另一版 stdkit 写的", "was written by another version of stdkit"),
    "tables": Bilingual("是用另一套字形表或者固定文字表写的", "was written with other tables of characters or fixed wording"),
    "checksum": Bilingual("校验和不对", "has a wrong checksum"),
}


def damage_words(damage: Damage) -> Bilingual:
    """Return what is wrong with an index: file, segment, block."""
    zh, en = WORDS[damage.kind]
    if damage.block is not None:
        return Bilingual(f"{damage.file} 第{damage.block}块{zh}", f"{damage.file}, block {damage.block}: {en}")
    return Bilingual(f"{damage.file} {zh}", f"{damage.file} {en}")


def unread_line(unread: Unread, say: Say) -> str:
    """Return the line that names a file and why it was not read."""
    message = MESSAGES[unread.why]
    if unread.line:
        at = say(
            f"（按 UTF-8 只能读到第 {unread.line} 行第 {unread.column} 列）",
            f" (as UTF-8 it can be read up to line {unread.line}, column {unread.column})",
        )
        return say(f"{unread.name}：{message.zh}{at}", f"{unread.name}: {message.en}{at}")
    return say(f"{unread.name}：{message.zh}", f"{unread.name}: {message.en}")


@contextmanager
def index_faults(name: str) -> Iterator[None]:
    """Turn what keeps a corpus from being used into a message with the cure."""
    try:
        yield
    except DamagedError as error:
        raise StdkitError(_cure(name, error.damage)) from error
    except BusyError as error:
        raise StdkitError(
            Bilingual(
                f"另一个命令正在写语料 {name}：等它做完", f"another command is writing corpus {name}: wait until it is done"
            )
        ) from error
    except FullError as error:
        raise StdkitError(Bilingual(f"语料 {name} 满了：分成几个", f"corpus {name} is full: make several of it")) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise StdkitError(
            Bilingual(
                f"语料 {name} 没有写成，和以前一样：{reason}", f"corpus {name} could not be written and is as before: {reason}"
            )
        ) from error


def _cure(name: str, damage: Damage) -> Bilingual:
    what = damage_words(damage)
    if damage.file == MANIFEST:
        cure = Bilingual(
            f"先 stdkit corpus remove {name}，再重新收", f"run stdkit corpus remove {name}, then add the folder again"
        )
    else:
        cure = Bilingual(f"用 stdkit corpus verify {name} --rebuild 重做", f"run stdkit corpus verify {name} --rebuild")
    return Bilingual(
        f"语料 {name} 的索引坏了，没有用它：{what.zh}；{cure.zh}",
        f"the index of corpus {name} is damaged and was not used: {what.en}; {cure.en}",
    )


def require_corpus(set_directory: Path, name: str) -> None:
    """Raise ``StdkitError`` when a set has no corpus of this name."""
    known = corpus_names(set_directory)
    if name not in known:
        zh, en = ("：有 " + "、".join(known), ": there are " + ", ".join(known)) if known else ("", "")
        raise StdkitError(Bilingual(f"没有语料 {name}{zh}", f"there is no corpus {name}{en}"))

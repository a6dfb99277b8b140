"""Which fonts may stand for one that a machine lacks, and what is to be installed where there is none at all."""

from __future__ import annotations

from collections.abc import Iterable

from stdkit.model.diagnostics import Bilingual, StdkitError

_SONG = ("宋体", "SimSun", "Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "思源宋体", "Songti SC", "AR PL UMing CN")
_HEI = ("黑体", "SimHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "思源黑体", "Heiti SC", "Microsoft YaHei")
_ROMAN = ("Times New Roman", "Liberation Serif", "Tinos", "TeX Gyre Termes")
FAMILIES = (_SONG, _HEI, _ROMAN)
"""Names of the same kind of font, the most wanted first: a later one stands for an earlier one."""

CHINESE = frozenset((*_SONG, *_HEI))


def substitutes(name: str) -> tuple[str, ...]:
    """Return the fonts that may stand for a font, the most like it first; itself is not among them."""
    return tuple(each for family in FAMILIES if name in family for each in family if each != name)


def available(name: str, installed: Iterable[str]) -> str | None:
    """Return the font itself or what stands for it among the installed families, ``None`` where there is nothing."""
    known = {each.casefold(): each for each in installed}
    return next((known[each.casefold()] for each in (name, *substitutes(name)) if each.casefold() in known), None)


def missing_fonts() -> StdkitError:
    """Return the error for a machine without a Chinese font: without one letters would be printed as boxes."""
    return StdkitError(
        Bilingual(
            "本机没有中文字体，PDF 和图片中的汉字会变成方框，因此没有生成：请安装宋体（SimSun）和黑体（SimHei），"
            "或者 Noto Serif CJK SC 和 Noto Sans CJK SC（Debian、Ubuntu：apt-get install fonts-noto-cjk）",
            "this machine has no Chinese font and Chinese characters would be boxes in PDF and PNG, so none was made: install "
            "SimSun and SimHei, or Noto Serif CJK SC and Noto Sans CJK SC (Debian, Ubuntu: apt-get install fonts-noto-cjk)",
        )
    )

"""Formulas as MathML, which browsers show without a script."""

from __future__ import annotations

from functools import lru_cache

from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.render.html.sheet import escape

_LEFT_OVER = "<mi>\\"
"""How the converter writes a command that it does not know."""


@lru_cache(maxsize=1024)
def math(tex: str, *, display: bool = False) -> str:
    """Return a formula as MathML, its LaTeX as the words for those who cannot see it.

    Raises ``StdkitError`` when the formula cannot be converted: nothing of it is printed as LaTeX.
    """
    from latex2mathml.converter import convert  # for start-up time: few standards have formulas

    try:
        mathml: str = convert(tex, display="block" if display else "inline")
    except Exception as error:  # its faults have no common class, and a formula may be anything
        raise _failure(tex) from error
    if _LEFT_OVER in mathml:
        raise _failure(tex)
    return mathml.replace("<math ", f'<math aria-label="{escape(tex.strip())}" ', 1)


def _failure(tex: str) -> StdkitError:
    zh, en = f"公式“{tex.strip()}”不能转换为网页公式", f"the formula “{tex.strip()}” cannot be converted for a web page"
    return StdkitError(Bilingual(zh, en))

"""Drawings in; PNG pictures out, by Typst, with the fonts of the machine."""

from __future__ import annotations

from collections.abc import Sequence

from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.model.drawing import Drawing
from stdkit.render.fonts import available
from stdkit.render.svg import svg
from stdkit.render.typst.markup import millimetres, quoted
from stdkit.render.typst.press import MissingFontError

DOTS_PER_INCH = 300.0  # what a printer shows
_CHINESE, _LATIN = ("黑体", "宋体"), "Libertinus Serif"  # the latter is the typeface that Typst brings along
_FIRST_CHINESE = "\u2e80"


def pictures(drawings: Sequence[Drawing], *, system_fonts: bool = True) -> tuple[bytes, ...]:
    """Return each drawing as PNG in its size at 300 dots per inch, the same bytes for the same drawing and fonts.

    Raises ``MissingFontError`` when a drawing has Chinese words and there is no font for them, ``StdkitError`` for what
    cannot be drawn.
    """
    import typst  # for start-up time: only needed for pictures

    fonts = typst.Fonts(include_system_fonts=system_fonts)
    installed = fonts.families()
    family = next((found for name in _CHINESE if (found := available(name, installed))), None)
    if family is None and any(_is_chinese(drawing) for drawing in drawings):
        raise MissingFontError
    try:
        return tuple(
            typst.compile(_source(each, family or _LATIN), font_paths=fonts, format="png", ppi=DOTS_PER_INCH) for each in drawings
        )
    except typst.TypstError as error:
        raise StdkitError(Bilingual(f"Typst 不能画图：{error}", f"Typst cannot draw it: {error}")) from error


def _is_chinese(drawing: Drawing) -> bool:
    words = (*(line for box in drawing.boxes for line in box.lines), *(line.label or "" for line in drawing.lines))
    return any(letter >= _FIRST_CHINESE for text in words for letter in text)


def _source(drawing: Drawing, family: str) -> bytes:
    """Return the Typst file of a page that is the drawing."""
    before, _, rest = svg(drawing).partition('font-family="')
    text = f'{before}font-family="{family}"{rest.partition(chr(34))[2]}'
    width, height = millimetres(drawing.width), millimetres(drawing.height)
    page = f"#set page(width: {width}, height: {height}, margin: 0mm)"
    return f'{page}\n#image(bytes({quoted(text)}), format: "svg", width: {width})'.encode()

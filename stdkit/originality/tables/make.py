"""Makes forms.npz: needs OpenCC (Apache-2.0), which is not a dependency of stdkit.

python -m stdkit.originality.tables.make
"""

from __future__ import annotations

import unicodedata
from pathlib import Path

import numpy as np

from stdkit.originality.normalise import COMMA, DIGIT, IDEOGRAPH, LETTER, LINE, NOTHING, POINT, SPACE, STOP

LIMIT = 0x40000  # nothing beyond has a letter: tags, variation selectors, private use
UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "IDEOGRAPHIC", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN", "BOPOMOFO", "YI ")
STOPS, COMMAS, POINTS, LINES = "。！？；!?;…｡﹒﹔﹖﹗", "，、,:：﹐﹑﹕､", ".．", "\n\r\x0b\x0c\x85\u2028\u2029"
SILENT = {"Cf", "Mn", "Me", "Cs", "Co", "Cn"}


def form(character: str, simplified: dict[str, str]) -> str:
    """The letters, digits and ideographs of the normal form; Hangul keeps its syllables."""
    hangul = "\uac00" <= character <= "\ud7a3"
    apart = unicodedata.normalize("NFKC" if hangul else "NFKD", character)
    low = unicodedata.normalize("NFKC" if hangul else "NFKD", apart.lower())
    return "".join(simplified.get(each, each) for each in low if each.isalnum())


def kind(character: str) -> int:
    """Letter, digit or ideograph, of a character that is its own normal form."""
    if unicodedata.category(character) == "Nd":
        return DIGIT
    return IDEOGRAPH if unicodedata.name(character, "").startswith(UNSPACED) else LETTER


def separator(character: str) -> int:
    """What a dropped character parts."""
    for characters, value in ((STOPS, STOP), (COMMAS, COMMA), (POINTS, POINT), (LINES, LINE)):
        if character in characters:
            return value
    return NOTHING if unicodedata.category(character) in SILENT else SPACE


def simplified_forms() -> dict[str, str]:
    """Traditional ideographs that OpenCC turns into one simplified one."""
    import opencc  # only here

    convert = opencc.OpenCC("t2s").convert
    ideographs = [chr(point) for point in (*range(0x3400, 0xA000), *range(0xF900, 0xFB00), *range(0x20000, 0x323B0))]
    pairs = {each: convert(each) for each in ideographs}
    return {each: to for each, to in pairs.items() if len(to) == 1 and to != each}


def main() -> None:
    """Writes the table beside this file."""
    simplified = simplified_forms()
    shifts, kinds = np.zeros(LIMIT, dtype=np.uint32), np.zeros(LIMIT, dtype=np.uint8)
    separators = np.zeros(LIMIT, dtype=np.uint8)
    expansions: list[int] = []
    lengths: list[int] = []
    numbers: dict[str, int] = {}
    for point in range(LIMIT - 1):  # the last stands for all beyond
        character = chr(point)
        to = "" if unicodedata.category(character) == "Cs" else form(character, simplified)
        if not to:
            separators[point] = separator(character)
            continue
        if len(to) > 1 and to not in numbers:
            numbers[to] = len(lengths)
            lengths.append(len(to))
            expansions.extend(ord(each) for each in to)
        code = ord(to) if len(to) == 1 else 0x110000 + numbers[to]
        shifts[point] = np.uint32((code - point) % 2**32)
        kinds[point] = kind(to[0])
    np.savez_compressed(
        Path(__file__).parent / "forms.npz",
        shifts=shifts,
        kinds=kinds,
        separators=separators,
        expansions=np.array(expansions, dtype=np.uint32),
        lengths=np.array(lengths, dtype=np.uint8),
    )


if __name__ == "__main__":
    main()

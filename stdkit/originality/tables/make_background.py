"""Makes background.npz: in how many paragraphs of general text the commonest pairs of ideographs and words stand.

python -m stdkit.originality.tables.make_background CHINESE ENGLISH     two folders of .txt files in UTF-8

The shipped table was made of Chinese laws and local rules (LawRefBook/Laws; not subject to copyright, article 5 of the Copyright
Law of China) and of handbooks and guides of the United States government (18F/handbook, 18F/18f.gsa.gov, usnistgov/800-63-3;
public domain). It holds numbers only, no text.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from stdkit.originality.features import features
from stdkit.originality.normalise import normalised
from stdkit.originality.tables import STEPS

PARAGRAPH = 200  # characters of the normal form that count as one paragraph; Latin text takes 600
PAIRS, WORDS = 30_000, 20_000


def rarities(folder: Path, length: int, commonest: int) -> tuple[NDArray[np.uint32], NDArray[np.uint8], float]:
    """The commonest features of the texts in a folder, the steps of their rarity, and the rarity of all others."""
    keys, paragraphs = [], 0
    for file in sorted(folder.glob("*.txt")):
        each = features(normalised(file.read_text(encoding="utf-8")))
        found, places = each.numbers, each.first
        if not len(found):
            continue
        numbers = places.astype(np.uint64) // np.uint64(length)
        keys.append(np.unique((found.astype(np.uint64) << np.uint64(32)) | (numbers + np.uint64(paragraphs))))
        paragraphs += int(numbers[-1]) + 1
    distinct, counts = np.unique((np.concatenate(keys) >> np.uint64(32)).astype(np.uint32), return_counts=True)
    kept = np.argsort(-counts, kind="stable")[:commonest]
    kept = kept[counts[kept] > 1]
    steps = np.clip(np.rint(np.log(paragraphs / counts[kept]) * STEPS), 0, 255).astype(np.uint8)
    order = np.argsort(distinct[kept])
    return distinct[kept][order], steps[order], float(steps.max()) / STEPS


def main(chinese: Path, english: Path) -> None:
    """Writes the table beside this file; the two languages have no feature in common."""
    pairs, pair_steps, pair_rest = rarities(chinese, PARAGRAPH, PAIRS)
    words, word_steps, word_rest = rarities(english, 3 * PARAGRAPH, WORDS)
    known, first = np.unique(np.concatenate([pairs, words]), return_index=True)
    steps = np.concatenate([pair_steps, word_steps])[first]
    sys.stdout.write(f"{len(pairs)} pairs, {len(words)} words; rarest {pair_rest:.2f}, {word_rest:.2f}\n")
    np.savez_compressed(Path(__file__).parent / "background.npz", gaps=np.diff(known, prepend=np.uint32(0)), steps=steps)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

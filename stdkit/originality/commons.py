"""Words of a set's own: what most texts of one set say tells less of any two of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stdkit.originality.features import features
from stdkit.originality.normalise import Normalised
from stdkit.originality.sorted_arrays import distinct, fresh

LEAST_TEXTS = 10
"""Of fewer texts nothing can be said."""
SHARE = 0.2
"""A feature that more than this share of the texts have loses weight, down to nothing for one that all have."""


@dataclass(frozen=True, slots=True)
class Commons:
    """Features that many texts of a set have, sorted, and what is left of the weight of each, 0 to 1."""

    features: NDArray[np.uint32]
    left: NDArray[np.float32]

    def of(self, numbers: NDArray[np.uint32]) -> NDArray[np.float32]:
        """What is left of the weight of each feature."""
        if not len(self.features):
            return np.ones(len(numbers), dtype=np.float32)
        at = np.minimum(np.searchsorted(self.features, numbers), len(self.features) - 1)
        return np.where(self.features[at] == numbers, self.left[at], np.float32(1)).astype(np.float32)


NONE = Commons(np.zeros(0, dtype=np.uint32), np.zeros(0, dtype=np.float32))


def commons(forms: Sequence[Normalised]) -> Commons:
    """The features that more than SHARE of the texts have."""
    if len(forms) < LEAST_TEXTS:
        return NONE
    numbers = np.sort(np.concatenate([distinct(features(each).numbers) for each in forms]))
    begins = np.flatnonzero(fresh(numbers))
    counts = np.diff(np.append(begins, len(numbers)))
    numbers = numbers[begins]
    many = counts > SHARE * len(forms)
    left = np.log(len(forms) / counts[many]) / np.log(1 / SHARE)
    return Commons(numbers[many], left.astype(np.float32))

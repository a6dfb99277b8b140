"""What was read last, kept while there is room: a text that is asked for again is not read again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

ROOM = 20_000_000
"""So many characters are kept, and the last text however long it is."""

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Remembered(Generic[Key, Value]):
    """Values by their keys, those used last; ``length`` says how much room a value takes."""

    def __init__(self, length: Callable[[Value], int], room: int = ROOM) -> None:
        self._length, self._room = length, room
        self._values: dict[Key, Value] = {}
        self._taken = 0

    def value(self, key: Key, make: Callable[[], Value]) -> Value:
        """Return the value of a key, made now if it is not there any more."""
        if key in self._values:
            found = self._values[key] = self._values.pop(key)  # now the one used last
            return found
        made = self._values[key] = make()
        self._taken += self._length(made)
        while self._taken > self._room and len(self._values) > 1:
            self._taken -= self._length(self._values.pop(next(iter(self._values))))
        return made

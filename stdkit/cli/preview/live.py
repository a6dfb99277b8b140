"""What the pages show: the set as it was last read, and of every standard the last page that could be made."""

from __future__ import annotations

import gc
from dataclasses import dataclass, field
from threading import Condition

from stdkit.cli.preview.screens import Screens
from stdkit.model.diagnostics import StdkitError
from stdkit.publish.session import Reading, Session, Shown, judge, show


@dataclass(slots=True)
class Live:
    """A set that is looked at while it is written; pages are asked for by several threads."""

    session: Session
    screens: Screens
    version: int = 0
    _reading: Reading | None = None
    _shown: dict[str, Shown] = field(default_factory=dict)
    _latest: tuple[Reading | None, str] = (None, "")
    _changed: Condition = field(default_factory=Condition)

    def look(self) -> bool:
        """Read what has changed and wake whoever waits, first for the text, then for its findings; return whether it had."""
        if not self.session.has_changed():
            return False
        gc.disable()  # looking for garbage among what is just being read takes as long as reading it
        try:
            reading = self.session.glance()
            self._publish(reading)
            if not reading.judged:
                self._publish(judge(reading))
        finally:
            gc.enable()
        return True

    def _publish(self, reading: Reading) -> None:
        with self._changed:
            self._reading = reading
            if self._latest[1]:
                self._show(reading, self._latest[1])  # who is woken asks for it at once
            self.version += 1
            self._changed.notify_all()

    def wait(self, seen: int, seconds: float) -> int:
        """Return the version as soon as it is another one than a page has, else after some seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self.version != seen, seconds)
            return self.version

    def listing(self) -> str:
        """Return the list of the standards."""
        with self._changed:
            return self.screens.listing(self._now(), self.version)

    def page(self, identifier: str) -> str | None:
        """Return the page of a standard, ``None`` when the set has none of that name.

        When its file cannot be read, the last page that could be made stays, with what is wrong beside it.
        """
        with self._changed:
            reading, version = self._now(), self.version
            path = _path(reading, identifier)
            shown = self._show(reading, identifier)
            if path is None and not (reading.resolved is None and shown):
                return None
            if shown is None:
                return self.screens.unreadable(identifier, reading, path or "", version)
            return self.screens.standard(shown, reading, path or "", version)

    def missing(self) -> str:
        """Return the page for an address behind which there is nothing."""
        return self.screens.missing(self.version)

    def _now(self) -> Reading:
        if self._reading is None:
            self._reading = self.session.read()
            self.version += 1
        return self._reading

    def _show(self, reading: Reading, identifier: str) -> Shown | None:
        if identifier in self._shown and self._latest[1] == identifier and _same_text(self._latest[0], reading):
            return self._shown[identifier]
        try:
            now = show(reading.resolved, identifier) if reading.resolved else None
        except StdkitError:
            now = None
        if now:
            self._shown[identifier] = now
            self._latest = (reading, identifier)
        return self._shown.get(identifier)


def _same_text(one: Reading | None, other: Reading) -> bool:
    """Return whether two readings have the same text: one was judged, the other not yet."""
    return one is not None and one.resolved is not None and one.resolved is other.resolved


def _path(reading: Reading, identifier: str) -> str | None:
    """Return the file of a standard that has a page, or that could not be read."""
    if reading.resolved is None:
        return None
    if identifier in reading.resolved.standards:
        return reading.resolved.index.standards[identifier].path
    return next((each.path for each in reading.resolved.source.failed if each.id == identifier), None)

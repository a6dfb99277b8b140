"""Numbers of documents: their canonical form, editions, order in a list (GB/T 1.1—2020, 8.6.3.2, 9.5.4.1)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from stdkit.model.standard import Standard
from stdkit.model.system import Entry, System

LEVELS = ("national", "industry", "local", "group", "international", "enterprise", "other", "law")


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A number in its parts: letters, serial, year, and the clause typed behind ``#``."""

    letters: str
    serial: str
    year: str | None
    clause: str | None

    @property
    def undated(self) -> str:
        """The canonical number without its year."""
        return f"{self.letters} {self.serial}"

    @property
    def canonical(self) -> str:
        """The canonical number, with its year where it has one (ISO joins it by a colon)."""
        if self.year is None:
            return self.undated
        return f"{self.undated}{':' if self.letters.startswith(('ISO', 'IEC')) else '—'}{self.year}"


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?P<letters>ISO(?:/(?:IEC|TS|TR))?|IEC"
        r"|[TQ]/[A-Z][A-Z0-9]*(?:[ \u3000][A-Z]{2})?(?=[ \u3000])"  # codes may hold digits, so a blank must follow
        r"|(?:DB\d{2,6}|[A-Z]{2})(?:/[TZ])?)"
        r"[ \u3000]?(?P<serial>\d+(?:\.\d+)*)"
        r"(?:\s?[—–\-－:](?P<year>\d{4}))?(?:#(?P<clause>.+))?"
    )


def parse_number(text: str) -> DocumentNumber | None:
    """Return the parts of a typed document number, ``None`` when the text is none."""
    match = _pattern().fullmatch(text.strip())
    if not match:
        return None
    return DocumentNumber(match["letters"].replace("\u3000", " "), match["serial"], match["year"], match["clause"])


def standard_number(standard: Standard, system: System) -> str:
    """Return the number of a standard: typed, that of the adopted document, or made by the system's pattern."""
    if standard.adopted and standard.origin.source:
        parsed = parse_number(standard.origin.source.text)
        return parsed.canonical if parsed else standard.origin.source.text
    if standard.number:
        return standard.number.text
    letters, _, serial = standard.id.text.partition("-")
    year = standard.issued.text[:4] if standard.issued else "××××"
    return system.number_pattern.format(organization=system.organization.code, module=letters, serial=serial, year=year)


def without_year(number: str) -> str:
    """Return a number without its year."""
    return re.sub(r"[—:](?:\d{4}|××××)$", "", number)


def find_entry(number: DocumentNumber, registry: Mapping[str, Entry]) -> Entry | None:
    """Return the registry's document of a number: that edition, or for an undated number the current one, else the newest."""
    if number.year is not None:
        return registry.get(number.canonical)
    editions = [entry for key, entry in registry.items() if without_year(key) == number.undated]
    return _newest(editions) if editions else None


def undated_entries(registry: Mapping[str, Entry]) -> dict[str, Entry]:
    """Return the registry's documents by their numbers without year, for each number the one that ``find_entry`` finds."""
    editions: dict[str, list[Entry]] = {}
    for number, entry in registry.items():
        editions.setdefault(without_year(number), []).append(entry)
    return {number: _newest(entries) for number, entries in editions.items()}


def _newest(editions: Sequence[Entry]) -> Entry:
    current = [entry for entry in editions if entry.status == "current"]
    return max(current or editions, key=lambda entry: entry.number)


def order_key(number: str, level: str) -> tuple[int, str, tuple[int, ...], str]:
    """Return what a list of documents is sorted by: level, code, serial; GB and GB/T mixed (8.6.3.2)."""
    parsed = parse_number(number)
    rank = LEVELS.index(level) if level in LEVELS else len(LEVELS)
    if parsed is None:
        return rank, number, (), number
    letters = "GB" if parsed.letters.startswith("GB") else parsed.letters
    return rank, letters, tuple(int(part) for part in parsed.serial.split(".")), number

"""A year's work: what comes round, by month, with its clause and its form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from stdkit.compose.duties import MAY, MUST, Duty
from stdkit.resolve.expressions import one_of
from stdkit.resolve.modals import Kind
from stdkit.resolve.passages import plain

YEAR = 12
PLACES: Mapping[str, tuple[int, ...]] = {
    "quarter_first": (1, 4, 7, 10),
    "quarter_last": (3, 6, 9, 12),
    "half_first": (1, 7),
    "half_last": (6, 12),
}
NEVER = {Kind.CAPABILITY, Kind.POSSIBILITY}


@dataclass(frozen=True, slots=True)
class Task:
    """A duty that comes round: in a month, or (``month`` is ``None``) as often as ``period`` says."""

    month: int | None
    period: str
    duty: Duty


class Calendar:
    """Finds the months and periods that sentences name, by the word lists of a house."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        """Take the word lists of a house."""
        self.words = words

    def tasks(self, duties: Sequence[Duty]) -> tuple[Task, ...]:
        """Return the tasks of a year: by month first, then those of a period, the shortest first."""
        found = [task for duty in duties if self._is_work(duty) for task in self._of(duty)]
        return tuple(sorted(found, key=lambda task: (task.month or YEAR + 1, self._rank(task.period))))

    def months(self, text: str) -> tuple[int, ...]:
        """Return the months in which a sentence says that something is due, in order."""
        named = [self.words["handbook_months"].index(each) + 1 for each in self._months.findall(text)]
        for name, months in PLACES.items():
            if any(word in text for word in self.words.get(f"handbook_{name}", ())):
                named.extend(months)
        return tuple(sorted(set(named)))

    def period(self, text: str) -> str:
        """Return how often a sentence says that something is done ("每3个月"), empty where it says nothing."""
        match = self._every.search(text)
        return match[0].strip() if match else ""

    def _is_work(self, duty: Duty) -> bool:
        """Return whether somebody is to do something: a statement is work when it says who does it."""
        text, kinds = duty.text, set(duty.kinds)
        if any(word in text for word in self.words.get("handbook_no_work", ())):
            return False
        lead = plain(duty.passage.lead) if duty.passage.list_item else ""
        if any(word in lead for word in self.words.get("handbook_contents", ())):
            return False
        return bool((MUST | MAY) & kinds) or (duty.parts.actor is not None and not kinds & NEVER)

    def _of(self, duty: Duty) -> Iterator[Task]:
        text = duty.text
        period = self.period(text)
        months = self.months(text)
        if months:
            yield from (Task(month, period, duty) for month in months)
        elif period:
            yield Task(None, period, duty)

    def _rank(self, period: str) -> tuple[int, int]:
        """Return the place of a period among the periods, by its unit and how many of it."""
        units = self.words["handbook_periods"]
        unit = max((each for each in units if period.endswith(each)), key=len, default=units[-1])
        count = re.search(r"\d+", period)
        return units.index(unit), int(count[0]) if count else 1

    @cached_property
    def _months(self) -> re.Pattern[str]:
        single = "".join(f"(?<!{re.escape(each)})" for each in self.words.get("handbook_single_year", ()))
        return re.compile(rf"(?<!\d){single}(?:{one_of(self.words['handbook_months'])})")

    @cached_property
    def _every(self) -> re.Pattern[str]:
        every, units = one_of(self.words["handbook_every"]), one_of(self.words["handbook_periods"])
        return re.compile(rf"(?:{every})\s?(?:\d+\s?)?(?:{units})(?![次名户度])")

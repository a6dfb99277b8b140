"""How much each post writes in a month, from what ``system.yaml`` says of a year; nothing that lacks a figure counts as none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from stdkit.compose.reader import Reader
from stdkit.model.blocks import Form
from stdkit.model.system import Named, OuterForm, Writing
from stdkit.resolve.index import PlacedForm
from stdkit.resolve.resolved import ResolvedSet

MONTHS = 12
ASSUMED = "assumed"


class Line(NamedTuple):
    """What a post writes in one form; ``minutes`` are those of an entry, ``None`` where nothing says how long it takes."""

    writing: Writing
    number: str | None
    title: str
    standard: str
    minutes: Decimal | None

    @property
    def estimated(self) -> bool:
        """Whether its figures are only assumed."""
        return self.writing.basis is not None and self.writing.basis.kind == ASSUMED

    @property
    def a_month(self) -> Decimal | None:
        """The minutes of a month."""
        return None if self.minutes is None else self.minutes * self.writing.entries / MONTHS


class Load(NamedTuple):
    """What a post writes in a month."""

    post: Named
    lines: tuple[Line, ...]

    @property
    def sheets(self) -> Decimal:
        """The forms that it begins in a month."""
        return sum((line.writing.sheets for line in self.lines), Decimal(0)) / MONTHS

    @property
    def minutes(self) -> Decimal:
        """The minutes of a month, of the forms that have them."""
        return sum((line.a_month for line in self.lines if line.a_month is not None), Decimal(0))

    @property
    def untimed(self) -> tuple[Line, ...]:
        """The lines that nothing gives minutes for."""
        return tuple(line for line in self.lines if line.minutes is None)


class Burden(NamedTuple):
    """The burden of a set: the posts with figures, and what has none.

    ``forms`` are the forms that no figure names, ``posts`` the posts without any, ``unknown`` the figures of a post or form that
    the set does not have.
    """

    loads: tuple[Load, ...]
    forms: tuple[PlacedForm | OuterForm, ...]
    posts: tuple[Named, ...]
    unknown: tuple[Writing, ...]

    @property
    def sheets(self) -> Decimal:
        """The forms of a month, one holder of each post."""
        return sum((load.sheets for load in self.loads), Decimal(0))

    @property
    def minutes(self) -> Decimal:
        """The minutes of a month, one holder of each post."""
        return sum((load.minutes for load in self.loads), Decimal(0))

    @property
    def untimed(self) -> tuple[Line, ...]:
        """The lines that nothing gives minutes for."""
        return tuple(line for load in self.loads for line in load.untimed)


def burden(resolved: ResolvedSet, reader: Reader | None = None) -> Burden:
    """Return the burden of the posts of a set, for a reader that of its own."""
    index = resolved.index
    outer = {name: each for each in index.system.forms for name in (each.number, each.id) if name}
    people = {each.id: each for each in reversed((*index.system.posts, *index.system.audiences))}  # a post before its namesake
    lines: dict[str, list[Line]] = {}
    unknown: list[Writing] = []
    named: set[int] = set()
    for writing in index.system.burden:
        form = index.forms.get(writing.form.text) or outer.get(writing.form.text)
        if form is None or writing.post.text not in people:
            unknown.append(writing)
            continue
        named.add(id(_bare(form)))
        lines.setdefault(writing.post.text, []).append(_line(writing, form))
    wanted = reader.ids if reader else people.keys()
    missing = [each for each in _forms(resolved) if id(_bare(each)) not in named]
    return Burden(
        tuple(Load(people[name], tuple(lines[name])) for name in reversed(people) if name in lines and name in wanted),
        tuple(each for each in missing if not reader or _filled_by(each) in wanted),
        tuple(each for each in index.system.posts if each.id not in lines and each.id in wanted),
        tuple(unknown),
    )


def _line(writing: Writing, form: PlacedForm | OuterForm) -> Line:
    if isinstance(form, OuterForm):
        return Line(writing, form.number, form.title, "", writing.minutes)
    own = form.form.minutes
    minutes = writing.minutes if writing.minutes is not None else Decimal(own) if own is not None else None
    return Line(writing, form_number(form), form.form.title.text, form.standard, minutes)


def form_number(form: PlacedForm | OuterForm) -> str | None:
    """Return the number of a form, where it has one."""
    if isinstance(form, OuterForm):
        return form.number
    return form.form.number.text if form.form.number else None


def form_title(form: PlacedForm | OuterForm) -> str:
    """Return the title of a form."""
    return form.title if isinstance(form, OuterForm) else form.form.title.text


def _filled_by(form: PlacedForm | OuterForm) -> str | None:
    return form.form.filled_by.text if isinstance(form, PlacedForm) and form.form.filled_by else None


def _bare(form: PlacedForm | OuterForm) -> Form | OuterForm:
    return form.form if isinstance(form, PlacedForm) else form


def _forms(resolved: ResolvedSet) -> Iterator[PlacedForm | OuterForm]:
    """Yield every form of the set once: those of the standards, then those printed elsewhere."""
    seen: set[int] = set()
    for each in resolved.index.forms.values():
        if id(each.form) not in seen:
            seen.add(id(each.form))
            yield each
    yield from resolved.index.system.forms


def names_of(forms: Sequence[PlacedForm | OuterForm]) -> list[str]:
    """Return forms by number and title."""
    return [f"{form_number(each) or ''} {form_title(each)}".strip() for each in forms]

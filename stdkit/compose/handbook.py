"""A handbook: a year's work, deadlines, whom to call, the texts without covers and forewords, terms, forms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stdkit.compose.content import compose_blocks
from stdkit.compose.deadlines import Deadlines, calls
from stdkit.compose.duties import Duty, Judge, cut
from stdkit.compose.forms import FormPlace, form_list, form_sections, forms_of
from stdkit.compose.handbook_text import HandbookText, concerned_clauses
from stdkit.compose.indexes import TermPlace, terms_of
from stdkit.compose.listing import Columns, Content, clause_link, clause_words, listing, short_number
from stdkit.compose.plain import plain_block
from stdkit.compose.printing import Printing
from stdkit.compose.reader import Reader, find_reader
from stdkit.compose.samples import sample_mark
from stdkit.compose.selection import Selection
from stdkit.compose.standard import properties
from stdkit.compose.templates import fill_template
from stdkit.compose.year import Calendar, Task
from stdkit.model.document import (
    Block,
    Document,
    Heading,
    HeadingKind,
    Inline,
    Link,
    Paragraph,
    Role,
    Section,
    Strong,
    Table,
    Text,
)
from stdkit.model.standard import Stage, Type
from stdkit.resolve.resolved import ResolvedSet

IMPRINT = Columns(("title", "issued", "implemented", "page"), (0.5, 0.205, 0.205, 0.09), ("title",))
YEAR = Columns(("month", "task", "clause", "form"), (0.13, 0.49, 0.19, 0.19), ("task",), merged=True)
DEADLINES = Columns(("limit", "deadline"), (0.18, 0.82), ("deadline",))
CALLS = Columns(("whom", "telephone"), (0.5, 0.5), ())


@dataclass(frozen=True, slots=True)
class _Matter:
    """What a handbook is made of: a selection, its reader, and the sentences of its standards."""

    resolved: ResolvedSet
    selection: Selection
    standards: tuple[str, ...]
    judge: Judge
    duties: tuple[Duty, ...]
    reader: Reader | None
    title: str

    def section(self, blocks: tuple[Block, ...], header: str = "", standard: str | None = None) -> Section:
        """Return pages that are counted on from those before, begun on the next page."""
        sample = sample_mark(self.resolved)
        return Section("list", blocks, header or self.title, sample, "arabic", standard=standard, opens="next")

    def heading(self, name: str) -> Heading:
        """Return the heading of a part of the handbook."""
        return Heading(HeadingKind.LIST, 1, None, self.resolved.house.label(f"handbook_{name}"), f"handbook/{name}")


def compose_handbook(resolved: ResolvedSet, selection: Selection) -> Document:
    """Return the handbook of a selection; with an audience it holds only what concerns it."""
    matter = _matter(resolved, selection)
    texts = {name: text for name in matter.standards if (text := _text(matter, name))}
    words = "\n".join(line for text in texts.values() for block in text for line in plain_block(block))
    own, reader = _own(matter), matter.reader
    forms = tuple(each for each in forms_of(resolved, matter.standards) if reader is None or each.concerns(reader, own))
    body = [matter.section(text, _running(resolved, name), name) for name, text in texts.items()]
    terms = _terms(matter, words)
    back = [matter.section(blocks) for blocks in (_glossary(matter, terms), _form_list(matter, forms)) if blocks]
    quoted = {place.printing.resolved.id for place in terms} if terms else set()
    listed = tuple(each for each in matter.standards if each in texts or each in quoted)
    return Document(
        name=selection.name_of("handbook"),
        title=matter.title,
        language=resolved.index.language,
        sections=(*_front(matter, listed, tuple(texts), forms), *body, *back, *form_sections(resolved, forms)),
        properties=properties(resolved, ("title", matter.title), ("selection", selection.subtitle)),
        page=selection.page or "A4",
        text_size=selection.text_size or "large",
    )


def _matter(resolved: ResolvedSet, selection: Selection) -> _Matter:
    judge = Judge(resolved)
    standards = tuple(each for each in selection.standards if each in resolved.standards)
    title = resolved.house.label("handbook_kind", selection=selection.subtitle)
    reader = find_reader(resolved, selection.audience)
    return _Matter(resolved, selection, standards, judge, judge.duties(standards), reader, title)


def _text(matter: _Matter, name: str) -> tuple[Block, ...]:
    """Return the text of a standard; terms stand together at the back, so a vocabulary has none."""
    standard = matter.resolved.standards[name]
    if standard.standard.type is Type.VOCABULARY:
        return ()
    own = [duty for duty in matter.duties if duty.standard == name]
    printing = Printing(matter.resolved, standard)
    concerned = concerned_clauses(printing, own, matter.reader) if matter.reader else None
    return HandbookText(printing, matter.judge, concerned).compose()


def _running(resolved: ResolvedSet, name: str) -> str:
    return resolved.number(name) + resolved.house.label("gap") + resolved.title(name)


def _front(matter: _Matter, listed: Sequence[str], printed: Sequence[str], forms: Sequence[FormPlace]) -> Iterator[Section]:
    """Yield the pages before the texts: the imprint with the list of standards, the year, deadlines and calls."""
    resolved = matter.resolved
    imprint: list[Block] = [
        Heading(HeadingKind.LIST, 1, None, resolved.index.system.title.text(resolved.index.language), "handbook/cover"),
        Paragraph((Strong((Text(matter.title),)),), Role.CENTERED),
        Paragraph((Text(resolved.index.system.organization.name.text(resolved.index.language)),), Role.CENTERED),
    ]
    if resolved.index.system.sample_notice:
        imprint.append(Paragraph((Text(resolved.index.system.sample_notice),), Role.SAMPLE))
    imprint += [*_preface(matter, listed), _imprint(resolved, listed, set(printed))]
    first = matter.section(tuple(imprint))
    yield Section(first.kind, first.blocks, first.header, first.sample, first.pages, restart=True)
    tasks = Calendar(resolved.house.words).tasks(_own(matter))
    if tasks:
        yield matter.section((matter.heading("year"), _year(matter, tasks, forms)))
    glance = tuple(_at_a_glance(matter))
    if glance:
        yield matter.section(glance)


def _own(matter: _Matter) -> tuple[Duty, ...]:
    reader = matter.reader
    return tuple(duty for duty in matter.duties if reader is None or reader.is_one_of(duty.parts.actor, duty.standard))


def _preface(matter: _Matter, listed: Sequence[str]) -> tuple[Block, ...]:
    resolved, house = matter.resolved, matter.resolved.house
    stages = [resolved.standards[each].standard.stage for each in listed]
    values = {
        "organization": resolved.index.system.organization.name.text(resolved.index.language),
        "count": len(listed),
        "audience": matter.reader.name if matter.reader else "",
        "unfinished": sum(stage not in {Stage.PUBLISHED, Stage.WITHDRAWN} for stage in stages),
        "must": house.label("mark_must"),
        "may": house.label("mark_may"),
    }
    first = next(iter(resolved.standards.values()))
    return compose_blocks(Printing(resolved, first), fill_template(house, "handbook.md.j2", values))


def _imprint(resolved: ResolvedSet, standards: Sequence[str], printed: set[str]) -> Table:
    house = resolved.house
    nothing = house.label("nothing")
    rows: list[tuple[Content, ...]] = []
    for name in standards:
        standard = resolved.index.standards[name]
        published = standard.stage is Stage.PUBLISHED
        dates = [word.text if word and published else nothing for word in (standard.issued, standard.implemented)]
        stage = house.label(f"stage_{standard.stage}")
        target = f"{name}/cover" if name in printed else "handbook/terms"
        page: Content = ((Link(house.label("listing_page"), target, page=True),),)
        title = Link(resolved.title(name), target)
        rows.append((((Text(resolved.number(name)),), (title,)), dates[0] if published else stage, dates[1], page))
    return listing(resolved, IMPRINT, rows)


def _year(matter: _Matter, tasks: Sequence[Task], forms: Sequence[FormPlace]) -> Table:
    house = matter.resolved.house
    rows: list[tuple[Content, ...]] = []
    for task in tasks:
        duty = task.duty
        when = house.label("handbook_month", number=str(task.month)) if task.month else task.period
        used = [each for each in forms if each.is_used_in(duty)]
        named = tuple((Link(each.form.title.text, each.anchor),) for each in used) or ((Text(house.label("nothing")),),)
        rows.append((when, (_sentence(matter, duty),), ((clause_link(matter.resolved, duty.standard, duty.label),),), named))
    return listing(matter.resolved, YEAR, rows)


def _sentence(matter: _Matter, duty: Duty) -> tuple[Inline, ...]:
    """Return a sentence, and behind it who acts where it does not say so itself; what leads in a list ends without its colon."""
    actor, text = duty.parts.actor, duty.text
    content = cut(duty.content, 0, len(text.rstrip("：:；;")))
    if actor is None or actor in text:
        return content
    return (*content, Text(matter.resolved.house.label("handbook_who", who=actor)))


def _at_a_glance(matter: _Matter) -> Iterator[Block]:
    """Yield the deadlines, those of the same length together, and whom to call."""
    resolved, house = matter.resolved, matter.resolved.house
    groups: dict[str, dict[str, list[Inline]]] = {}
    for each in Deadlines(resolved, matter.duties, matter.reader).found():
        gathered = groups.setdefault(each.limit, {}).setdefault(each.who, [])
        words = (
            house.label("separator") + each.what if gathered else house.label("handbook_deadline", who=each.who, what=each.what)
        )
        place = house.label("handbook_clause", standard=short_number(each.standard), clause=each.number)
        gathered += [Text(words), Link(house.label("card_quoted", place=place), each.anchor)]
    if groups:
        yield matter.heading("deadlines")
        yield listing(resolved, DEADLINES, [(limit, tuple(map(tuple, people.values()))) for limit, people in groups.items()])
    called = calls(resolved, matter.duties, matter.reader)
    if called:
        yield matter.heading("calls")
        yield listing(resolved, CALLS, [(each.who, each.number or house.label("gap")) for each in called])


def _terms(matter: _Matter, words: str) -> tuple[TermPlace, ...]:
    """Return the terms that the texts use."""
    places = terms_of(matter.resolved, matter.standards)
    return tuple(place for place in places if any(name in words for name in place.names()))


def _glossary(matter: _Matter, terms: Sequence[TermPlace]) -> tuple[Block, ...]:
    """Return the terms, each with its definition and where it stands."""
    house, language = matter.resolved.house, matter.resolved.index.language
    lines = []
    for place in terms:
        where = clause_words(matter.resolved, place.printing.resolved.id, place.label)
        head = (Strong((Text(place.entry.term.text(language)),)), Text(house.label("handbook_term", place=where)))
        definition = (*place.printing.inlines(place.entry.definition), Text(house.label("definition_end")))
        lines.append(Paragraph((*head, *definition), Role.ENTRY, place.anchor))
    return (matter.heading("terms"), *lines) if lines else ()


def _form_list(matter: _Matter, forms: Sequence[FormPlace]) -> tuple[Block, ...]:
    return (matter.heading("forms"), form_list(matter.resolved, forms)) if forms else ()

"""The papers around standards: the notice of publication, and for each standard the sheet of approval and the one for comments.

Reasons and novelty are the report ``rationale``.
"""

from __future__ import annotations

from collections.abc import Sequence

from stdkit.compose.content import compose_blocks
from stdkit.compose.feedback import compose_feedback
from stdkit.compose.printing import Printing
from stdkit.compose.samples import sample_mark
from stdkit.compose.selection import Selection
from stdkit.compose.standard import properties
from stdkit.compose.templates import fill_template
from stdkit.model.document import Blank, Block, Cell, Document, Heading, HeadingKind, Section, Table, Text
from stdkit.resolve.resolved import ResolvedSet

LISTED = ("ordinal", "number", "title", "implemented")
FACTS = ("number", "title_of", "english", "kind", "drafted_by", "replaces", "values")
STAGES = ("planned", "drafted", "consulted", "tried", "reviewed")
OPINIONS = ("drafting", "standards", "deputy", "head")
LINES = 3  # to write an opinion on


def compose_papers(resolved: ResolvedSet, selection: Selection) -> Document:
    """Return the papers of a selection; directly implemented standards stand in the notice only."""
    own = [each for each in selection.standards if each in resolved.standards]
    title = resolved.house.label("papers_title")
    sections = [_notice(resolved, selection.standards)]
    for each in own:
        printing = Printing(resolved, resolved.standards[each])
        sections += [_approval(printing), compose_feedback(printing)]
    language = resolved.index.language
    return Document(selection.name_of("papers"), title, language, tuple(sections), properties(resolved, ("title", title)))


def _notice(resolved: ResolvedSet, standards: Sequence[str]) -> Section:
    system, language, house = resolved.index.system, resolved.index.language, resolved.house
    dates = sorted({word.text for each in standards if (word := resolved.index.standards[each].implemented)})
    values = {
        "organization": system.organization.name.text(language),
        "count": len(standards),
        "title": resolved.title(standards[0]) if len(standards) == 1 else "",
        "implemented": dates[-1] if len(dates) == 1 else "",
    }
    first = Printing(resolved, next(iter(resolved.standards.values())))
    heading = Heading(HeadingKind.LIST, 1, None, house.label("papers_notice"), "papers/notice")
    blocks = (heading, *compose_blocks(first, fill_template(house, "notice.md.j2", values)), _list(resolved, standards))
    return Section("list", blocks, "", sample_mark(resolved), "arabic", restart=True)


def _list(resolved: ResolvedSet, standards: Sequence[str]) -> Table:
    house = resolved.house
    rows = []
    for position, each in enumerate(standards, 1):
        date = resolved.index.standards[each].implemented
        words = (str(position), resolved.number(each), resolved.title(each), date.text if date else house.label("nothing"))
        rows.append(
            tuple(Cell(((Text(word),),), align="left" if column in {1, 2} else "center") for column, word in enumerate(words))
        )
    head = tuple(Cell(((Text(house.label(f"column_{each}")),),), label=True) for each in LISTED)
    return Table(None, (0.08, 0.3, 0.42, 0.2), (head,), tuple(rows))


def _approval(printing: Printing) -> Section:
    """Return the sheet on which a standard is approved: what it is, when it went through which stage, who agrees."""
    house = printing.house
    heading = Heading(HeadingKind.LIST, 1, None, house.label("papers_approval"), printing.part("approval"))
    facts = tuple(_fact(house.label(f"papers_{name}"), words) for name, words in zip(FACTS, _facts(printing), strict=True))
    stages = tuple(_fact(house.label(f"papers_{name}"), house.label("blank_date")) for name in STAGES)
    opinions = tuple(_opinion(printing, name) for name in OPINIONS)
    blocks: tuple[Block, ...] = (heading, Table(None, (0.3, 0.7), (), (*facts, *stages, *opinions), blank=True))
    sample = sample_mark(printing.set)
    return Section("list", blocks, printing.resolved.number, sample, standard=printing.resolved.id, opens="next")


def _facts(printing: Printing) -> tuple[str, ...]:
    house, standard = printing.house, printing.resolved.standard
    assumed = sum(bool(each.basis and each.basis.kind == "assumed") for each in standard.parameters)
    nothing = house.label("nothing")
    return (
        printing.resolved.number,
        printing.set.title(printing.resolved.id),
        standard.title.en.text if standard.title.en else nothing,
        house.label(f"type_{standard.type}") if standard.type else nothing,
        house.label("separator").join(standard.foreword.organizations) or nothing,
        house.label("separator").join(each.text for each in standard.replaces) or nothing,
        house.label("papers_assumed", values=str(len(standard.parameters)), assumed=str(assumed)),
    )


def _fact(name: str, words: str) -> tuple[Cell, ...]:
    return Cell(((Text(name),),), label=True), Cell(((Text(words),),), align="left")


def _opinion(printing: Printing, name: str) -> tuple[Cell, ...]:
    house = printing.house
    signed = house.label("papers_signed") + house.label("blank_date")
    body = ((Blank("line", LINES),), (Text(signed),))
    return Cell(((Text(house.label(f"papers_{name}")),),), label=True), Cell(body, align="left")

"""What stands before the text of a standard: cover, contents, foreword, introduction (GB/T 1.1—2020, 8.1–8.4)."""

from __future__ import annotations

from collections.abc import Sequence

from stdkit.compose.content import compose_blocks
from stdkit.compose.printing import Printing
from stdkit.compose.templates import fill_template
from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.model.document import Block, Heading, HeadingKind
from stdkit.model.frontmatter import Contents, ContentsEntry, Cover
from stdkit.model.standard import Change, Stage, Standard
from stdkit.model.text import Word
from stdkit.resolve.resolved import printed_title

PATENT_STAGES = {Stage.CONSULTATION, Stage.REVIEW}
LISTED_LEVEL = 2


def compose_cover(printing: Printing) -> Cover:
    """Return the cover of a standard."""
    house, system, standard = printing.house, printing.set.index.system, printing.resolved.standard
    published = standard.stage in {Stage.PUBLISHED, Stage.WITHDRAWN}
    language = printing.set.index.language
    return Cover(
        anchor=printing.part("cover"),
        classification=(*(f"ICS {each}" for each in standard.ics), *(f"CCS {each}" for each in standard.ccs)),
        mark=house.label(f"mark_{system.organization.level}", code=system.organization.code),
        banner=_banner(printing),
        number=printing.resolved.number,
        replaces=_replaces(printing, standard),
        title=printed_title(standard.title.text(language), language),
        english=standard.title.en.text if language == "zh" and standard.title.en else "",
        correspondence=_correspondence(printing),
        stage=_stage(printing, standard),
        issued=house.label("issued", date=_date(printing, standard.issued, known=published)),
        implemented=house.label("implemented", date=_date(printing, standard.implemented, known=published)),
        issuer=system.organization.name.text(language),
        issue_word=house.label("issue"),
        sample=system.sample_notice or "",
    )


def compose_foreword(printing: Printing) -> tuple[Block, ...]:
    """Return the foreword: its heading, and the template's sentences in the order of 8.3."""
    house, standard = printing.house, printing.resolved.standard
    foreword = standard.foreword
    separator = house.label("separator")
    values = {
        "part": standard.part,
        "replaces": separator.join(word.text for word in standard.replaces),
        "changes": [_change(printing, change) for change in standard.changes],
        "proposed_by": foreword.proposed_by,
        "owner": foreword.owner,
        "organizations": separator.join(foreword.organizations),
        "drafters": "withheld" if foreword.drafters == "withheld" else separator.join(foreword.drafters),
        "history": standard.history,
    }
    heading = Heading(HeadingKind.FOREWORD, 1, None, house.label("foreword"), printing.part("foreword"))
    return (heading, *compose_blocks(printing, fill_template(house, "foreword.md.j2", values)))


def compose_introduction(printing: Printing) -> tuple[Block, ...]:
    """Return the introduction with its heading, nothing where there is none."""
    standard = printing.resolved.standard
    if not standard.introduction:
        return ()
    title = printing.house.label("introduction")
    heading = Heading(HeadingKind.INTRODUCTION, 1, None, title, printing.part("introduction"))
    return (heading, *compose_blocks(printing, standard.introduction))


def compose_contents(printing: Printing, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the contents of the blocks that follow: chapters, titled clauses below them, annexes, unnumbered parts (8.2)."""
    title = printing.house.label("contents")
    heading = Heading(HeadingKind.CONTENTS, 1, None, title, printing.part("contents"))
    entries = tuple(
        contents_entry(printing, block)
        for block in blocks
        if isinstance(block, Heading) and block.level <= LISTED_LEVEL and block.kind is not HeadingKind.ANNEX_CLAUSE
    )
    return (heading, Contents(entries, printing.resolved.id))


def contents_entry(printing: Printing, heading: Heading) -> ContentsEntry:
    """Return the line of the contents for a heading."""
    house = printing.house
    if heading.kind is HeadingKind.ANNEX:
        text = house.form("contents_annex", number=heading.number or "", nature=heading.nature or "", title=heading.title)
    elif heading.number:
        text = heading.number + house.label("gap") + heading.title
    else:
        plain = {
            HeadingKind.FOREWORD: "foreword_plain",
            HeadingKind.INTRODUCTION: "introduction_plain",
        }.get(heading.kind)
        text = house.label(plain) if plain else heading.title
    return ContentsEntry(heading.level, text, heading.anchor)


def _banner(printing: Printing) -> str:
    """Return the kind of standard at the head of a cover: the body's own word, else that of the level (8.1, Annex E)."""
    organization, language = printing.set.index.system.organization, printing.set.index.language
    if organization.banner:
        return organization.banner.text(language)
    return printing.house.label(f"banner_{organization.level}", organization=organization.name.text(language))


def _correspondence(printing: Printing) -> str:
    found = printing.resolved.standard.correspondence
    return printing.house.label("cover_correspondence", document=found.document, degree=found.degree) if found else ""


def _replaces(printing: Printing, standard: Standard) -> str:
    if not standard.replaces:
        return ""
    numbers = printing.house.label("separator").join(word.text for word in standard.replaces)
    return printing.house.label("replaces", numbers=numbers)


def _stage(printing: Printing, standard: Standard) -> tuple[str, ...]:
    lines = [printing.house.label(f"cover_{standard.stage}")]
    if standard.stage in PATENT_STAGES:
        lines.append(printing.house.fixed["cover_patents"])
    return tuple(line for line in lines if line)


def _date(printing: Printing, word: Word | None, *, known: bool) -> str:
    return word.text if word and known else printing.house.label("undated")


def _change(printing: Printing, change: Change) -> str:
    label = printing.resolved.numbering.by_id.get(change.clause.text) if change.clause else None
    clause = printing.place(label) if label else ""
    if change.kind != "removed" and not clause:
        raise StdkitError(Bilingual(f"变化“{change.text}”没有写明条号", f"change “{change.text}” names no clause"))
    return printing.house.fixed[f"change_{change.kind}"].format(text=change.text, clause=clause, former=change.former or "")

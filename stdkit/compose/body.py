"""The text of a standard: chapters 1 to 3, clauses, annexes, bibliography (GB/T 1.1—2020, 8.5–8.13, 9.6)."""

from __future__ import annotations

from collections.abc import Sequence

from stdkit.compose.back import compose_bibliography, compose_index, entry_text
from stdkit.compose.content import compose_blocks
from stdkit.compose.printing import Printing
from stdkit.model.blocks import Symbol
from stdkit.model.document import (
    Block,
    EndLine,
    Heading,
    HeadingKind,
    Note,
    NumberedParagraph,
    Paragraph,
    Role,
    Strong,
    TermHead,
    Text,
)
from stdkit.model.standard import Annex, Clause, TermEntry, TermGroup
from stdkit.model.text import Paragraph as Prose
from stdkit.model.text import Reference
from stdkit.resolve.labels import Kind, Label
from stdkit.resolve.numbering import REFERENCES, SCOPE, TERMS
from stdkit.resolve.references import resolve_reference
from stdkit.resolve.resolved import printed_title


def compose_body(printing: Printing) -> tuple[Block, ...]:
    """Return everything from the title on the first page of text to the end line."""
    standard = printing.resolved.standard
    language = printing.set.index.language
    title = Paragraph((Text(printed_title(standard.title.text(language), language)),), Role.TITLE)
    notice = compose_blocks(printing, (standard.notice,)) if standard.notice else ()
    return (
        title,
        *notice,
        _chapter(printing, SCOPE, "scope"),
        *compose_blocks(printing, standard.scope),
        _chapter(printing, REFERENCES, "normative_references"),
        *_references(printing),
        _chapter(printing, TERMS, "terms"),
        *_terms(printing),
        *_symbols(printing),
        *(block for clause in standard.clauses for block in compose_clause(printing, clause)),
        *(block for annex in standard.annexes for block in _annex(printing, annex)),
        *compose_bibliography(printing),
        *compose_index(printing),
        EndLine(),
    )


def compose_clause(printing: Printing, clause: Clause) -> tuple[Block, ...]:
    """Return a clause with everything in it; an untitled one begins with its number before its first paragraph."""
    label = printing.resolved.numbering.labels[clause.at.line, clause.at.column]
    if clause.title:
        content = compose_blocks(printing, clause.content)
        head: Block = _heading(printing, label, clause.title.text)
        if not content and not clause.clauses:
            content = (Paragraph((Text(printing.house.label("missing_text")),)),)
    else:
        head, content = _untitled(printing, clause, label)
    return (head, *content, *(block for inner in clause.clauses for block in compose_clause(printing, inner)))


def _chapter(printing: Printing, number: int, name: str) -> Heading:
    title = printing.house.label(name)
    return Heading(HeadingKind.CHAPTER, 1, str(number), title, printing.part(f"c-{number}"))


def _heading(printing: Printing, label: Label, title: str) -> Heading:
    kinds = {Kind.CHAPTER: HeadingKind.CHAPTER, Kind.ANNEX_CLAUSE: HeadingKind.ANNEX_CLAUSE}
    kind = kinds.get(label.kind, HeadingKind.CLAUSE)
    return Heading(kind, label.level, label.number, title, printing.anchor(label))


def _untitled(printing: Printing, clause: Clause, label: Label) -> tuple[Block, tuple[Block, ...]]:
    first, rest = (clause.content[0], clause.content[1:]) if clause.content else (None, ())
    content = printing.inlines(first.content) if isinstance(first, Prose) else ()
    if first is not None and not isinstance(first, Prose):
        rest = clause.content
    if clause.lead:
        content = (Strong((Text(clause.lead.text),)), Text(printing.house.label("gap")), *content)
    if not clause.content:
        content = (*content, Text(printing.house.label("missing_text")))
    annex = label.kind is Kind.ANNEX_CLAUSE
    head = NumberedParagraph(label.level, label.number, content, printing.anchor(label), annex=annex)
    return head, compose_blocks(printing, rest)


def _references(printing: Printing) -> tuple[Block, ...]:
    house, listed = printing.house, printing.resolved.normative
    if not listed:
        return (Paragraph((Text(house.fixed["references_none"]),)),)
    entries = (Paragraph((Text(entry_text(printing, each)),), Role.ENTRY) for each in listed)
    return (Paragraph((Text(house.fixed["references"]),)), *entries)


def _terms(printing: Printing) -> tuple[Block, ...]:
    standard, house = printing.resolved.standard, printing.house
    documents = house.label("separator").join(_terms_from(printing))
    if documents:
        sentence = house.fixed["terms_both" if standard.terms else "terms_other"].format(documents=documents)
    else:
        sentence = house.fixed["terms_own" if standard.terms else "terms_none"]
    blocks: list[Block] = [Paragraph((Text(sentence),))]
    for entry in standard.terms:
        if isinstance(entry, TermGroup):
            label = printing.resolved.numbering.labels[entry.at.line, entry.at.column]
            blocks.append(_heading(printing, label, entry.title.text))
            blocks.extend(block for each in entry.entries for block in _entry(printing, each))
        else:
            blocks.extend(_entry(printing, entry))
    return tuple(blocks)


def _terms_from(printing: Printing) -> list[str]:
    standard, index = printing.resolved.standard, printing.set.index
    return [
        printing.target(resolve_reference(Reference(word.text, None, word.at), standard, index), word.text)[0]
        for word in standard.terms_from
    ]


def _entry(printing: Printing, entry: TermEntry) -> tuple[Block, ...]:
    house, label = printing.house, printing.resolved.numbering.labels[entry.at.line, entry.at.column]
    language = printing.set.index.language
    english = entry.term.en.text if entry.term.en and language == "zh" else None
    admitted = tuple((each.text(language), each.en.text if each.en and each.zh else None) for each in entry.admitted)
    head = TermHead(label.number, entry.term.text(language), english, printing.anchor(label), label.level, admitted)
    definition = (*printing.inlines(entry.definition), Text(house.label("definition_end")))
    blocks: list[Block] = [head, Paragraph(definition)]
    for name, paragraphs in (("example", entry.examples), ("note", entry.notes)):
        for position, paragraph in enumerate(paragraphs, 1):
            own = f"entry_{name}" if f"entry_{name}" in house.labels else name
            mark = house.label(own) if len(paragraphs) == 1 else house.label(f"{own}_numbered", number=str(position))
            blocks.append(Note(mark, printing.inlines(paragraph.content)))
    if entry.source:
        form = "source_modified" if entry.source.modified else "source_clause" if entry.source.clause else "source"
        words = house.form(form, document=entry.source.document, clause=entry.source.clause or "")
        blocks.append(Paragraph((Text(words),), Role.SOURCE))
    return tuple(blocks)


def _symbols(printing: Printing) -> tuple[Block, ...]:
    standard, number = printing.resolved.standard, printing.resolved.numbering.symbols
    if number is None:
        return ()
    both = standard.symbols and standard.abbreviations
    name = "symbols_abbreviations" if both else "symbols" if standard.symbols else "abbreviations"
    lead = Paragraph((Text(printing.house.fixed[name]),))
    lines = (_symbol(printing, each) for each in (*standard.symbols, *standard.abbreviations))
    return (_chapter(printing, number, name), lead, *lines)


def _symbol(printing: Printing, symbol: Symbol) -> Paragraph:
    meaning = printing.plain(symbol.meaning)
    form = "abbreviation_full" if symbol.english else "abbreviation"
    words = printing.house.form(form, symbol=symbol.text, meaning=meaning, full=symbol.english or "")
    return Paragraph((Text(words),))


def _annex(printing: Printing, annex: Annex) -> Sequence[Block]:
    label = printing.resolved.numbering.labels[annex.at.line, annex.at.column]
    nature = printing.house.label(printing.resolved.natures[annex.id.text])
    number = printing.house.form("annex_heading", number=label.number)
    heading = Heading(HeadingKind.ANNEX, 1, number, annex.title.text, printing.anchor(label), nature)
    inner = [block for clause in annex.clauses for block in compose_clause(printing, clause)]
    return (heading, *compose_blocks(printing, annex.content), *inner)

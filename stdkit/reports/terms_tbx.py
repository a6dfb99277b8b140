"""The term base as TBX-Basic (ISO 30042:2019, the core structure with data categories as attributes)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdkit.compose.printing import Printing
from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.model.house import House
from stdkit.model.standard import TermSource
from stdkit.model.text import Title
from stdkit.reports.terms_base import STATUSES, Status, Term, term_entries
from stdkit.resolve.resolved import ResolvedSet

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<tbx type="TBX-Basic" style="dca" xml:lang="{}" xmlns="urn:iso:std:iso:30042:ed-2">'
)
LANGUAGES = ("zh", "en")


def tbx(resolved: ResolvedSet) -> bytes:
    """Return the term entries of a set as a TBX-Basic file, one concept each. Raises ``StdkitError`` without any entry."""
    index = resolved.index
    printings = {name: Printing(resolved, standard) for name, standard in resolved.standards.items()}
    concepts = [line for each in term_entries(resolved) for line in _concept(printings[each.standard], each)]
    if not concepts:
        raise StdkitError(Bilingual("没有术语条目，不能写成TBX", "there is no term entry to write as TBX"))
    lines = [
        HEAD.format(index.language),
        "<tbxHeader><fileDesc>",
        f"<titleStmt><title>{_escaped(resolved.house.label('report_terms'))}</title></titleStmt>",
        f"<sourceDesc><p>{_escaped(index.system.title.text(index.language))}</p></sourceDesc>",
        "</fileDesc></tbxHeader>",
        "<text><body>",
        *concepts,
        "</body></text>",
        "</tbx>",
    ]
    return ("\n".join(lines) + "\n").encode("utf-8")


def source_text(house: House, source: TermSource) -> str:
    """Return the source of an entry as it is printed: document, clause, and whether it was modified."""
    clause = house.label("terms_source_clause", clause=source.clause) if source.clause else ""
    return f"{source.document}{clause}{house.label('terms_source_modified') if source.modified else ''}"


def place_text(resolved: ResolvedSet, term: Term) -> str:
    """Return where an entry stands: the number of the standard and that of the entry."""
    return f"{resolved.number(term.standard)}{resolved.house.label('terms_source_clause', clause=term.label.number)}"


def _concept(printing: Printing, term: Term) -> Iterator[str]:
    resolved = printing.set
    own = _escaped(place_text(resolved, term))
    sections = [line for language in LANGUAGES for line in _section(printing, term, language)]
    if sections:
        yield f'<conceptEntry id="{_escaped(f"{term.standard}.{term.label.anchor}")}">'
        yield f'<admin type="source">{own}</admin>'
        yield from sections
        yield "</conceptEntry>"


def _section(printing: Printing, term: Term, language: str) -> Iterator[str]:
    groups = ((term.entry.term,), term.entry.admitted, term.entry.deprecated)
    names = [
        (word, status)
        for status, group in zip(STATUSES, groups, strict=True)
        for each in group
        if (word := _word(each, language))
    ]
    spoken = printing.set.index.language
    if not names and language != spoken:
        return
    yield f'<langSec xml:lang="{language}">'
    if language == spoken:
        yield from _definition(printing, term)
    for word, status in names or [(term.name(language), STATUSES[0])]:
        yield from _term(word, status)
    yield "</langSec>"


def _word(title: Title, language: str) -> str:
    word = title.en if language == "en" else title.zh
    return word.text.strip() if word else ""


def _definition(printing: Printing, term: Term) -> Iterator[str]:
    house, entry = printing.house, term.entry
    yield f'<descripGrp><descrip type="definition">{_escaped(printing.plain(entry.definition))}</descrip>'
    source = source_text(house, entry.source) if entry.source else place_text(printing.set, term)
    yield f'<admin type="source">{_escaped(source)}</admin></descripGrp>'
    for note in entry.notes:
        yield f"<note>{_escaped(printing.plain(note.content))}</note>"


def _term(word: str, status: Status) -> Iterator[str]:
    yield f"<termSec><term>{_escaped(word)}</term>"
    yield f'<termNote type="administrativeStatus">{status}Term-admn-sts</termNote></termSec>'


def _escaped(text: str) -> str:
    """Return text for XML, without the characters that XML cannot hold."""
    text = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")

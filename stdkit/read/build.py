"""Data → Standard: the only place that knows the keys of a standard's file."""

from __future__ import annotations

from typing import Literal, TypedDict, cast

from stdkit.model.standard import (
    Basis,
    Change,
    Correspondence,
    Foreword,
    Novelty,
    Origin,
    Parameter,
    Part,
    Search,
    Stage,
    Standard,
    Type,
    TypedReferences,
    Use,
)
from stdkit.model.text import Title, Word
from stdkit.read.build_blocks import build_content, build_notice, build_symbols
from stdkit.read.build_clauses import build_annexes, build_clauses, build_terms
from stdkit.read.build_waivers import build_waivers
from stdkit.read.fields import Fields


def build_standard(fields: Fields, path: str, module: str, defaults: Fields | None) -> Standard:
    """Return the standard of a file whose data its schema has accepted.

    ``defaults`` are the values of ``system.yaml`` for keys that the file leaves out.
    """
    shared = _Shared(fields, defaults)
    kind = fields.text("type")
    return Standard(
        id=fields.required_word("id"),
        path=path,
        title=fields.title("title") if "title" in fields else Title(None, None),
        subsystem=fields.required_word("subsystem"),
        module=module,
        stage=Stage(shared.text("stage") or ("published" if _adopted(fields) else "draft")),
        origin=_origin(fields),
        at=fields.at,
        number=fields.word("number"),
        type=Type(kind) if kind else None,
        issued=shared.word("issued"),
        implemented=shared.word("implemented"),
        ics=shared.owner("ics").texts("ics"),
        ccs=shared.owner("ccs").texts("ccs"),
        applies_to=shared.owner("applies_to").words("applies_to"),
        informs=fields.words("informs"),
        foreword=_foreword(shared.owner("foreword")),
        part=_part(fields),
        introduction=build_content(fields, "introduction"),
        notice=build_notice(fields, "notice"),
        scope=build_content(fields, "scope"),
        references=_references(fields),
        terms_from=fields.words("terms_from"),
        terms=build_terms(fields),
        symbols=build_symbols(fields, "symbols"),
        abbreviations=build_symbols(fields, "abbreviations", "abbreviation"),
        parameters=build_parameters(fields),
        clauses=build_clauses(fields),
        annexes=build_annexes(fields),
        index=fields.words("index"),
        waivers=build_waivers(fields),
        **_management(fields, shared),
    )


class _Management(TypedDict):
    """What concerns the keeping of a standard and its cover, not its text."""

    replaces: tuple[Word, ...]
    changes: tuple[Change, ...]
    history: tuple[str, ...]
    owner: str | None
    review_due: Word | None
    correspondence: Correspondence | None


def _management(fields: Fields, shared: _Shared) -> _Management:
    return _Management(
        replaces=fields.words("replaces"),
        changes=_changes(fields),
        history=fields.texts("history"),
        owner=shared.text("owner"),
        review_due=shared.word("review_due"),
        correspondence=_correspondence(fields.mapping("correspondence")),
    )


def build_parameters(fields: Fields) -> tuple[Parameter, ...]:
    """Return the declared values of a standard or of the system."""
    return tuple(
        Parameter(
            id=each.required_word("id"),
            name=each.required("name"),
            value=each.required("value"),
            unit=each.text("unit") or "",
            at=each.at,
            bound=each.text("bound"),
            basis=_basis(each),
            owner=each.word("owner"),
        )
        for each in fields.mappings("parameters")
    )


class _Shared:
    """A file's keys, and those of the defaults where the file has none."""

    def __init__(self, fields: Fields, defaults: Fields | None) -> None:
        self.fields, self.defaults = fields, defaults

    def owner(self, key: str) -> Fields:
        """Return the mapping that gives a key."""
        if self.defaults is None or key in self.fields or _adopted(self.fields):
            return self.fields
        return self.defaults

    def text(self, key: str) -> str | None:
        """Return a short text."""
        return self.owner(key).text(key)

    def word(self, key: str) -> Word | None:
        """Return a short text; one from the defaults has the place of the file's first line, where it is missing."""
        owner = self.owner(key)
        word = owner.word(key)
        return Word(word.text, self.fields.at) if word and owner is not self.fields else word


def _adopted(fields: Fields) -> bool:
    origin = fields.mapping("origin")
    return origin is not None and origin.text("kind") == "adopted"


def _origin(fields: Fields) -> Origin:
    origin = fields.mapping("origin") or fields
    kind = cast('Literal["original", "adapted", "adopted"]', origin.text("kind") or "original")
    novelty = tuple(Novelty(each.required("what"), each.word("clause")) for each in origin.mappings("novelty"))
    use = tuple(Use(each.required("who"), each.required("for"), each.required("evidence")) for each in origin.mappings("use"))
    return Origin(
        kind=kind,
        at=origin.at,
        source=origin.word("source"),
        clauses=origin.texts("clauses"),
        differences=origin.texts("differences"),
        novelty=novelty,
        search=_search(origin.mapping("search")),
        use=use,
    )


def _search(fields: Fields | None) -> Search | None:
    if fields is None:
        return None
    return Search(fields.required("date"), fields.required("where"), fields.texts("terms"), fields.texts("hits"))


def _basis(fields: Fields) -> Basis | None:
    basis = fields.mapping("basis")
    return Basis(basis.required("kind"), basis.text("note") or "") if basis else None


def _foreword(fields: Fields) -> Foreword:
    foreword = fields.mapping("foreword")
    if foreword is None:
        return Foreword()
    withheld = foreword.text("drafters") == "withheld"
    return Foreword(
        proposed_by=foreword.text("proposed_by"),
        owner=foreword.text("owner"),
        organizations=foreword.texts("organizations"),
        drafters="withheld" if withheld else foreword.texts("drafters"),
    )


def _correspondence(fields: Fields | None) -> Correspondence | None:
    return Correspondence(fields.required("document"), fields.required("degree")) if fields else None


def _part(fields: Fields) -> Part | None:
    part = fields.mapping("part")
    if part is None:
        return None
    parts = tuple((each.required("number"), each.required("title")) for each in part.mappings("parts"))
    return Part(part.required("number"), part.required("series"), parts)


def _changes(fields: Fields) -> tuple[Change, ...]:
    return tuple(
        Change(
            cast('Literal["added", "changed", "removed"]', each.required("kind")),
            each.required("text"),
            each.word("clause"),
            each.text("former"),
        )
        for each in fields.mappings("changes")
    )


def _references(fields: Fields) -> TypedReferences:
    typed = fields.mapping("references")
    return TypedReferences(typed.words("normative"), typed.words("informative")) if typed else TypedReferences()

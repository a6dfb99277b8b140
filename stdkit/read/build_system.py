"""Data → System and registry: the only place that knows the keys of ``system.yaml`` and ``references.yaml``."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, cast

from stdkit.model.diagnostics import Severity
from stdkit.model.standard import Basis
from stdkit.model.system import (
    Booklet,
    Collected,
    Declared,
    Entry,
    Memorandum,
    Module,
    Named,
    Organization,
    OuterForm,
    Process,
    RuleSetting,
    Sites,
    Subsystem,
    System,
    Total,
    Writing,
)
from stdkit.model.text import Title, Word
from stdkit.read.build import build_parameters
from stdkit.read.build_waivers import build_waivers
from stdkit.read.fields import Fields


def build_system(fields: Fields) -> System:
    """Return what ``system.yaml`` says; its schema has accepted it."""
    sample, defaults = fields.mapping("sample"), fields.mapping("defaults")
    return System(
        title=fields.title("title"),
        organization=_organization(fields.mapping("organization") or fields),
        language=fields.text("language") or "zh",
        house=fields.text("house") or "gbt",
        number_pattern=fields.required("number_pattern"),
        modules=tuple(_module(each) for each in fields.mappings("modules")),
        needed=_totals(fields, "needed"),
        audiences=_named(fields, "audiences"),
        posts=_named(fields, "posts"),
        forms=tuple(
            OuterForm(each.required("id"), each.text("number"), each.required("title"), each.at)
            for each in fields.mappings("forms")
        ),
        burden=tuple(_writing(each) for each in fields.mappings("burden")),
        parameters=build_parameters(fields),
        processes=tuple(_process(each) for each in fields.mappings("processes")),
        sites=tuple(_sites(each) for each in fields.mappings("sites")),
        readers=defaults.words("applies_to") if defaults else (),
        memorandum=_memorandum(fields.mapping("memorandum")),
        booklets=tuple(_booklet(each) for each in fields.mappings("booklets")),
        settings=_settings(fields),
        declared=_declared(fields),
        sample_notice=sample.text("notice") if sample else None,
        as_of=fields.text("as_of"),
        corpora=tuple((each.required("id"), each.text("note") or "") for each in fields.mappings("corpora")),
        columns=fields.word("columns"),
        waivers=build_waivers(fields),
    )


def build_registry(fields: Fields) -> dict[str, Entry]:
    """Return the documents of ``references.yaml`` by their keys."""
    registry = {}
    for number in fields.node:
        entry = fields.mapping(number)
        if entry is not None:
            registry[number] = Entry(
                number=number,
                title=entry.title("title") if "title" in entry else Title(None, None),
                level=entry.required("level"),
                status=entry.required("status"),
                at=fields.node.key_span(number),
                issued=entry.text("issued"),
                implemented=entry.text("implemented"),
                replaced_by=entry.text("replaced_by"),
                parts="parts" in entry and entry.text("parts") != "false",
                replaces=entry.texts("replaces"),
                checked_on=entry.text("checked_on"),
                evidence=entry.text("evidence"),
            )
    return registry


def _organization(fields: Fields) -> Organization:
    name = fields.title("name")
    return Organization(
        name=name,
        short=fields.title("short") if "short" in fields else name,
        code=fields.required("code"),
        level=cast('Literal["organization", "enterprise", "group", "local"]', fields.text("level") or "organization"),
        banner=fields.title("banner") if "banner" in fields else None,
    )


def _module(fields: Fields) -> Module:
    subsystems = tuple(
        Subsystem(each.required("id"), each.title("title"), each.number("needed"), each.at)
        for each in fields.mappings("subsystems")
    )
    needed = _total(fields.word("needed"))
    return Module(fields.required("id"), fields.title("title"), fields.required("code"), subsystems, needed)


def _named(fields: Fields, key: str) -> tuple[Named, ...]:
    return tuple(Named(each.required("id"), each.title("name"), each.at) for each in fields.mappings(key))


def _writing(fields: Fields) -> Writing:
    minutes, basis = fields.text("minutes"), fields.mapping("basis")
    return Writing(
        post=fields.required_word("post"),
        form=fields.required_word("form"),
        sheets=Decimal(fields.required("sheets")),
        entries=Decimal(fields.required("entries")),
        at=fields.at,
        minutes=Decimal(minutes) if minutes else None,
        basis=Basis(basis.required("kind"), basis.text("note") or "") if basis else None,
    )


def _booklet(fields: Fields) -> Booklet:
    return Booklet(
        id=fields.required("id"),
        title=fields.title("title"),
        standards=fields.words("standards"),
        at=fields.at,
        extracts=fields.words("extracts"),
        page=cast("Literal['A4', 'A5', 'B5'] | None", fields.text("page")),  # the schema has checked these
        text_size=cast("Literal['normal', 'large'] | None", fields.text("text_size")),
        made_as=cast("Literal['booklet', 'handbook'] | None", fields.text("as")),
        reader=fields.word("reader"),
    )


def _process(fields: Fields) -> Process:
    standards, note = fields.words("standards"), fields.text("note") or ""
    return Process(fields.required("id"), fields.title("name"), standards, note, fields.at)


def _sites(fields: Fields) -> Sites:
    return Sites(fields.required("id"), fields.title("name"), fields.number("count") or 0, fields.text("note") or "", fields.at)


def _memorandum(fields: Fields | None) -> Memorandum | None:
    if fields is None:
        return None
    collected = tuple(
        Collected(each.required("number"), each.text("title") or "", each.text("reason") or "")
        for each in fields.mappings("collected")
    )
    return Memorandum(tuple((name, fields.prose(name)) for name in fields.node if name != "collected"), collected)


def _settings(fields: Fields) -> tuple[RuleSetting, ...]:
    profile = fields.mapping("profile")
    rules = profile.mapping("rules") if profile else None
    if rules is None:
        return ()
    settings = []
    for name in rules.node:
        setting = rules.mapping(name)
        if setting is not None:
            typed = setting.required("severity")
            severity = None if typed == "off" else Severity(typed)
            rule = Word(name, rules.node.key_span(name))
            settings.append(RuleSetting(rule, severity, setting.text("reason") or ""))
    return tuple(settings)


def _declared(fields: Fields) -> Declared | None:
    declared = fields.mapping("declared")
    if declared is None:
        return None
    standards, original = (_total(declared.word(name)) for name in ("standards", "original"))
    return Declared(declared.at, standards, original, _totals(declared, "modules"))


def _totals(fields: Fields, key: str) -> tuple[tuple[str, Total], ...]:
    return tuple((word.text, Total(int(count.text), count.at)) for word, count in fields.pairs(key))


def _total(word: Word | None) -> Total | None:
    return Total(int(word.text), word.at) if word else None

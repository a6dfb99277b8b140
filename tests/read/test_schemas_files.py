"""The schemas say the same to every validator and help in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from stdkit.model.standard import Stage, Type
from stdkit.read.data import data_directory
from stdkit.read.schema import read_schema
from stdkit.read.schema_explain import exact_validator
from tests.read.mutations import mutated

FORMAT = ("standard", "system", "references")
ALL = sorted(file.name.removesuffix(".schema.json") for file in data_directory("schemas").glob("*.schema.json"))
MAPS_OF_SCHEMAS = ("properties", "$defs", "patternProperties")
CHINESE = re.compile("[一-鿿]")

Schema = Mapping[str, Any]


def parts(schema: Any) -> Iterator[Schema]:
    """Yield a schema and all schemas in it."""
    if isinstance(schema, list):
        for item in schema:
            yield from parts(item)
    elif isinstance(schema, dict):
        yield schema
        for keyword, value in schema.items():
            if keyword in MAPS_OF_SCHEMAS:
                yield from parts(list(value.values()))
            elif keyword in (
                "items",
                "additionalProperties",
                "propertyNames",
                "allOf",
                "anyOf",
                "oneOf",
                "not",
                "if",
                "then",
                "else",
            ):
                yield from parts(value)


def helpful(kind: str) -> Iterator[tuple[str, Schema]]:
    """Yield every key that an author may write, with its schema; conditions and refusals are none."""
    schema = read_schema(kind)
    definitions = schema.get("$defs", {})
    for part in parts(schema):
        if part.get("additionalProperties") is False:
            for key, each in part.get("properties", {}).items():
                resolved = {**definitions.get(each.get("$ref", "").removeprefix("#/$defs/"), {}), **each}
                if "x-conflict" not in resolved:
                    yield key, resolved


def as_read(value: Any) -> Any:
    """Return an example as stdkit's reader hands it over: every scalar is a text."""
    match value:
        case dict():
            return {key: as_read(each) for key, each in value.items()}
        case list():
            return [as_read(each) for each in value]
        case bool():
            return str(value).lower()
        case _:
            return str(value)


def fast(schema: Any) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(schema, validate_formats=True)


@pytest.mark.parametrize("kind", ALL)
def test_a_schema_is_a_schema(kind: str) -> None:
    schema = read_schema(kind)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"{kind}.schema.json"


@pytest.mark.parametrize("kind", [each for each in ALL if each != "labels"])  # whose keys are as free as words
def test_every_key_has_a_chinese_name_help_in_both_languages_and_an_example(kind: str) -> None:
    keys = list(helpful(kind))
    assert keys
    for key, schema in keys:
        chinese, _, english = schema["description"].partition("\n")
        assert CHINESE.search(schema["title"]), key
        assert CHINESE.search(chinese), key
        assert re.search("[A-Za-z]{2}", english), key
        assert not CHINESE.search(english), key
        assert len(schema["examples"]) == 1, key


@pytest.mark.parametrize("kind", ALL)
def test_every_example_is_valid_as_an_editor_and_as_the_reader_parses_it(kind: str) -> None:
    definitions = read_schema(kind).get("$defs", {})
    for key, schema in helpful(kind):
        validator = fast({**schema, "$defs": definitions})
        for example in schema["examples"]:
            assert validator.is_valid(example), (key, example)
            assert validator.is_valid(as_read(example)), (key, example)


@pytest.mark.parametrize("kind", ALL)
def test_every_mapping_with_known_keys_is_closed_and_requires_only_known_keys(kind: str) -> None:
    for part in parts(read_schema(kind)):
        assert "unevaluatedProperties" not in part
        if part.get("type") == "object" and "properties" in part and "$ref" not in part:
            conditional = all(
                set(each) <= {"enum", "const", "type", "properties", "required"} for each in part["properties"].values()
            )
            assert conditional or part["additionalProperties"] is False
        if part.get("additionalProperties") is False:
            assert set(part.get("required", ())) <= set(part["properties"])


@pytest.mark.parametrize("kind", ALL)
def test_patterns_mean_the_same_in_every_engine(kind: str) -> None:
    """Anchored, literal characters and classes, quantifiers and plain groups: nothing in which engines differ."""
    piece = r"(\[\^?([^\]\\]|\\[\\\].])+\]|\\[.\\]|[a-zA-Z0-9/ -]|\((?!\?)|\)|\||[?*+]|\{[0-9,]+\})"
    for part in parts(read_schema(kind)):
        if "pattern" in part:
            assert re.fullmatch(rf"\^{piece}+\$", part["pattern"]), part["pattern"]


@pytest.mark.parametrize("kind", FORMAT)
def test_a_pattern_says_in_words_what_it_expects(kind: str) -> None:
    for part in parts(read_schema(kind)):
        if "pattern" in part:
            chinese, english = part["x-expected"]["zh"], part["x-expected"]["en"]
            assert part["patternErrorMessage"] == f"应是{chinese}。 Should be {english}."


@pytest.mark.parametrize("kind", FORMAT)
def test_the_chinese_words_for_a_fixed_word_lead_to_one_that_is_allowed(kind: str) -> None:
    for part in parts(read_schema(kind)):
        if "x-words" in part:
            assert set(part["x-words"].values()) <= set(part["enum"])
            assert not set(part["x-words"]) & {each for each in part["enum"] if isinstance(each, str)}
            assert len(part.get("markdownEnumDescriptions", part["enum"])) == len(part["enum"])


def test_types_and_stages_are_those_of_the_model() -> None:
    definitions = read_schema("standard")["$defs"]
    assert definitions["own_standard"]["properties"]["type"]["enum"] == list(Type)
    assert definitions["stage"]["enum"] == list(Stage)


def test_what_two_schemas_define_they_define_alike() -> None:
    standard = read_schema("standard")["$defs"]
    for kind in ("system", "references"):
        definitions = read_schema(kind)["$defs"]
        for name in (definitions.keys() & standard.keys()) - {"parameter"}:
            assert definitions[name] == standard[name], name


class Editor(yaml.SafeLoader):
    """YAML 1.2 as editors parse it: numbers, ``true`` and ``false`` are such; dates, ``no`` and ``off`` are texts."""


Editor.yaml_implicit_resolvers = {}
Editor.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))
Editor.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("^-?[0-9]+$"), list("-0123456789"))
Editor.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^-?[0-9]+\.[0-9]+$"), list("-0123456789"))
Editor.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("^(null|~|)$"), ["n", "~", ""])


def edited(text: str) -> Any:
    return yaml.load(text, Editor)  # noqa: S506 # makes numbers and texts alone, as its base does


def read(text: str) -> Any:
    return yaml.load(text, yaml.BaseLoader)  # noqa: S506 # makes texts alone


SYSTEM = """\
format: 1
title: {zh: 标准体系, en: System}
organization: {name: {zh: 示例区妇女联合会}, short: {zh: 示例区妇联}, code: SLFL}
language: zh
house: gbt
number_pattern: Q/{organization} {module} {serial}—{year}
modules:
  - {id: general, title: {zh: 通用基础标准}, code: JC, needed: 5, subsystems: [{id: JC1, title: {zh: 标准化导则}, needed: 5}]}
needed: {national: 4, industry: 1, local: 0, group: 0, enterprise: 0, international: 0, law: 0, other: 0}
audiences: [{id: village, name: {zh: 村}}]
forms: [{id: subsidy, number: 010, title: 补助申请表, owner: 区财政局}]
parameters: [{id: term, name: 任期, value: 5, unit: 年, bound: at-least, basis: {kind: law, note: 法}}]
processes: [{id: visiting, name: {zh: 走访}, standards: [XM-101]}]
sites: [{id: village, name: {zh: 村}, count: 4}]
defaults: {issued: 2025-06-20, foreword: {owner: 示例区妇女联合会, drafters: withheld}, ics: [03.080.01], stage: trial}
profile: {rules: {lone-subclause: {severity: off, reason: 历史文本}}}
booklets: [{id: contact, title: {zh: 手册}, standards: [XM-101], extracts: [], forms: true, page: A5, text_size: large}]
declared: {standards: 44, original: 34, modules: {general: 10}}
sample: {notice: 示范文本}
memorandum: {background: 背景, collected: [{number: GB/T 20000.1—2014, reason: 无}]}
waive: [{rule: lone-subclause, reason: 历史文本}]
as_of: 2026-01-01
corpora: [{id: public}]
inspections: {}
"""
REGISTRY = """\
GB/T 1.1—2009: {title: {zh: 甲}, level: national, status: superseded, replaced_by: 乙, issued: 2009-06-17, parts: false}
某法: {level: law, status: current, issued: 2022-04, checked_on: 2025-01-05, evidence: 网站, parts: [甲, 乙]}
"""
HOUSE = data_directory("templates") / "gbt"
TEXTS: dict[str, str] = {
    "standard": (Path(__file__).parent / "sample.yaml").read_text(encoding="utf-8"),
    "system": SYSTEM,
    "references": REGISTRY,
    **{kind: (HOUSE / f"{kind}.yaml").read_text(encoding="utf-8") for kind in ("house", "styles", "columns")},
    "words": (HOUSE / "words" / "provisions.yaml").read_text(encoding="utf-8"),
    "labels": (HOUSE / "labels" / "reports.yaml").read_text(encoding="utf-8"),
}


@pytest.mark.parametrize("kind", FORMAT)
def test_a_file_is_valid_as_the_reader_and_as_an_editor_parses_it(kind: str) -> None:
    validator = fast(read_schema(kind))
    assert [each.message for each in validator.iter_errors(read(TEXTS[kind]))] == []
    assert [each.message for each in validator.iter_errors(edited(TEXTS[kind]))] == []


@pytest.mark.parametrize("kind", ALL)
def test_the_fast_validator_and_the_explaining_one_agree(kind: str) -> None:
    quick, exact = fast(read_schema(kind)), exact_validator(read_schema(kind))
    document_as_typed = read(TEXTS[kind])

    @settings(max_examples=80, deadline=None)
    @given(mutated(document_as_typed, typed=True))
    def agree(document: Any) -> None:
        assert quick.is_valid(document) == exact.is_valid(document)

    agree()


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_the_validators_agree_on_every_pattern_and_format(data: st.DataObject) -> None:
    schemas = [part for kind in FORMAT for part in parts(read_schema(kind)) if "pattern" in part or "format" in part]
    schema = data.draw(st.sampled_from(schemas))
    text = st.from_regex(schema["pattern"]) if "pattern" in schema else st.dates().map(str)
    value = data.draw(text | st.text(alphabet="aZ09-—.一〇\n", max_size=12) | st.integers() | st.booleans())
    assert fast(schema).is_valid(value) == exact_validator(schema).is_valid(value)

"""Read a house: the shipped one, and what the folder of a set lays over it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from stdkit.model.diagnostics import Bilingual, Diagnostic, Severity, StdkitError
from stdkit.model.house import Column, ColumnSet, House, Statistics
from stdkit.read.data import data_directory
from stdkit.read.schema import check_schema
from stdkit.read.schema_pages import SCHEMA_PAGES
from stdkit.read.source import Data, MappingNode, read_source
from stdkit.read.yaml_pages import YAML_PAGES

HOUSE, STYLES, WORDS, LABELS = "house.yaml", "styles.yaml", "words", "labels"
COVER = "cover.docx"
COLUMNS = "columns.yaml"
_WIDTH = "10"


def load_house(name: str, beside: Path) -> House:
    """Return the house ``name``: shipped, with ``templates/<name>/`` beside the set laid over it.

    A house beside the set may be based on another one by ``extends``. Raises ``StdkitError`` when there is no such house, or
    when one of its files has a finding.
    """
    return _house(name, beside, frozenset())


def _house(name: str, beside: Path, seen: frozenset[str]) -> House:
    shipped, own = data_directory("templates") / name, beside / "templates" / name
    layers = [folder for folder in (shipped, own) if folder.is_dir()]
    if not layers or name in seen:
        raise StdkitError(Bilingual(f"没有名为“{name}”的样式", f"there is no house named “{name}”"))
    read = [_layer(folder) for folder in layers]
    base = read[0].house.get("extends")
    house = _house(base, beside, seen | {name}) if isinstance(base, str) else _empty(name)
    for layer in read:
        house = _overlay(house, name, layer)
    return house


class _Layer(NamedTuple):
    """What one folder of a house says: its files as plain data."""

    house: Mapping[str, Any]
    styles: Mapping[str, Any]
    templates: Mapping[str, str]
    words: Mapping[str, Any]
    cover: bytes | None
    columns: Mapping[str, ColumnSet]


def _layer(folder: Path) -> _Layer:
    house = dict(_data(folder / HOUSE, "house"))
    for file in sorted((folder / LABELS).glob("*.yaml")):
        house["labels"] = {**house.get("labels", {}), **_data(file, "labels")}
    words = dict(house.get("words", {}))
    for file in sorted((folder / WORDS).glob("*.yaml")):
        words.update(_data(file, "words"))
    texts = sorted((*folder.glob("*.md.j2"), *folder.glob("*.css")))
    templates = {file.name: _template(file) for file in texts}
    cover = folder / COVER
    columns = {name: _column_set(typed) for name, typed in _data(folder / COLUMNS, "columns").items()}
    styles = _data(folder / STYLES, "styles")
    return _Layer(house, styles, templates, words, cover.read_bytes() if cover.is_file() else None, columns)


def _column_set(typed: Mapping[str, Any]) -> ColumnSet:
    statistics = tuple(Statistics(each["by"], _columns(each["columns"])) for each in typed["statistics"])
    return ColumnSet(_columns(typed["list"]), statistics)


def _columns(typed: Any) -> tuple[Column, ...]:
    return tuple(Column(each["field"], each["heading"], float(each.get("width", _WIDTH))) for each in typed)


def _template(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise StdkitError(Bilingual(f"{file.name} 不是 UTF-8 编码", f"{file.name} is not UTF-8")) from error


def _data(file: Path, kind: str) -> Mapping[str, Any]:
    if not file.is_file():
        return {}
    source = read_source(file, f"{file.parent.name}/{file.name}")
    wrong = source.diagnostics or check_schema(source, kind)
    if wrong:
        raise HouseError(file, wrong[0])
    return source.data if isinstance(source.data, MappingNode) else {}


class HouseError(StdkitError):
    """A file of a house has a finding."""

    def __init__(self, file: Path, found: Diagnostic) -> None:
        page = {**YAML_PAGES, **SCHEMA_PAGES}[found.rule]
        values = {name: value if isinstance(value, Bilingual) else Bilingual(value, value) for name, value in found.values}
        zh = page.message.zh.format(**{name: value.zh for name, value in values.items()})
        en = page.message.en.format(**{name: value.en for name, value in values.items()})
        where = f"{file.parent.name}/{file.name}"
        super().__init__(
            Bilingual(
                f"样式文件 {where} 第{found.span.line}行有误：{zh}",
                f"house file {where}, line {found.span.line}: {en}",
            )
        )


def _empty(name: str) -> House:
    return House(name, "zh", {}, {}, {}, {}, {}, {}, {})


def _overlay(house: House, name: str, layer: _Layer) -> House:
    data = layer.house
    words = {key: _list(house.words.get(key, ()), value) for key, value in layer.words.items()}
    return House(
        name=name,
        language=data.get("language", house.language),
        labels={**house.labels, **_texts(data.get("labels"))},
        forms={**house.forms, **_texts(data.get("forms"))},
        fixed={**house.fixed, **_texts(data.get("fixed"))},
        words={**house.words, **words},
        severities={**house.severities, **_severities(data.get("severities"))},
        templates={**house.templates, **layer.templates},
        styles=_merged(house.styles, layer.styles),
        cover=house.cover if layer.cover is None else layer.cover,
        columns={**house.columns, **layer.columns},
    )


def _texts(data: Data) -> dict[str, str]:
    return (
        {key: value or "" for key, value in data.items() if not isinstance(value, dict | list)} if isinstance(data, dict) else {}
    )


def _list(below: tuple[str, ...], typed: Any) -> tuple[str, ...]:
    """Return a word list: the typed one, or that of the house below with words added and removed."""
    if isinstance(typed, list):
        return tuple(str(each) for each in typed)
    removed = set(typed.get("remove", ()))
    added = (str(each) for each in typed.get("add", ()))
    return tuple(dict.fromkeys((*(each for each in below if each not in removed), *added)))


def _severities(data: Data) -> dict[str, Severity | None]:
    return {key: None if value == "off" else Severity(value) for key, value in _texts(data).items()}


def _merged(base: Mapping[str, Any], over: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return nested mappings laid over each other, key by key."""
    merged = dict(base)
    for key, value in over.items():
        below = merged.get(key)
        merged[key] = _merged(below, value) if isinstance(below, Mapping) and isinstance(value, Mapping) else value
    return merged

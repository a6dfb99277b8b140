"""The certain and the likely cures: of a misspelt key, a Chinese word for a fixed one, a lost indentation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Literal

from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix, Span, slots
from stdkit.read.schema_copy import Copied, CopiedMapping, CopiedSequence, Mismatch, spot

Found = tuple[str, Finding]
"""The id of a page and the finding."""

_LIKE = 0.7
"""How alike a typed word and a known one must be, from 0 to 1: "titel" and "title" are 0.8."""


@dataclass(frozen=True, slots=True)
class Cures:
    """Cures for what does not fit in one copy, which is changed by them."""

    root: Copied
    schema: Mapping[str, Any]

    def apply(self, mismatches: Iterable[Mismatch]) -> Iterator[Found]:
        """Cure what can be cured in the copy and yield a finding for each cure."""
        for mismatch in mismatches:
            if mismatch.keyword == "additionalProperties" and isinstance(mismatch.value, CopiedMapping):
                yield from self._keys(mismatch, mismatch.value)
            elif mismatch.keyword == "enum" and isinstance(mismatch.value, str):
                yield from self._word(mismatch, mismatch.value)

    def known(self, mismatch: Mismatch) -> dict[str, Mapping[str, Any]]:
        """Return the keys that a mapping may have by its schema, with their schemas."""
        properties = {key: self._resolved(each) for key, each in mismatch.schema.get("properties", {}).items()}
        return {key: each for key, each in properties.items() if "x-conflict" not in each}

    def _resolved(self, schema: Mapping[str, Any]) -> Mapping[str, Any]:
        name = str(schema.get("$ref", "")).removeprefix("#/$defs/")
        return {**self.schema.get("$defs", {}).get(name, {}), **schema}

    def _keys(self, mismatch: Mismatch, mapping: CopiedMapping) -> Iterator[Found]:
        known = self.known(mismatch)
        unknown = unknown_keys(mismatch, mapping)
        owner = next((key for key in mapping if _lost(mapping, key, unknown, known)), None)
        if owner is not None:
            yield _indentation(mapping, owner, unknown)
            return
        rule = unknown_rule(mismatch)
        titles = {each["title"]: key for key, each in known.items() if "title" in each}
        for key in unknown:
            near = titles.get(key) or _nearest(key, (each for each in known if each not in mapping))
            if near is not None and near not in mapping:
                span = mapping.key_span(key)
                mapping.rename(key, near)
                yield rule, Finding(span, slots(key=key, cure=_write(near)), replacement("suggested", span, near))

    def _word(self, mismatch: Mismatch, typed: str) -> Iterator[Found]:
        allowed = [each for each in mismatch.limit if isinstance(each, str)]
        certain = mismatch.schema.get("x-words", {}).get(typed)
        word = certain or _nearest(typed, allowed)
        if not typed or word is None:
            return
        *above, last = mismatch.path
        place = spot(self.root, mismatch.path)
        parent = spot(self.root, tuple(above)).value
        if isinstance(parent, CopiedMapping | CopiedSequence):
            parent[last] = word  # type: ignore[index] # the step of a path fits what it leads into
            fix = replacement("safe" if certain else "suggested", place.span, word)
            yield "schema-enum", Finding(place.span, slots(key=place.name, value=typed, cure=_write(word)), fix)


def unknown_keys(mismatch: Mismatch, mapping: Mapping[str, Any]) -> list[str]:
    """Return the keys of a mapping that its schema does not know."""
    return [key for key in mapping if key not in mismatch.schema.get("properties", {})]


def unknown_rule(mismatch: Mismatch) -> str:
    """Return the id for an unknown key: blocks of content have their own."""
    return "schema-block" if mismatch.schema.get("maxProperties") == 1 else "schema-unknown"


def _lost(mapping: CopiedMapping, key: str, unknown: list[str], known: Mapping[str, Mapping[str, Any]]) -> bool:
    """Return whether a key is empty because what belongs beneath it was not indented."""
    return mapping[key] is None and set(unknown) <= set(known.get(key, {}).get("properties", ()))


def _indentation(mapping: CopiedMapping, owner: str, unknown: list[str]) -> Found:
    head = mapping.key_span(owner)
    last = mapping.value_span(unknown[-1])
    end = last.end_line - (last.end_column == 1)
    lines = range(head.line + 1, end + 1)
    edits = tuple(Edit(Span(line, 1, line, 1), "  ") for line in lines)
    below = mapping.key_span(unknown[0]).line > head.line
    fix = Fix("suggested", Bilingual("增加缩进", "indent the lines"), edits) if below else None
    mapping[owner] = CopiedMapping(mapping.node, unknown)
    for key in unknown:
        del mapping[key]
    keys = Bilingual("、".join(unknown), ", ".join(unknown))
    return "schema-indent", Finding(head, slots(key=mapping.typed.get(owner, owner), keys=keys), fix)


def _nearest(word: str, candidates: Iterable[str]) -> str | None:
    folded = {_folded(each): each for each in candidates}
    near = get_close_matches(_folded(word), folded, 1, _LIKE)
    return folded[near[0]] if near else None


def _folded(word: str) -> str:
    return word.lower().replace("_", "-").replace(" ", "-")


def _write(word: str) -> Bilingual:
    return Bilingual(f"请写 {word}", f"write {word}")


def replacement(kind: Literal["safe", "suggested"], at: Span, text: str) -> Fix:
    """Return the fix that puts a text in the place of another."""
    return Fix(kind, Bilingual(f"改为 {text}", f"replace by {text}"), (Edit(at, text),))

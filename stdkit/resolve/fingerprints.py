"""The fingerprint of what is cited: it changes with the words of a clause, not with their place, number or layout."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import blake2b
from operator import attrgetter
from typing import Any

from stdkit.model.blocks import Block, Figure, Flow, Form, Formula
from stdkit.model.diagnostics import Span
from stdkit.model.text import Item, List, Reference, Run, Title, Word
from stdkit.resolve.passages import Element, entries, key
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard
from stdkit.resolve.targets import NameTarget

BYTES = 8
SILENT = {"at", "id", "landscape"}
BREAK = "\0"


class Fingerprints:
    """The fingerprints of a set; each is made once, when somebody asks."""

    def __init__(self, resolved: ResolvedSet) -> None:
        """Begin without any."""
        self.resolved = resolved
        self._nodes: dict[str, Mapping[str, Any]] = {}
        self._made: dict[tuple[str, str | None], str | None] = {}

    def of(self, standard: str, anchor: str | None) -> str | None:
        """Return the fingerprint of a standard or of something in it, ``None`` when it has no text in this set.

        Of a whole standard the introduction does not count: nobody rests on it.
        """
        asked = (standard, anchor)
        if asked not in self._made:
            self._made[asked] = self._make(standard, anchor)
        return self._made[asked]

    def _make(self, name: str, anchor: str | None) -> str | None:
        standard = self.resolved.standards.get(name)
        if standard is None:
            return None
        if anchor is None:
            return _digest(BREAK.join(_whole(standard)))
        if name not in self._nodes:
            self._nodes[name] = _named(standard)
        node = self._nodes[name].get(anchor)
        return None if node is None else _digest("".join(_words(node, standard)))


def _digest(words: str) -> str:
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=BYTES).hexdigest()


def _whole(standard: ResolvedStandard) -> Iterator[str]:
    """Yield the words of a standard from what resolving has gathered already: a walk over its tree takes ten times as long."""
    own = standard.standard
    yield from (word.text for word in own.title if word)
    yield from (each.text for each in standard.passages if each.element is not Element.INTRODUCTION)
    for mention in standard.mentions:
        if mention.passage.element is not Element.INTRODUCTION:
            yield _reference(mention.reference, standard)
    yield from (word.text for word in standard.headings)
    for entry in entries(own):
        names = (entry.term, *entry.admitted, *entry.deprecated)
        yield from (word.text for title in names for word in title if word)
    yield from (each.text for each in (*own.symbols, *own.abbreviations))
    for _, block in standard.blocks:
        yield from _unspoken(block)


def _unspoken(block: Block) -> Iterator[str]:
    """Yield what a block says outside passages and headings."""
    if isinstance(block, Flow):
        for step in block.steps:
            answers = (word.text for answer in step.answers for word in (answer.text, answer.to))
            yield from (step.text.text, step.by.text if step.by else "", step.next.text if step.next else "", *answers)
    elif isinstance(block, Formula):
        yield block.tex
    elif isinstance(block, Figure):
        yield from (block.file.text, block.alternative)
    elif isinstance(block, Form):
        keep = (block.keep.by.text, block.keep.period) if block.keep else ()
        yield from (block.filled_by.text if block.filled_by else "", block.when or "", block.purpose or "", *keep)


def _words(root: object, standard: ResolvedStandard) -> Iterator[str]:
    """Yield what a node says, in order, places left out; a value is what it says now.

    The lines of a paragraph follow each other without a mark between, so a line may break elsewhere.
    """
    stack: list[object] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, Run):
            yield node.text
        elif isinstance(node, Reference):
            yield BREAK + _reference(node, standard)
        elif isinstance(node, Word):
            yield BREAK + node.text
        elif node is None or isinstance(node, Span):
            continue
        elif isinstance(node, Title) or type(node) is tuple:
            yield BREAK
            stack.extend(node[::-1])
        elif is_dataclass(node) or isinstance(node, tuple):
            yield BREAK + type(node).__name__
            kind: Any = type(node)
            stack.extend(_saying(kind)(node)[::-1])
        else:
            yield f"{BREAK}{node}"


@cache
def _saying(kind: Any) -> Any:
    """Return what takes the fields of a node that hold text; its class twice, so that the answer is a tuple."""
    every = kind._fields if issubclass(kind, tuple) else [each.name for each in fields(kind)]
    names = [each for each in every if each not in SILENT]
    return attrgetter(*names, "__class__.__name__", "__class__.__name__")


def _reference(reference: Reference, standard: ResolvedStandard) -> str:
    target = standard.targets.get(key(reference.at)) if reference.target.startswith("=") else None
    words = target.text if isinstance(target, NameTarget) else reference.target
    return f"{words}|{reference.text or ''}"


def _named(standard: ResolvedStandard) -> Mapping[str, Any]:
    """Return what can be cited in a standard by its anchor: clauses, annexes, blocks, items, terms, values."""
    labels = standard.numbering.labels
    nodes: list[Any] = [*standard.clauses, *(block for _, block in standard.blocks), *entries(standard.standard)]
    lists = [each for each in nodes if isinstance(each, List)]
    for each in lists:
        nodes.extend(each.items)
        lists.extend(_sublists(each.items))
    found: dict[str, Any] = {each.id.text: each for each in standard.standard.parameters}
    for node in nodes:
        label = labels.get(key(node.at))
        if label and label.anchor:
            found[label.anchor] = node
    return found


def _sublists(items: Iterable[Item]) -> Iterator[List]:
    return (item.sublist for item in items if item.sublist)

"""The values of one mapping, each with its place, in the types that the model wants."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stdkit.model.diagnostics import Span
from stdkit.model.text import Inline, List, Paragraph, Title, Word
from stdkit.read.lines import Line, scalar_lines
from stdkit.read.prose import Parser
from stdkit.read.source import Data, MappingNode, SequenceNode
from stdkit.read.source_nodes import ItemPlace


@dataclass(slots=True)  # not frozen: one is made for every mapping of a set, and that takes three times as long frozen
class Fields:
    """A mapping that its schema has accepted, read with the parser of its file.

    Keys that are absent give ``None``, ``False`` or an empty tuple.
    """

    node: MappingNode
    source: Sequence[str]
    parser: Parser

    @property
    def at(self) -> Span:
        """The place of the mapping."""
        return self.node.at

    def __contains__(self, key: str) -> bool:
        return key in self.node

    def text(self, key: str) -> str | None:
        """Return a short text."""
        value = self.node.get(key)
        return value.strip() if isinstance(value, str) else None

    def required(self, key: str) -> str:
        """Return a short text that the schema requires."""
        return self.text(key) or ""

    def word(self, key: str) -> Word | None:
        """Return a short text with its place."""
        value = self.node.get(key)
        return Word(value.strip(), _unquoted(self.node.places[key][3])) if isinstance(value, str) else None

    def required_word(self, key: str) -> Word:
        """Return a short text that the schema requires, with its place."""
        return self.word(key) or Word("", self.at)

    def flag(self, key: str) -> bool:
        """Return a yes or no."""
        return self.text(key) == "true"

    def number(self, key: str) -> int | None:
        """Return a whole number."""
        text = self.text(key)
        return int(text) if text else None

    def title(self, key: str) -> Title:
        """Return a title: a mapping of languages, or one text that counts as Chinese."""
        value = self.node.get(key)
        if isinstance(value, MappingNode):
            inner = self.inner(value)
            return Title(inner.word("zh"), inner.word("en"))
        return Title(self.word(key), None)

    def titles(self, key: str) -> tuple[Title, ...]:
        """Return a list of titles, each a text or a mapping of languages."""
        value = self.node.get(key)
        if not isinstance(value, SequenceNode):
            return ()
        return tuple(self._title_of(element, place) for element, place in zip(value, value.places, strict=True))

    def words(self, key: str) -> tuple[Word, ...]:
        """Return a list of short texts; one text counts as a list of one."""
        value = self.node.get(key)
        if isinstance(value, str):
            return (Word(value.strip(), self.value_at(key)),)
        if not isinstance(value, SequenceNode):
            return ()
        elements = zip(value, value.places, strict=True)
        return tuple(Word(text.strip(), _unquoted(place)) for text, place in elements if isinstance(text, str))

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of short texts without their places."""
        return tuple(word.text for word in self.words(key))

    def mapping(self, key: str) -> Fields | None:
        """Return a mapping."""
        value = self.node.get(key)
        return self.inner(value) if isinstance(value, MappingNode) else None

    def mappings(self, key: str) -> Sequence[Fields]:
        """Return the mappings of a list."""
        value = self.node.get(key)
        if not isinstance(value, SequenceNode):
            return ()
        return [self.inner(element) for element in value if isinstance(element, MappingNode)]

    def pairs(self, key: str) -> tuple[tuple[Word, Word], ...]:
        """Return the keys and values of a mapping of short texts."""
        inner = self.mapping(key)
        if inner is None:
            return ()
        return tuple((Word(name, inner.node.key_span(name)), inner.required_word(name)) for name in inner.node)

    def prose(self, key: str) -> tuple[Paragraph | List, ...]:
        """Return the paragraphs and lists of a text."""
        return self.parser.blocks(self.lines(key)) if key in self.node else ()

    def inlines(self, key: str) -> tuple[Inline, ...]:
        """Return a text that is one paragraph."""
        return self.parser.inlines(self.lines(key)) if key in self.node else ()

    def paragraphs(self, key: str) -> tuple[Paragraph, ...]:
        """Return a list of texts, or the paragraphs of one text."""
        value = self.node.get(key)
        if isinstance(value, str):
            return tuple(block for block in self.prose(key) if isinstance(block, Paragraph))
        if not isinstance(value, SequenceNode):
            return ()
        blocks = [self.parser.blocks(self.element_lines(value, number)) for number in range(len(value))]
        return tuple(block for each in blocks for block in each if isinstance(block, Paragraph))

    def lines(self, key: str) -> tuple[Line, ...]:
        """Return the lines of a text with their places."""
        value = self.node.get(key)
        return scalar_lines(value, self.value_at(key), self.node.style(key), self.source) if isinstance(value, str) else ()

    def element_lines(self, sequence: SequenceNode, number: int) -> tuple[Line, ...]:
        """Return the lines of a text that is an element of a list."""
        value = sequence[number]
        if not isinstance(value, str):
            return ()
        return scalar_lines(value, _unquoted(sequence.places[number]), sequence.style(number), self.source)

    def value_at(self, key: str) -> Span:
        """Return the place of a text, without its quotation marks."""
        return _unquoted(self.node.places[key][3])

    def inner(self, node: MappingNode) -> Fields:
        """Return the fields of another mapping of the same file."""
        return Fields(node, self.source, self.parser)

    def _title_of(self, value: Data, place: ItemPlace) -> Title:
        if isinstance(value, MappingNode):
            inner = self.inner(value)
            return Title(inner.word("zh"), inner.word("en"))
        return Title(Word(str(value), _unquoted(place)), None)


def _unquoted(place: ItemPlace) -> Span:
    line, column, end_line, end_column, style = place
    if style and line == end_line and style in "'\"":
        return Span(line, column + 1, end_line, end_column - 1)
    return Span(line, column, end_line, end_column)

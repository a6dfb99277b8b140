"""Documents of every kind of node, made at random: deep clauses, long tables, merged heads, rare characters."""

from __future__ import annotations

from hypothesis import strategies as st

from stdkit.model.document import (
    Blank,
    Block,
    Caption,
    Cell,
    Code,
    Document,
    EndLine,
    Example,
    Figure,
    FootnoteMark,
    Formula,
    Heading,
    HeadingKind,
    Inline,
    Item,
    LineBreak,
    Link,
    List,
    Math,
    Note,
    NumberedParagraph,
    Paragraph,
    Role,
    Script,
    Section,
    Strong,
    Table,
    TermHead,
    Text,
)
from stdkit.model.drawing import Box, Drawing, Line
from stdkit.model.frontmatter import Contents, ContentsEntry

LETTERS = st.text(st.sampled_from("执委应走访 abc<&>\"'　——～𠮷😀é\u0301\u200b\t\x0b\ud800（）"), min_size=0, max_size=24)
WORDS = LETTERS.filter(lambda text: any(letter.isalnum() and letter.isprintable() for letter in text))
FORMULAS = st.sampled_from(["x", r"\frac{a}{b}", r"\sqrt{x^2+y_1}", r"\sum_{i=1}^{n} x_i", "P=1"])
ROLES = st.sampled_from([Role.TEXT, Role.CONTINUED, Role.ENTRY, Role.SOURCE, Role.NOTICE, Role.SIGNATURE, Role.CENTERED])
LONGEST, DEEPEST = 200, 6


def simple() -> st.SearchStrategy[Inline]:
    return st.one_of(
        st.builds(Text, WORDS),
        st.builds(Strong, st.tuples(st.builds(Text, WORDS))),
        st.builds(Script, WORDS, st.sampled_from(["super", "sub"])),
        st.builds(Code, WORDS),
        st.builds(Math, FORMULAS),
        st.builds(Link, WORDS, st.just("S/1")),
        st.builds(Link, WORDS, st.just("https://example.org/?a=1&b=2"), st.just(True)),
        st.builds(Blank, st.sampled_from(["line", "date"]), st.integers(1, 3)),
        st.just(LineBreak()),
    )


def inlines() -> st.SearchStrategy[tuple[Inline, ...]]:
    note = st.builds(FootnoteMark, st.just("1"), st.lists(st.builds(Text, WORDS), min_size=1, max_size=2).map(tuple))
    return st.lists(st.one_of(simple(), note), min_size=1, max_size=5).map(tuple)


def lists(level: int = 1) -> st.SearchStrategy[List]:
    below = st.none() if level > 1 else st.one_of(st.none(), st.deferred(lambda: lists(2)))
    item = st.builds(Item, st.just("a)"), inlines(), st.none(), below)
    kind = st.sampled_from(["letters", "digits", "dashes", "dots"])
    return st.builds(List, st.lists(item, min_size=1, max_size=4).map(tuple), kind, st.just(level))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = draw(st.integers(1, 6))
    cell = st.builds(Cell, st.lists(inlines(), min_size=1, max_size=2).map(tuple), align=st.sampled_from(["left", "center"]))
    rows = draw(st.lists(st.lists(cell, min_size=columns, max_size=columns).map(tuple), min_size=1, max_size=4))
    rows *= draw(st.sampled_from([1, 1, 1, LONGEST // 4]))
    head = draw(st.lists(cell, min_size=columns, max_size=columns).map(tuple))
    merged = (Cell(((Text("合并"),),), column_span=columns),)
    heads = draw(st.sampled_from([(), (head,), (merged, head)]))
    caption = draw(
        st.one_of(st.none(), st.builds(Caption, st.just("table"), st.just("表1"), WORDS, st.none(), st.none(), st.just(1)))
    )
    if caption:
        caption = Caption("table", "表1", caption.title, f"S/table{draw(st.integers(0, 10**9))}", None, 1)
    unit, blank, landscape = draw(st.one_of(st.none(), WORDS)), draw(st.booleans()), draw(st.booleans())
    return Table(caption, (1 / columns,) * columns, heads, tuple(rows), unit, (), blank, landscape)


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    words = draw(WORDS)
    drawing = Drawing(60, 30, (Box("step", 2, 2, 40, 10, (words,)),), (Line(((20, 12), (20, 28)), words, (24, 20)),), words)
    return Figure(Caption("figure", "图1", words, f"S/figure{draw(st.integers(0, 10**9))}", None, 1), drawing)


@st.composite
def headings(draw: st.DrawFn) -> Heading | NumberedParagraph | TermHead:
    level = draw(st.integers(1, DEEPEST))
    number, anchor = ".".join(["1"] * level), f"S/h{draw(st.integers(0, 10**9))}"
    kind = HeadingKind.CHAPTER if level == 1 else HeadingKind.CLAUSE
    return draw(
        st.one_of(
            st.builds(Heading, st.just(kind), st.just(level), st.just(number), WORDS, st.just(anchor)),
            st.builds(NumberedParagraph, st.just(max(level, 2)), st.just(number), inlines(), st.just(anchor)),
            st.builds(TermHead, st.just(number), WORDS, st.one_of(st.none(), WORDS), st.just(anchor), st.just(max(level, 2))),
        )
    )


def blocks() -> st.SearchStrategy[Block]:
    return st.one_of(
        headings(),
        st.builds(Paragraph, inlines(), ROLES),
        lists(),
        tables(),
        figures(),
        st.builds(Note, st.just("注："), inlines()),
        st.builds(Example, st.just("示例："), st.lists(st.builds(Paragraph, inlines()), min_size=1, max_size=2).map(tuple)),
        st.builds(Formula, FORMULAS, st.one_of(st.none(), st.just("（1）")), st.none()),
    )


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Return a document with contents, text and an end line; no two of its places share an anchor."""
    first = Heading(HeadingKind.CHAPTER, 1, "1", draw(WORDS), "S/1")
    body = draw(st.lists(blocks(), max_size=8, unique_by=_anchor))
    entries = (ContentsEntry(1, first.title, "S/1", "1"),)
    front = (Heading(HeadingKind.CONTENTS, 1, None, "目次", "S/contents"), Contents(entries, "S"))
    sections = (
        Section("front", front, draw(WORDS), "", "roman", restart=True, standard="S"),
        Section("body", (first, *body, EndLine()), draw(WORDS), draw(LETTERS), "arabic", restart=True, standard="S"),
    )
    return Document("S", draw(WORDS), draw(st.sampled_from(["zh", "en"])), sections)


def _anchor(block: Block) -> object:
    caption = getattr(block, "caption", None)
    return getattr(caption or block, "anchor", None) or id(block)

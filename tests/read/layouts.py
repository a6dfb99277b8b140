"""YAML as people lay it out: any indentation, comments and blank lines anywhere, every way to write a text."""

from __future__ import annotations

from hypothesis import strategies as st

KEYS = [
    "id",
    "title",
    "scope",
    "content",
    "clauses",
    "terms",
    "origin",
    "kind",
    "notes",
    "waive",
    "zh",
    "甲",
    "'quoted key'",
    "x y",
]
INLINE = ["走访", "a b", "'单 # 引'", '"双: \\n引"', "[a, {b: c}, '# d']", "{}", "[]", "{zh: 走访,  en: x}", "2025-06-20", ""]
TEXTS = ["文字", "第一行", "", "  缩进", "# 不是注释", "- 一", "a: b", "末尾空格 ", "\t制表"]


@st.composite
def files(draw: st.DrawFn) -> str:
    """Return the text of a file."""
    lines = draw(_remarks(0)) + draw(_mapping(0, 3))
    text = "\n".join([*lines, *draw(_remarks(0))])
    return draw(st.sampled_from(["", "---\n"])) + text + draw(st.sampled_from(["\n", "\n", "\n\n\n", ""]))


@st.composite
def _mapping(draw: st.DrawFn, column: int, deepest: int) -> list[str]:
    lines: list[str] = []
    for key in draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=4, unique=True)):
        lines += draw(_remarks(column)) if lines else []
        lines += draw(_value(column, deepest, f"{key}{draw(st.sampled_from([':', ':', ' :']))}"))
    return lines


@st.composite
def _sequence(draw: st.DrawFn, column: int, deepest: int) -> list[str]:
    lines: list[str] = []
    for _ in range(draw(st.integers(1, 3))):
        lines += draw(_remarks(column)) if lines else []
        lines += draw(_value(column, deepest, "-"))
    return lines


@st.composite
def _value(draw: st.DrawFn, column: int, deepest: int, head: str) -> list[str]:
    kind = draw(st.sampled_from(["inline", "text", "flow", "mapping", "sequence"] if deepest else ["inline", "text", "flow"]))
    blanks, margin = draw(st.sampled_from([" ", " ", "   "])), " " * column
    match kind:
        case "inline":
            return [f"{margin}{head}{blanks}{draw(st.sampled_from(INLINE))}{draw(_trailing())}"]
        case "flow":
            below = " " * (column + draw(st.integers(1, 5)))
            return [f"{margin}{head}{blanks}[a, # {draw(st.integers())}", f"{below}b, 'c", f"{below}d']{draw(_trailing())}"]
        case "text":
            return draw(_text(column, f"{margin}{head}{blanks}"))
        case _:
            return draw(_nested(column, deepest, head, kind))


@st.composite
def _nested(draw: st.DrawFn, column: int, deepest: int, head: str, kind: str) -> list[str]:
    make = _mapping if kind == "mapping" else _sequence
    if head == "-" and draw(st.booleans()):
        within = column + draw(st.sampled_from([2, 2, 4]))
        first, *rest = draw(make(within, deepest - 1))
        return [" " * column + "-" + first[column + 1 :], *rest]
    closest = 0 if kind == "sequence" and head != "-" else 1
    within = column + draw(st.integers(closest, 5))
    lead = draw(_remarks(within))
    return [" " * column + head + draw(_trailing()), *lead, *draw(make(within, deepest - 1))]


@st.composite
def _text(draw: st.DrawFn, column: int, head: str) -> list[str]:
    mark = draw(st.sampled_from(["|", "|", "|-", "|+"]))
    body = draw(st.lists(st.sampled_from(TEXTS), max_size=4))
    indent = draw(st.integers(1, 5))
    if next((text for text in body if text.strip()), "").startswith(" "):
        indent = max(indent, 2)
        mark += str(indent)
    lines = [" " * (column + indent) + text if text or draw(st.booleans()) else "" for text in body]
    return [f"{head}{mark}{draw(_trailing())}", *lines]


@st.composite
def _trailing(draw: st.DrawFn) -> str:
    return draw(st.sampled_from(["", "", "", "  ", f"  # 尾{draw(st.integers(0, 99))}"]))


@st.composite
def _remarks(draw: st.DrawFn, column: int) -> list[str]:
    """Return comments, mostly where the next entry begins, and blank lines."""
    columns = st.one_of(st.just(column), st.just(column), st.integers(0, 8))
    comment = st.builds(lambda number, at: " " * at + f"# 注{number}", st.integers(0, 999), columns)
    return draw(st.lists(st.one_of(comment, st.sampled_from(["", "  "])), max_size=3))

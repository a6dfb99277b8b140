"""The canonical layout: what it puts in order, and that it changes nothing that is said."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import HealthCheck, assume, given, settings

from stdkit.model.diagnostics import Severity, StdkitError
from stdkit.read.layout import formatted
from stdkit.read.source import parse_source
from tests.conftest import SETS, SHIPPED
from tests.read.layouts import files

KINDS = {"system.yaml": "system", "references.yaml": "references"}
FILES = [
    *sorted(SHIPPED.glob("*.yaml")),
    *sorted(SHIPPED.glob("service-project/XM-2*.yaml")),
    *sorted((SETS / "sample").rglob("*.yaml")),
]

CASES = [
    pytest.param("title: 甲\nid: a\n", "id: a\ntitle: 甲\n", id="keys stand in the order of the schema"),
    pytest.param("x: 1\ny: 2\nid: a\n", "id: a\nx: 1\ny: 2\n", id="unknown keys stand behind as typed"),
    pytest.param(
        "clauses:\n- title: 甲\n  id: a\n",
        "clauses:\n  - id: a\n    title: 甲\n",
        id="lists are indented, keys sorted",
    ),
    pytest.param(
        "clauses:\n    -   id: a\n        content:\n            - |\n                文\n                  字\n            - x\n",
        "clauses:\n  - id: a\n    content:\n      - |\n        文\n          字\n      - x\n",
        id="four blanks become two, prose keeps its own blanks",
    ),
    pytest.param("clauses:\n  -\n    id: a\n", "clauses:\n  - id: a\n", id="an item begins behind its dash"),
    pytest.param("id:   a   # 编号\n", "id: a   # 编号\n", id="one blank behind a colon"),
    pytest.param("id: a  \n\n\n\ntitle: 甲\n\n\n", "id: a\n\ntitle: 甲\n", id="one blank line, none at the end"),
    pytest.param("\n\nid: a", "id: a\n", id="none at the beginning, one line break at the end"),
    pytest.param(
        "title: {en: x,   zh: 甲}\nid: a\n", "id: a\ntitle: {en: x,   zh: 甲}\n", id="what stands in brackets stays as typed"
    ),
    pytest.param(
        "id: a\nscope: |\n      文  \n\n\n      字\n\n\ntitle: 甲\n",
        "id: a\n\ntitle: 甲\nscope: |\n  文  \n\n\n  字\n",
        id="blanks in prose stay",
    ),
    pytest.param("scope: |2\n    文\n  字\n", "scope: |2\n    文\n  字\n", id="a text that begins with blanks"),
    pytest.param("scope: |4\n      文\nid: a\n", "id: a\nscope: |4\n      文\n", id="a text with its own indentation"),
    pytest.param("scope: |+\n  文\n\n\nid: a\n", "id: a\nscope: |+\n  文\n\n\n", id="blank lines that a text keeps"),
    pytest.param(
        "# 许可\n\n# 名称\ntitle: 甲\n# 编号\nid: a\n# 完\n",
        "# 许可\n\n# 名称\n# 编号\nid: a\ntitle: 甲\n# 完\n",
        id="comments go with the entry below, those at the top and the end stay",
    ),
    pytest.param(
        "title: 甲\n  # 属于名称\nid: a\n",
        "id: a\ntitle: 甲\n  # 属于名称\n",
        id="a comment to the right goes with the entry above",
    ),
    pytest.param(
        "scope: |\n    文\n  # 属于编号\nid: a\n",
        "# 属于编号\nid: a\nscope: |\n  文\n",
        id="a comment under prose",
    ),
    pytest.param(
        "clauses:\n  - title: 甲\n    # 编号\n    id: a\n",
        "clauses:\n  - # 编号\n    id: a\n    title: 甲\n",
        id="a comment goes with the entry that becomes the first of its item",
    ),
    pytest.param(
        "clauses:\n    - id: a\n      # 属于甲\n\n    # 属于乙\n    - id: b\n",
        "clauses:\n  - id: a\n    # 属于甲\n\n  # 属于乙\n  - id: b\n",
        id="comments between items",
    ),
    pytest.param("clauses: # 各章\n  # 首章\n  - id: a\n", "clauses: # 各章\n  # 首章\n  - id: a\n", id="comments below a key"),
    pytest.param("- - a\n  - - b\n    - c\n-\n  - d\n", "- - a\n  - - b\n    - c\n- - d\n", id="lists in lists"),
    pytest.param("a: [x,\n      y]\n", "a: [x,\n      y]\n", id="brackets over several lines"),
    pytest.param("id: a\r\n\r\n\r\ntitle: 甲\r\n", "id: a\r\n\r\ntitle: 甲\r\n", id="Windows line ends stay"),
    pytest.param("\ufeffid: a\n", "id: a\n", id="a byte order mark goes"),
    pytest.param("", "", id="nothing"),
    pytest.param("{b: 1, a: 2}  \n", "{b: 1, a: 2}\n", id="all in brackets"),
]

UNREADABLE = ["id: *必须\n", "id: a\nid: b\n", "id: &a b\n", "id：a\n", "a:\n\tb: 1\n", "a: 1\n---\nb: 1\n"]


@pytest.mark.parametrize(("typed", "wanted"), [row for row in CASES if row.values[0]])
def test_the_layout_is_canonical_and_stays_so(typed: str, wanted: str) -> None:
    once = formatted(typed.encode("utf-8"), "XM-101.yaml", "standard")
    assert once.decode("utf-8") == wanted
    assert formatted(once, "XM-101.yaml", "standard") == once


@pytest.mark.parametrize("typed", UNREADABLE)
def test_a_file_with_an_error_is_refused_by_its_name(typed: str) -> None:
    with pytest.raises(StdkitError) as refused:
        formatted(typed.encode("utf-8"), "XM-101.yaml", "standard")
    assert refused.value.message.en.startswith("XM-101.yaml was left alone: line ")


def test_a_file_that_is_not_utf_8_is_refused() -> None:
    with pytest.raises(StdkitError, match="UTF-8"):
        formatted("id: 甲\n".encode("gb18030"), "XM-101.yaml", "standard")


def test_the_registry_is_sorted_by_number() -> None:
    typed = "# 登记表\nGB/T 9704—2012:\n  status: current\n  level: national\n# 旧版\nGB/T 1.1—2009:\n  level: national\n"
    assert formatted(typed.encode(), "references.yaml", "references").decode() == (
        "# 登记表\n# 旧版\nGB/T 1.1—2009:\n  level: national\nGB/T 9704—2012:\n  level: national\n  status: current\n"
    )


def test_keys_of_the_author_s_own_stay_in_order() -> None:
    typed = "clauses:\n  - content:\n      - table:\n          footnotes:\n            b: 乙\n            a: 甲\n"
    assert formatted(typed.encode(), "XM-101.yaml", "standard").decode() == typed


@pytest.mark.parametrize("file", FILES, ids=lambda each: each.parent.name + "/" + each.name)
def test_a_real_file_says_the_same_afterwards(file: object) -> None:
    path = SHIPPED / str(file)
    kind = KINDS.get(path.name, "standard")
    before = path.read_bytes()
    after = formatted(before, path.name, kind)
    assert formatted(after, path.name, kind) == after
    assert sorted(line.strip() for line in after.splitlines()) == sorted(line.strip() for line in before.splitlines())


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(files())
def test_no_layout_changes_what_a_file_says_or_loses_a_comment(text: str) -> None:
    before = parse_source(text if text.endswith("\n") else text + "\n", "a.yaml")
    assume(all(each.severity is not Severity.ERROR for each in before.diagnostics))
    try:
        once = formatted(text.encode("utf-8"), "a.yaml", "standard")
    except StdkitError:
        assert "|+" in text  # it takes the blank lines below, so there are orders in which it cannot stand
        return
    after = once.decode("utf-8")
    assert parse_source(after, "a.yaml").data == before.data
    assert Counter(re.findall(r"# \S+", text)) == Counter(re.findall(r"# \S+", after))
    assert formatted(once, "a.yaml", "standard") == once

"""Documents that went wrong somewhere: valid ones with a few changes."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import strategies as st

WORDS = [
    "",
    "x",
    "Targets",
    "联系",
    "2025-02-30",
    "2025-06-20",
    "2025-06",
    "规范",
    "true",
    "是",
    "10",
    "1.5",
    "-1",
    "甲\n",
    "a\n",
    "adopted",
]
VALUES: list[Any] = [None, *WORDS, [], {}, ["x"], [""], {"zh": "甲"}, {"x": "y"}, [{}], [{"note": "甲"}]]
TYPED: list[Any] = [True, False, 0, 1, 10, 1.5, -1]
KEYS = ["x", "titel", "id", "title", "content", "clauses", "rows", "text", "ask", "kind", "zh", "标题"]


@st.composite
def mutated(draw: st.DrawFn, document: Any, typed: bool = False) -> Any:
    """Return a copy with one to three changes; ``typed`` also makes numbers and booleans, as editors read them."""
    changed = copy.deepcopy(document)
    for _ in range(draw(st.integers(1, 3))):
        containers = list(_containers(changed))
        if not containers:
            break
        _change(draw, draw(st.sampled_from(containers)), VALUES + TYPED if typed else VALUES)
    return changed


def _containers(value: Any) -> list[Any]:
    below = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    found = [value] if isinstance(value, dict | list) and value else []
    return found + [each for item in below for each in _containers(item)]


def _change(draw: st.DrawFn, container: Any, values: list[Any]) -> None:
    step = draw(st.sampled_from(list(container) if isinstance(container, dict) else range(len(container))))
    match draw(st.sampled_from(["replace", "remove", "rename", "add"])):
        case "replace":
            container[step] = copy.deepcopy(draw(st.sampled_from(values)))
        case "remove":
            del container[step]
        case "rename" if isinstance(container, dict):
            container[draw(st.sampled_from(KEYS))] = container.pop(step)
        case _ if isinstance(container, dict):
            container[draw(st.sampled_from(KEYS))] = copy.deepcopy(draw(st.sampled_from(values)))
        case _:
            container.append(copy.deepcopy(draw(st.sampled_from(values))))

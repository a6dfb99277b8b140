"""How the findings of prose, cells and folders look and how they are cured; ``⟦ ⟧`` mark what is reported."""

from __future__ import annotations

from collections.abc import Mapping

_CHAPTER = "clauses:\n  - id: visiting\n    title: 走访\n"


def _prose(text: str) -> str:
    return f"{_CHAPTER}    content: |\n{_indented(text, 6)}"


def _table(cells: str) -> str:
    lead_in = "    content:\n      - |\n        走访次数应符合[[kinds]]的规定。\n"
    table = "      - table:\n          id: kinds\n          title: 走访次数\n          cells: |\n"
    return f"{_CHAPTER}{lead_in}{table}{_indented(cells, 12)}"


def _indented(text: str, blanks: int) -> str:
    return "".join(" " * blanks + line if line.strip() else line for line in text.splitlines(keepends=True))


_SUBCLAUSES = """\
    clauses:
      - id: preparing
        title: 准备
        content: |
          执委应在走访前核对名册。
      - id: asking
        title: 询问
        content: |
          执委应询问联系户的近况。
"""
_FIGURE = """\
    content:
      - |
        走访应按[[course]]进行。
      - figure: {id: course, title: 走访流程, file: figures/course.svg, alt: 先核对名册，再上门}
"""

TEXT_EXAMPLES: Mapping[str, tuple[str, str]] = {
    "text-list-marker": (
        _prose("记录应包括：\n\n⟦① ⟧走访日期；\n⟦② ⟧走访人。\n"),
        _prose("记录应包括：\n\n1. 走访日期；\n2. 走访人。\n"),
    ),
    "text-list-mark-missing": (
        _prose("记录应包括：\n\n- 走访日期；\n⟦走⟧访人。\n"),
        _prose("记录应包括：\n\n- 走访日期；\n- 走访人。\n"),
    ),
    "text-sublist-indent": (
        _prose("记录应包括：\n\n1. 走访方式：\n ⟦- 上门；⟧\n - 电话；\n2. 走访人。\n"),
        _prose("记录应包括：\n\n1. 走访方式：\n   - 上门；\n   - 电话；\n2. 走访人。\n"),
    ),
    "text-list-depth": (
        _prose("记录应包括：\n\n1. 走访方式：\n   - 上门：\n     ⟦- 单独上门；⟧\n     - 两人同行；\n   - 电话；\n2. 走访人。\n"),
        _prose("记录应包括：\n\n1. 走访方式：\n   - 单独上门；\n   - 两人同行；\n   - 电话；\n2. 走访人。\n"),
    ),
    "text-heading": (
        _prose("⟦## 准备⟧\n\n执委应在走访前核对名册。\n\n⟦## 询问⟧\n\n执委应询问联系户的近况。\n"),
        _CHAPTER + _SUBCLAUSES,
    ),
    "text-html": (
        _prose("执委应⟦<b>⟧每月⟦</b>⟧走访1次。\n"),
        _prose("执委应每月走访1次。\n"),
    ),
    "text-image": (
        _prose("走访按下图进行。\n\n⟦![流程](figures/course.svg)⟧\n"),
        _CHAPTER + _FIGURE,
    ),
    "text-tab": (
        _prose("记录应写明姓名⟦\t⟧和电话。\n"),
        _prose("记录应写明姓名和电话。\n"),
    ),
    "text-unclosed": (
        _prose("执委应⟦**⟧每月走访1次。\n\n记录的格式应符合⟦[[⟧GB/T 9704的规定。\n"),
        _prose("执委应**每月**走访1次。\n\n记录的格式应符合[[GB/T 9704]]的规定。\n"),
    ),
    "text-reference-empty": (
        _prose("记录的格式应符合⟦[[]]⟧的规定。\n"),
        _prose("记录的格式应符合[[GB/T 9704]]的规定。\n"),
    ),
    "text-footnote-undefined": (
        _prose("执委应每月走访1次联系户⟦[^a]⟧。\n"),
        _prose("执委应每月走访1次联系户[^a]。\n\n[^a]: 名册所列的家庭。\n"),
    ),
    "text-footnote-unused": (
        _prose("执委应每月走访1次联系户。\n\n[^a]: ⟦名册所列的家庭。⟧\n"),
        _prose("执委应每月走访1次联系户[^a]。\n\n[^a]: 名册所列的家庭。\n"),
    ),
    "text-cell-count": (
        _table("联系户 | 每月次数\n---\n一般 | 1\n⟦重点⟧\n"),
        _table("联系户 | 每月次数\n---\n一般 | 1\n重点 | 2\n"),
    ),
    "text-cell-merge": (
        _table("联系户 | 方式 | 每月次数\n---\n一般 | 上门 | 1\n⟦<⟧ | 电话 | 2\n"),
        _table("联系户 | 方式 | 每月次数\n---\n一般 | 上门 | 1\n^ | 电话 | 2\n"),
    ),
    "standard-duplicate": (
        "# service-project/XM-102.yaml\nid: ⟦XM-101⟧\n",
        "# service-project/XM-102.yaml\nid: XM-102\n",
    ),
}

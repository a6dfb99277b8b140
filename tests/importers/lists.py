"""Small registries and lists of documents for the tests."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook

from stdkit.importers.references_words import Words, words_of
from stdkit.read.house import load_house

REGISTRY = """\
# 登记表：由标准化工作组维护

GB/T 1.1—2009:  # 旧版
  title: {zh: 标准的结构和编写, en: "Directives—Part 1: Structure"}
  level: national
  status: superseded   # 见公告
  replaced_by: GB/T 1.1—2020
# 新版
GB/T 1.1—2020:
  title:
    zh: 标准化文件的结构和起草规则
  status: current
  level: national
  replaces:
    - GB/T 1.1—2009
  evidence: |
    公开网页
GB/T 9704—2012: {level: national, title: {zh: 党政机关公文格式}, status: current, checked_on: 2025-01-05}
中华人民共和国档案法: {level: law, status: current}
"""
HEAD = ("文件编号", "文件名称", "层级", "状态", "代替它的文件", "核对日期", "核对处")


def words() -> Words:
    return words_of([load_house("gbt", Path()), load_house("iso", Path())])


def workbook(*rows: Sequence[object], title: str = "清单") -> bytes:
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = title
    for row in rows:
        page.append(list(row))
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()

"""Standards made up for measuring: each of about 10 KB, without a finding, with an id of its own."""

from __future__ import annotations

from typing import Final

CLAUSES: Final = 6

_HEAD: Final = """\
id: XM-{number}
title:
  zh: 执委联系妇女群众工作规范 第{number}号
  en: Specification for contact with women—Number {number}
subsystem: XM1
type: specification                # 规范
stage: published
issued: 2025-06-20
implemented: 2025-08-01
applies_to: [executive-member]
informs: [village] # 知悉
origin:
  kind: original
  novelty: [{{what: 走访时限和补访规则, clause: visits-1}}]
  search: {{date: 2025-05-10, where: 公开标准目录, terms: [妇联, 执委, 走访], hits: []}}
introduction: |
  执委来自村（社区）妇女群众。本文件把走访、登记和回复的做法固定下来，各村可在规定的间隔和时限内自行选择走访的方式和主题。
scope: |
  本文件规定了执委联系妇女群众的联系对象、走访和记录的要求，描述了对应的证实方法。

  本文件适用于村（社区）妇联执委联系妇女群众的工作。
parameters:
  - {{id: households, name: 固定联系户数, value: 10, unit: 户, bound: at-least, basis: {{kind: assumed, note: 拟定值}}}}
  - {{id: visit-interval, name: 走访间隔, value: 3, unit: 个月, bound: at-most, basis: {{kind: assumed, note: 拟定值}}}}
terms:
  - id: must-visit
    term: {{zh: 第{number}组必访, en: must-visits of group {number}}}
    definition: |
      执委在联系户发生[[visits-1]]所列情形时进行的上门联系
clauses:
"""

_CLAUSE: Final = """\
  - id: visits-{clause}
    title: 走访的第{clause}种情形
    clauses:
      - id: interval-{clause}
        title: 定期走访
        content: |
          执委应对每户固定联系户至少每[[=visit-interval]]走访1次，走访后按[[handling-{clause}]]给出的流程办理所反映的问题。
          每名执委应固定联系不少于[[=households]]妇女家庭，联系户名册在执委分工公示后15日内报村（社区）妇联。
      - id: record-{clause}
        title: 走访记录
        content:
          - |
            固定联系户发生下列情形之一的，执委应在获知后3日内上门走访，走访的间隔和时间应符合[[kinds-{clause}]]的规定：

            1. 妇女生育；
            2. 妇女患重病；
            3. 家庭遭遇变故；
            4. 家庭发生矛盾。
          - note: 获知的方式包括村（社区）妇联告知和邻里告知。
          - table:
              id: kinds-{clause}
              title: 各类联系户的走访要求
              cells: |
                联系户     | 间隔／月 | 每次不少于／min
                ---
                一般联系户 | 3        | 15
                困难联系户 | 1        | 30
          - flow:
              id: handling-{clause}
              title: 问题办理流程
              steps:
                - {{id: register, text: 登记, by: executive-member}}
                - {{id: judge, ask: 能否当场解决？, answers: {{是: close, 否: transfer}}}}
                - {{id: transfer, text: 转交村妇联}}
                - {{id: close, text: 反馈并销号, end: true}}
"""

_TAIL: Final = """\
  - id: verification
    title: 证实方法
    verifies: [{verified}]
    content: |
      从联系户名册中随机抽取5户，不足5户的全数抽取，计算走访记录表中相邻两次走访日期的间隔，有1户超过规定间隔的，[[interval-1]]不符合。第{number}组必访按同样的方法抽取，第{number}组必访的次数逐户计算。
"""


def standard_text(number: int) -> str:
    """Return the YAML text of the standard with a number."""
    clauses = "".join(_CLAUSE.format(clause=clause) for clause in range(1, CLAUSES + 1))
    verified = ", ".join(f"interval-{clause}, record-{clause}" for clause in range(1, CLAUSES + 1))
    return _HEAD.format(number=number) + clauses + _TAIL.format(number=number, verified=verified)

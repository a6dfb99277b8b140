"""A standard shows nobody's personal data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stdkit.check.words import linear
from stdkit.model.diagnostics import Bilingual, Finding, slots
from stdkit.resolve.expressions import one_of
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "个人信息",
    "personal data",
)
MESSAGE = (
    "这里有{what}：删去，或者写成岗位和公开的电话",
    "this holds {what}: remove it, or name a post and a public telephone",
)
WHY = (
    "标准公开发布，长期有效，人员会变动。",
    "A standard is public and lasts; persons change.",
)
BASIS = "GB/T 35273—2020"
SEVERITY = "warning"
SCOPE = "standard"
LIMITS = (
    "公开的热线和固定电话、单位邮箱不检查；姓名不检查",
    "public hotlines, fixed telephones and mail addresses of offices are passed over; so are names",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      联系电话为⟦13812345678⟧，邮箱为⟦zhang123@163.com⟧。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content: |
      联系电话为12338，邮箱为fl@example.gov.cn。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


MOBILE = Bilingual("手机号码", "a mobile telephone number")
IDENTITY = Bilingual("身份证号码", "the number of an identity card")
MAIL = Bilingual("个人邮箱", "a private mail address")
KINDS = {"mobile": MOBILE, "identity": IDENTITY, "mail": MAIL}


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each mobile number, number of an identity card and private mail address, wherever it stands."""
    pattern = _personal(resolved.house.words.get("mail_private", ()))
    for passage in standard.occurrences.matching(_signs()):
        line = linear(passage.content)
        for match in pattern.finditer(line.text):
            yield Finding(line.span(*match.span()), slots(what=KINDS[match.lastgroup or "mail"]))


@cache
def _signs() -> re.Pattern[str]:
    return re.compile(r"[12@](?:(?<=1)[3-9]\d{9}|(?<=1)9\d{6}|(?<=2)0\d{6}|(?<=@))")


@cache
def _personal(domains: tuple[str, ...]) -> re.Pattern[str]:
    birth = r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    return re.compile(
        rf"(?<![\dA-Za-z.-])(?:(?P<mobile>1[3-9]\d{{9}})|(?P<identity>[1-9]\d{{5}}{birth}\d{{3}}[\dXx]))(?![\dA-Za-z])"
        rf"|(?P<mail>[A-Za-z0-9][A-Za-z0-9._-]*@(?:{one_of(domains)}))"
    )

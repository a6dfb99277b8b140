"""Notes, examples and footnotes hold no provision (9.2)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.words import find_provisions
from stdkit.model.diagnostics import Bilingual, Finding, slots
from stdkit.resolve.passages import Element
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "注、示例或者脚注中有条款",
    "a provision in a note, example or footnote",
)
MESSAGE = (
    "{element}中不写“{word}”：移到条文中，或者改为陈述",
    "“{word}” makes a provision in {element}: move it to the text, or state a fact",
)
WHY = (
    "注、示例和条文脚注只给出附加信息，读者可以跳过它们。",
    "Notes, examples and footnotes only inform; a reader may skip them.",
)
BASIS = "GB/T 1.1—2020, 9.2"
SEVERITY = "error"
SCOPE = "standard"
LIMITS = (
    "表的脚注可以有要求，填写说明是表单的内容，都不报；“可能”“可累计的”“能级”等不是能愿动词；引号中举例的措辞不报。“联系户由村妇联统一分派”这样换了说法的要求只有人能看出来。",
    "Table footnotes may require, instructions belong to a form; 可能, 可累计的, 能级 are no such "
    "verbs, quoted wording is an example. A requirement in disguise is for people to see.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content:
      - |
        执委应每月走访1次。
      - note: 执委⟦应⟧佩戴标识。
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content:
      - |
        执委应每月走访1次，走访时应佩戴标识。
      - note: 联系户数可能与户籍户数不同。
"""


NAMES = {
    Element.NOTE: Bilingual("注", "a note"),
    Element.EXAMPLE: Bilingual("示例", "an example"),
    Element.FOOTNOTE: Bilingual("脚注", "a footnote"),
}


def check(standard: ResolvedStandard, _resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each verb of a provision there, outside quotations."""
    for provision, found in find_provisions(standard, NAMES):
        yield Finding(found.at, slots(element=NAMES[provision.passage.element], word=found.word))

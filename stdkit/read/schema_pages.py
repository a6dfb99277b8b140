"""What the schema findings say: a page for every id, and the phrases that fill its slots."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from stdkit.model.diagnostics import Bilingual, Offer, Page, Severity

_BASIS = "format 1"
_MOST = 12
"""How many words a message lists at most."""
_LONG = 30
"""How many characters of a value a message quotes."""


def _page(title: Bilingual, message: Bilingual, why: Bilingual, *examples: str, fix: Offer | None = None) -> Page:
    """Return the page of a finding; the examples are the bad one and the good one."""
    bad, good = examples
    return Page(title, message, why, Severity.ERROR, _BASIS, bad, good, fix=fix)


SCHEMA_PAGES: Mapping[str, Page] = {
    "schema-type": _page(
        Bilingual("值的样子不对", "a value of the wrong shape"),
        Bilingual(
            "{key} 应是{expected}，现在是{actual}：改成应有的样子",
            "{key} should be {expected}, not {actual}: give it that shape",
        ),
        Bilingual(
            "每个键的值是文本、列表或下级的键，工具按这个样子读取。",
            "The value of each key is a text, a list or keys of its own, and is read as such.",
        ),
        "applies_to: village",
        "applies_to: [village]",
        fix="suggested",
    ),
    "schema-missing": _page(
        Bilingual("缺少必需的键", "a required key is missing"),
        Bilingual("{key} 缺少 {missing}：补上", "{key} lacks {missing}: add what is missing"),
        Bilingual(
            "没有这些内容，就得不出编号、名称或印出的文字。",
            "Without them a number, a title or a printed text cannot be made.",
        ),
        "title: {en: Code of practice for visits}",
        "title: {zh: 执委走访工作规程, en: Code of practice for visits}",
    ),
    "schema-unknown": _page(
        Bilingual("没有这个键", "an unknown key"),
        Bilingual("没有“{key}”这个键：{cure}", "there is no key “{key}”: {cure}"),
        Bilingual("写错的键若不指出，它的内容就会丢失。", "What stands under a misspelt key would be lost silently."),
        "titel: {zh: 执委走访工作规程, en: Code of practice for visits}",
        "title: {zh: 执委走访工作规程, en: Code of practice for visits}",
        fix="suggested",
    ),
    "schema-enum": _page(
        Bilingual("不是可选的词", "a word that is not one of the allowed ones"),
        Bilingual("{key} 不能写“{value}”：{cure}", "{key} cannot be “{value}”: {cure}"),
        Bilingual(
            "这个键只有几个固定的英文词，印出时按语言换成相应的说法。",
            "This key has a few fixed words; what is printed follows the language.",
        ),
        "type: 规程",
        "type: code-of-practice",
        fix="depends",
    ),
    "schema-pattern": _page(
        Bilingual("写法不对", "a text in the wrong form"),
        Bilingual("{key} 不能写“{value}”：{cure}", "{key} cannot be “{value}”: {cure}"),
        Bilingual(
            "标识、代码、日期和数有固定的写法，引用和排序靠它。",
            "Ids, codes, dates and numbers have a fixed form, on which citing and sorting rely.",
        ),
        "issued: 2025年6月20日",
        "issued: 2025-06-20",
        fix="depends",
    ),
    "schema-date": _page(
        Bilingual("没有这一天", "a day that does not exist"),
        Bilingual("{key} 的“{value}”这一天不存在：改正日期", "{key}: there is no day “{value}”: correct the date"),
        Bilingual("发布、实施、复审的日期要能比较先后。", "Days of issue, implementation and review are compared."),
        "issued: 2025-02-30",
        "issued: 2025-02-28",
    ),
    "schema-empty": _page(
        Bilingual("键没有内容", "a key without a value"),
        Bilingual("{key} 没有内容：写上内容，或删去这个键", "{key} is empty: give it a value or delete it"),
        Bilingual(
            "空着的键看不出是没有写完还是不需要。",
            "An empty key does not say whether something is unfinished or not wanted.",
        ),
        "owner:",
        "owner: 区妇联组织部",
    ),
    "schema-indent": _page(
        Bilingual("缺少缩进", "lines that are not indented"),
        Bilingual("{key} 下面是空的：把 {keys} 缩进到 {key} 之下", "{key} is empty: indent {keys} beneath {key}"),
        Bilingual("属于一个键的内容要比它多缩进两格。", "What belongs to a key is indented by two blanks more than the key."),
        "title:\nzh: 执委走访工作规程\nen: Code of practice for visits",
        "title:\n  zh: 执委走访工作规程\n  en: Code of practice for visits",
        fix="suggested",
    ),
    "schema-block": _page(
        Bilingual("内容块不对", "a block that is not one"),
        Bilingual("“{key}”不能作为内容块写在这里：{cure}", "“{key}” cannot stand here as a block: {cure}"),
        Bilingual(
            "content 的每一项是一段文本，或一个只有一个键的内容块。",
            "Each item of content is a text, or a block: a mapping with exactly one key.",
        ),
        "clauses:\n"
        "  - id: visiting\n"
        "    title: 走访\n"
        "    content:\n"
        "      - |\n"
        "        走访次数应符合[[kinds]]的规定。\n"
        "      - tabel:\n"
        "          id: kinds\n"
        "          title: 走访次数\n"
        "          cells: |\n"
        "            联系户 | 每月次数\n"
        "            ---\n"
        "            一般 | 1\n",
        "clauses:\n"
        "  - id: visiting\n"
        "    title: 走访\n"
        "    content:\n"
        "      - |\n"
        "        走访次数应符合[[kinds]]的规定。\n"
        "      - table:\n"
        "          id: kinds\n"
        "          title: 走访次数\n"
        "          cells: |\n"
        "            联系户 | 每月次数\n"
        "            ---\n"
        "            一般 | 1\n",
        fix="suggested",
    ),
    "schema-conflict": _page(
        Bilingual("不能同时写的键", "keys that exclude each other"),
        Bilingual("{key} 不能写在这里：{cure}", "{key} cannot stand here: {cure}"),
        Bilingual("两者各说各的，印出时无法取舍。", "The two contradict each other, and one would have to be dropped."),
        "clauses:\n"
        "  - id: visiting\n"
        "    title: 走访\n"
        "    content: 走访分为两步。\n"
        "    clauses:\n"
        "      - {id: preparing, title: 准备, content: 执委应在走访前核对名册。}\n"
        "      - {id: asking, title: 询问, content: 执委应询问联系户的近况。}\n",
        "clauses:\n"
        "  - id: visiting\n"
        "    title: 走访\n"
        "    clauses:\n"
        "      - {id: preparing, title: 准备, content: 执委应在走访前核对名册。}\n"
        "      - {id: asking, title: 询问, content: 执委应询问联系户的近况。}\n",
    ),
    "schema-length": _page(
        Bilingual("太多或太少", "too much or too little"),
        Bilingual("{key} 的内容不合要求：{cure}", "{key} does not fit: {cure}"),
        Bilingual("少了没有意义，多了印不出来。", "With less it has no meaning, more cannot be printed."),
        "clauses:\n"
        "  - id: visiting\n"
        "    title: 走访\n"
        "    content:\n"
        "      - |\n"
        "        联系户的问题应按[[handling]]办理。\n"
        "      - flow:\n"
        "          id: handling\n"
        "          title: 办理流程\n"
        "          steps:\n"
        "            - {id: judge, ask: 能否当场解决？, answers: {是: close}}\n"
        "            - {id: transfer, text: 转交主席}\n"
        "            - {id: close, text: 告知联系户}\n",
        "clauses:\n"
        "  - id: visiting\n"
        "    title: 走访\n"
        "    content:\n"
        "      - |\n"
        "        联系户的问题应按[[handling]]办理。\n"
        "      - flow:\n"
        "          id: handling\n"
        "          title: 办理流程\n"
        "          steps:\n"
        "            - {id: judge, ask: 能否当场解决？, answers: {是: close, 否: transfer}}\n"
        "            - {id: transfer, text: 转交主席}\n"
        "            - {id: close, text: 告知联系户}\n",
    ),
}

LIMITS: Mapping[str, Bilingual] = {
    "minItems": Bilingual("至少写{}项", "write at least {} items"),
    "maxItems": Bilingual("至多写{}项", "write at most {} items"),
    "uniqueItems": Bilingual("各项不重复", "write no item twice"),
    "minProperties": Bilingual("至少写{}个键", "write at least {} keys"),
    "maxProperties": Bilingual("至多写{}个键", "write at most {} keys"),
    "minLength": Bilingual("至少写{}个字", "write at least {} characters"),
    "maxLength": Bilingual("至多写{}个字", "write at most {} characters"),
    "minimum": Bilingual("不小于{}", "write {} or more"),
    "maximum": Bilingual("不大于{}", "write {} or less"),
}
"""The cures for too much and too little, by the keyword of the schema; ``{}`` is its number."""


def listed(words: Iterable[str]) -> Bilingual:
    """Return words in a row."""
    shown = list(words)
    return Bilingual("、".join(shown), ", ".join(shown))


def choice(words: Sequence[str], meanings: Sequence[str] = ()) -> Bilingual:
    """Return the cure that names what may be written; ``meanings`` are the Chinese words for it, in order."""
    shown, more = words[:_MOST], len(words) > _MOST
    chinese = [f"{word}（{meaning}）" for word, meaning in zip(shown, meanings, strict=False)] or shown
    one = "请写" if len(words) == 1 else "可以写"
    return Bilingual(
        one + " " + "、".join(chinese) + ("等" if more else ""), "write " + ", ".join(shown) + (", …" if more else "")
    )


def expected_types(types: Sequence[str], schema: Mapping[str, Any]) -> Bilingual:
    """Return the shapes that a value may have, by the types of its schema."""
    shapes: list[Bilingual] = []
    if {"string", "number", "integer", "boolean"} & set(types):
        shapes.append(Bilingual("文本", "a text"))
    if "array" in types:
        shapes.append(Bilingual("列表", "a list"))
    if "object" in types:
        keys = [
            *schema.get("required", ()),
            *(key for key in schema.get("properties", ()) if key not in schema.get("required", ())),
        ][:4]
        chinese, english = listed(keys)
        shapes.append(
            Bilingual(
                f"下级的键（{chinese}）" if keys else "下级的键",
                f"keys of its own ({english})" if keys else "keys of its own",
            )
        )
    return Bilingual("或".join(each.zh for each in shapes), " or ".join(each.en for each in shapes))


def found_type(value: object) -> Bilingual:
    """Return what shape a value has."""
    if isinstance(value, dict):
        return Bilingual("下级的键", "keys of its own")
    return Bilingual("列表", "a list") if isinstance(value, list) else Bilingual("文本", "a text")


def shortened(text: str) -> str:
    """Return the beginning of a text's first line, as messages quote it."""
    first = text.strip().partition("\n")[0]
    return first if first == text.strip() and len(first) <= _LONG else first[:_LONG] + "…"

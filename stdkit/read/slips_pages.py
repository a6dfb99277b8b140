"""Pages of slips in the frame of a file: colons, blanks, indentation, brackets."""

from __future__ import annotations

from typing import Final

from stdkit.model.diagnostics import Bilingual, Page, Severity

_YAML: Final = "YAML 1.2"

SLIP_PAGES: Final[dict[str, Page]] = {
    "yaml-full-width-colon": Page(
        Bilingual("键后面用了全角冒号", "A full-width colon stands behind a key"),
        Bilingual(
            "键后面是全角冒号“：”：改成半角冒号加一个空格“: ”{corrected}",
            "a full-width colon “：” stands behind the key: write a half-width colon and a blank “: ”{corrected}",
        ),
        Bilingual(
            "YAML 只认半角冒号加空格；全角冒号让这一行成了文字。",
            "YAML knows only a half-width colon with a blank; a full-width one makes text of the line.",
        ),
        Severity.ERROR,
        _YAML + ", 7.4",
        "id: XM-101\ntype：code-of-practice\n",
        "id: XM-101\ntype: code-of-practice\n",
        fix="depends",
    ),
    "yaml-full-width-comma": Page(
        Bilingual("括号里用了全角逗号", "A full-width comma stands within brackets"),
        Bilingual(
            "列表的两项之间是全角逗号“，”：改成半角逗号加一个空格“, ”{corrected}",
            "a full-width comma “，” stands between two items: write a half-width comma and a blank “, ”{corrected}",
        ),
        Bilingual("全角逗号不分开两项，它们会连成一项。", "A full-width comma does not part items, so they become one."),
        Severity.ERROR,
        _YAML + ", 7.4",
        "applies_to: [executive-member，village]\n",
        "applies_to: [executive-member, village]\n",
        fix="safe",
    ),
    "yaml-missing-blank": Page(
        Bilingual("“:”或“-”后面缺空格", "A blank is missing behind “:” or “-”"),
        Bilingual("“{mark}”后面缺一个空格：补上{corrected}", "a blank is missing behind “{mark}”: add it{corrected}"),
        Bilingual("没有空格，YAML 把这一行当作普通文字。", "Without the blank YAML takes the line for text."),
        Severity.ERROR,
        _YAML + ", 8.2",
        "id:XM-101\ntype: code-of-practice\n",
        "id: XM-101\ntype: code-of-practice\n",
        fix="depends",
    ),
    "yaml-tab": Page(
        Bilingual("缩进里有制表符", "A tab stands in the indentation"),
        Bilingual(
            "缩进用了制表符（Tab）：换成空格，每级两个{corrected}",
            "the indentation holds a tab: use blanks, two for each level{corrected}",
        ),
        Bilingual(
            "制表符的宽度各编辑器不同，YAML 不允许用它缩进。",
            "Editors show tabs at different widths, so YAML forbids them in indentations.",
        ),
        Severity.ERROR,
        _YAML + ", 6.1",
        "title:\n\tzh: 执委走访工作规程\n\ten: Code of practice for visits\n",
        "title:\n  zh: 执委走访工作规程\n  en: Code of practice for visits\n",
        fix="depends",
    ),
    "yaml-wide-blank": Page(
        Bilingual("缩进里有全角空格", "A full-width blank stands in the indentation"),
        Bilingual(
            "缩进用了全角空格或不间断空格：换成半角空格{corrected}",
            "the indentation holds full-width or no-break blanks: use plain blanks{corrected}",
        ),
        Bilingual("YAML 只认半角空格；全角空格成了键的一部分。", "YAML knows only plain blanks; others become part of the key."),
        Severity.ERROR,
        _YAML + ", 6.1",
        "title:\n\u3000zh: 执委走访工作规程\n\u3000en: Code of practice for visits\n",
        "title:\n  zh: 执委走访工作规程\n  en: Code of practice for visits\n",
        fix="suggested",
    ),
    "yaml-indentation": Page(
        Bilingual("缩进对不齐", "An indentation does not match"),
        Bilingual(
            "这一行缩进了 {typed} 个空格，与上面的各级对不齐：缩进改为 {wanted} 个{corrected}",
            "this line is indented by {typed} blanks, which matches no level above: indent it by {wanted}{corrected}",
        ),
        Bilingual(
            "缩进决定一行属于谁：同级的键左端对齐，“|”下面的文字缩进得一样多。",
            "The indentation says where a line belongs: keys of one level are aligned, and so are the lines of a text under “|”.",
        ),
        Severity.ERROR,
        _YAML + ", 6.1",
        "title:\n  zh: 执委走访工作规程\n   en: Code of practice for visits\n",
        "title:\n  zh: 执委走访工作规程\n  en: Code of practice for visits\n",
        fix="depends",
    ),
    "yaml-list-under-text": Page(
        Bilingual("文字下面接了列表", "A list stands under a text"),
        Bilingual(
            "键后面已有文字，下面又写“- ”，列表会并进文字：把文字和列表一起写到“|”下面",
            "the key has a text already, and “- ” below it runs into that text: put text and list together under “|”",
        ),
        Bilingual("一个键只能有一个值：要么是文字，要么是列表。", "A key has one value: a text or a list."),
        Severity.ERROR,
        _YAML + ", 8.2",
        "introduction: 走访包括下列工作：\n  - 上门；\n  - 记录。\n",
        "introduction: |\n  走访包括下列工作：\n\n  - 上门；\n  - 记录。\n",
        fix="suggested",
    ),
    "yaml-bracket": Page(
        Bilingual("括号不成对", "A bracket has no partner"),
        Bilingual(
            "“{mark}”不成对：每个“[”要有“]”，每个“{{”要有“}}”{corrected}",
            "“{mark}” has no partner: each “[” needs a “]” and each “{{” a “}}”{corrected}",
        ),
        Bilingual("括号不合上，后面的各行都会被读进这个列表里。", "An open bracket swallows the lines that follow."),
        Severity.ERROR,
        _YAML + ", 7.4",
        "applies_to: [executive-member, village\nstage: published\n",
        "applies_to: [executive-member, village]\nstage: published\n",
        fix="suggested",
    ),
    "yaml-unclosed-quote": Page(
        Bilingual("引号没有合上", "A quotation mark does not close"),
        Bilingual(
            "引号“{quote}”没有合上：在这句的末尾补上，或者把文字写到“|”下面{corrected}",
            "the quotation mark {quote} does not close: add one at the end, or put the text under “|”{corrected}",
        ),
        Bilingual("引号不合上，后面的各行都成了这句的一部分。", "An open quotation mark swallows the lines that follow."),
        Severity.ERROR,
        _YAML + ", 7.3",
        'subsystem: "XM1\nstage: published\n',
        "subsystem: XM1\nstage: published\n",
        fix="suggested",
    ),
    "yaml-escape": Page(
        Bilingual("双引号里有反斜杠", "A backslash stands in double quotation marks"),
        Bilingual(
            "双引号里的“{text}”有特别的意义：改用单引号，或者把文字写到“|”下面{corrected}",
            "“{text}” in double quotation marks has a meaning of its own: use single ones, or put the text under “|”{corrected}",
        ),
        Bilingual(
            "双引号里的反斜杠引出转义符号；单引号和“|”里没有特别的字符。",
            "In double quotation marks a backslash begins an escape; in single ones and under “|” nothing does.",
        ),
        Severity.ERROR,
        _YAML + ", 5.7",
        'introduction: "走访表存放在D:\\走访。"\n',
        "introduction: |\n  走访表存放在D:\\走访。\n",
        fix="suggested",
    ),
}

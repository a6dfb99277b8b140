"""Pages of slips in texts: what is more than a name stands under ``|``, where nothing means anything to YAML."""

from __future__ import annotations

from typing import Final

from stdkit.model.diagnostics import Bilingual, Page, Severity

_YAML: Final = "YAML 1.2"
_FORMAT: Final = "format 1"

TEXT_PAGES: Final[dict[str, Page]] = {
    "yaml-first-character": Page(
        Bilingual("文字以 YAML 的记号开头", "A text begins with a mark of YAML"),
        Bilingual(
            "开头的“{mark}”被当作记号而不是文字：把整句写到“|”下面{corrected}",
            "the “{mark}” at the beginning is taken for a mark, not for text: put the whole text under “|”{corrected}",
        ),
        Bilingual(
            "以 [ { * & ! | > % @ ` 开头的值另有意义；“|”下面没有特别的字符。",
            "Values that begin with [ { * & ! | > % @ ` mean something else; under “|” no character does.",
        ),
        Severity.ERROR,
        _YAML + ", 5.3",
        "introduction: [[visiting]]规定了走访的次数。\n",
        "introduction: |\n  [[visiting]]规定了走访的次数。\n",
        fix="depends",
    ),
    "yaml-text-after-quote": Page(
        Bilingual("引号后面还有文字", "Text follows a quotation mark"),
        Bilingual(
            "引号{quote}合上以后还有文字：把整句写到“|”下面{corrected}",
            "text follows the closing {quote}: put the whole text under “|”{corrected}",
        ),
        Bilingual(
            "值以半角引号开头时，到下一个引号就结束了；“|”下面的引号只是文字。",
            "A value that begins with a quotation mark ends at the next one; under “|” they are text.",
        ),
        Severity.ERROR,
        _YAML + ", 7.3",
        'introduction: "四必访"是执委联系群众的方式。\n',
        "introduction: |\n  “四必访”是执委联系群众的方式。\n",
        fix="depends",
    ),
    "yaml-text-after-bar": Page(
        Bilingual("“|”后面还有文字", "Text follows “|” on its line"),
        Bilingual(
            "“|”的同一行上还有文字：在“|”后面换行，文字缩进写在下面{corrected}",
            "text follows “|” on the same line: begin a new line behind “|” and indent the text{corrected}",
        ),
        Bilingual("“|”说明文字从下一行开始。", "“|” says that the text begins on the next line."),
        Severity.ERROR,
        _YAML + ", 8.1",
        "introduction: |走访是执委联系群众的方式。\n",
        "introduction: |\n  走访是执委联系群众的方式。\n",
        fix="safe",
    ),
    "yaml-colon": Page(
        Bilingual("句子里有半角冒号加空格", "A sentence holds a half-width colon with a blank"),
        Bilingual(
            "句中的半角冒号加空格把句子断成键和值：把整句写到“|”下面，或者改用全角冒号“：”{corrected}",
            "a half-width colon with a blank parts the sentence into key and value: put it under “|”, or use a "
            "full-width colon{corrected}",
        ),
        Bilingual("在一行上，半角冒号加空格总是分开键和值。", "On a line, a colon with a blank always parts key and value."),
        Severity.ERROR,
        _YAML + ", 7.3.3",
        "introduction: 执委的工作: 走访和记录。\n",
        "introduction: |\n  执委的工作：走访和记录。\n",
        fix="depends",
    ),
    "yaml-sentence-key": Page(
        Bilingual("半角冒号把句子变成了键", "A half-width colon has made a key of a sentence"),
        Bilingual(
            "半角冒号加空格把这句的前半变成了键：把整句写到“|”下面，或者改用全角冒号“：”{corrected}",
            "a half-width colon with a blank has made a key of the beginning of this sentence: put it under "
            "“|”, or use a full-width colon{corrected}",
        ),
        Bilingual("这样的一项不再是文字，印不出来。", "Such an item is no text any more and would not be printed."),
        Severity.ERROR,
        _YAML + ", 7.3.3",
        "clauses:\n  - id: visiting\n    title: 走访\n    content:\n      - 执委应做到: 每月走访1次。\n",
        "clauses:\n  - id: visiting\n    title: 走访\n    content:\n      - 执委应做到：每月走访1次。\n",
        fix="depends",
    ),
    "yaml-lost-text": Page(
        Bilingual("“ #”后面的文字丢失", "Text behind “ #” is lost"),
        Bilingual(
            "空格加“#”后面的“{text}”被当作注释丢掉了：把整句写到“|”下面{corrected}；真是注释就在“#”前空两格、后空一格",
            "“{text}” behind a blank is taken for a comment and lost: put the whole text under “|”{corrected}; "
            "a real comment has two blanks before “#” and one behind it",
        ),
        Bilingual(
            "丢失的文字不会有别的提示。短名称后面的注释照常可用。",
            "Nothing else would tell of the loss. Comments behind short names stay possible.",
        ),
        Severity.ERROR,
        _YAML + ", 6.6",
        "introduction: 走访表 #2 由执委填写。\n",
        "introduction: |\n  走访表#2由执委填写。\nsubsystem: XM1  # 执委履职\n",
        fix="depends",
    ),
    "yaml-folded": Page(
        Bilingual("几行文字被折成一行", "Lines of text are folded into one"),
        Bilingual(
            "这段文字的换行会变成空格，汉字之间多出空格，段落和列表也会丢失：写到“|”下面{corrected}",
            "line breaks in this text turn into blanks, and paragraphs and lists are lost: put it under “|”{corrected}",
        ),
        Bilingual(
            "“>”和不带“|”的多行文字由 YAML 折行；“|”下面的文字照原样读。",
            "YAML folds “>” and plain texts of several lines; a text under “|” is read as it stands.",
        ),
        Severity.WARNING,
        _FORMAT,
        "introduction: >\n  走访是执委\n  联系群众的方式。\n",
        "introduction: |\n  走访是执委\n  联系群众的方式。\n",
        fix="safe",
    ),
    "yaml-reference": Page(
        Bilingual("引用被读成列表", "A reference is read as a list"),
        Bilingual(
            "“{text}”被读成了列表里的列表，不是引用：写到“|”下面{corrected}；若要列表，只用一层方括号",
            "“{text}” is read as a list within a list, not as a reference: put it under “|”{corrected}; for a "
            "list use single brackets",
        ),
        Bilingual(
            "方括号在值的开头表示列表；“|”下面的 [[…]] 才是引用。",
            "A bracket at the beginning of a value means a list; [[…]] is a reference under “|”.",
        ),
        Severity.ERROR,
        _YAML + ", 7.4",
        "introduction: [[visiting]]\n",
        "introduction: |\n  走访的次数见[[visiting]]。\n",
        fix="depends",
    ),
    "yaml-braces": Page(
        Bilingual("花括号里的文字被读成了键", "Text in braces is read as a key"),
        Bilingual(
            "花括号里的文字被读成了没有值的键：是文字就写到“|”下面{corrected}；不是就补上“: 值”",
            "text in braces is read as a key without value: put text under “|”{corrected}; otherwise add “: value”",
        ),
        Bilingual("花括号在值的开头表示一组键和值。", "A brace at the beginning of a value means keys and values."),
        Severity.ERROR,
        _YAML + ", 7.4",
        "title: {执委走访工作规程}\n",
        "title: {zh: 执委走访工作规程, en: Code of practice for visits}\n",
        fix="suggested",
    ),
}

"""Pages of the reader's findings: the file as a whole, and what of YAML the format does not use.

The slips of authors have theirs in ``slips_pages``; ``YAML_PAGES`` holds all of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from stdkit.model.diagnostics import Bilingual, Page, Severity
from stdkit.read.slips_pages import SLIP_PAGES
from stdkit.read.slips_pages_text import TEXT_PAGES

_YAML: Final = "YAML 1.2"
_FORMAT: Final = "format 1"

_FILE_PAGES: Final[dict[str, Page]] = {
    "yaml-unreadable": Page(
        Bilingual("文件打不开", "A file cannot be opened"),
        Bilingual(
            "文件打不开（{reason}）：检查它是否存在、是否被占用、有无权限",
            "the file cannot be opened ({reason}): check that it exists, that no program holds it, and its permissions",
        ),
        Bilingual(
            "没有读到的标准不能检查，也不能出版。括号里是系统说的原因，例如没有权限，或者名为 .yaml 的其实是文件夹。",
            "A standard that is not read can be neither checked nor published. In brackets stands what the system says: "
            "permission is lacking, for example, or what is called .yaml is a folder.",
        ),
        Severity.ERROR,
        _FORMAT,
    ),
    "yaml-encoding": Page(
        Bilingual("文件不是 UTF-8 编码", "A file is not UTF-8"),
        Bilingual("从这里起不是 UTF-8 文字（{found}）：{cure}", "from here on the text is not UTF-8 ({found}): {cure}"),
        Bilingual(
            "用别的编码读会得到乱码，而且各台电脑不一样；UTF-8 处处相同。文件现在的编码写在 VS Code 窗口的右下角，"
            "多为 GBK；打开后满是“�”或不认识的字，也是这个原因。",
            "Other encodings turn into garbage, differently on each machine; UTF-8 is the same everywhere. VS Code shows the "
            "encoding at the lower right, mostly GBK; a text full of “�” or of unknown characters has the same cause.",
        ),
        Severity.ERROR,
        _YAML + ", 5.2",
    ),
    "yaml-bom": Page(
        Bilingual("文件以字节顺序标记开头", "A file begins with a byte order mark"),
        Bilingual(
            "文件开头有看不见的字节顺序标记（BOM）：另存为不带 BOM 的 UTF-8",
            "the file begins with an invisible byte order mark: save it as UTF-8 without BOM",
        ),
        Bilingual(
            "有的工具会把它当作第一个键的一部分。它在编辑器里看不见，VS Code 右下角写着“UTF-8 with BOM”。",
            "Some tools take it for a part of the first key. No editor shows it; VS Code says “UTF-8 with BOM” at the lower right.",
        ),
        Severity.WARNING,
        _YAML + ", 5.2",
        fix="safe",
    ),
    "yaml-control-character": Page(
        Bilingual("文字里有控制字符", "A control character stands in the text"),
        Bilingual(
            "有看不见的控制字符 {character}，共 {count} 处：删去",
            "there is an invisible control character {character}, {count} in all: delete it",
        ),
        Bilingual(
            "它多从 Word 或网页粘贴而来，印不出来，YAML 也不允许。VS Code 把它显示为 VT、FF 一类的小方框；"
            "别的编辑器里看不见，光标经过它要多按一次方向键。",
            "It mostly comes with text pasted from Word or a web page; it cannot be printed and YAML forbids it. VS Code shows it "
            "as a small VT, FF or the like; in other editors only the cursor stops once more there.",
        ),
        Severity.ERROR,
        _YAML + ", 5.1",
        fix="depends",
    ),
    "yaml-line-break": Page(
        Bilingual("用了别的换行符", "A foreign line break is used"),
        Bilingual(
            "有编辑器看不出的换行符 {character}，共 {count} 处：删去，或者在此处换行",
            "there is a line break {character} that editors do not show, {count} in all: delete it or begin a new line",
        ),
        Bilingual(
            "YAML 在此处换行，编辑器却不换，行号从此对不上，“|”下面的文字也会断开。VS Code 打开文件时会问是否删去"
            "“异常行终止符”；别的编辑器里可能只像一个空格。",
            "YAML begins a line here and the editor does not: line numbers differ, and a text under “|” breaks off. VS Code asks "
            "about “unusual line terminators” when it opens the file; other editors may show a blank.",
        ),
        Severity.ERROR,
        _YAML + ", 5.4",
        fix="depends",
    ),
    "yaml-too-large": Page(
        Bilingual("文件太大", "A file is too large"),
        Bilingual(
            "文件有 {size} MB，超过 {limit} MB：一项标准写一个文件，图放到 figures 文件夹",
            "the file has {size} MB, more than {limit} MB: write one standard to a file and put pictures into the folder figures",
        ),
        Bilingual(
            "一项标准约 10 KB；这样大的文件多半是放错了，或者粘进了图片：一行有成千上万个字母和数字。",
            "A standard has about 10 KB; a file of this size is mostly there by mistake, or holds a picture that was pasted in: "
            "a line of thousands of letters and digits.",
        ),
        Severity.ERROR,
        _FORMAT,
    ),
    "yaml-too-deep": Page(
        Bilingual("层次太深", "The nesting is too deep"),
        Bilingual(
            "这里的层次超过 {limit} 层：减少缩进或括号的层数",
            "this is nested more than {limit} levels deep: use fewer levels of indentation or brackets",
        ),
        Bilingual(
            "标准最多用到十几层；再深的多半是误写或者有意损害，例如一长串“[[[[”，或者一行比一行缩进得多。",
            "A standard needs a dozen levels; more are a slip or meant to do harm: a long row of “[[[[”, or line after line "
            "indented further.",
        ),
        Severity.ERROR,
        _FORMAT,
    ),
    "yaml-too-many-values": Page(
        Bilingual("条目太多", "There are too many values"),
        Bilingual(
            "文件中的条目超过 {limit} 个：分成几个文件", "the file holds more than {limit} values: part it into several files"
        ),
        Bilingual(
            "一项标准只有几百个条目；这样的文件多半是从别的系统导出的数据，放错了地方。",
            "A standard has a few hundred; such a file is mostly data from another program, there by mistake.",
        ),
        Severity.ERROR,
        _FORMAT,
    ),
    "yaml-empty": Page(
        Bilingual("文件是空的", "A file is empty"),
        Bilingual(
            "文件里没有内容：用 stdkit new 新建标准，或者删去这个文件",
            "the file holds nothing: begin a standard with stdkit new, or delete the file",
        ),
        Bilingual(
            "空文件可能是保存时中断留下的，原文也许还在版本库里。",
            "An empty file may be left over from a broken save; git may still have the text.",
        ),
        Severity.ERROR,
        _FORMAT,
        "# 待写\n",
        "id: XM-101\n",
    ),
    "yaml-syntax": Page(
        Bilingual("这一行读不懂", "A line cannot be read"),
        Bilingual(
            "“{text}”不是“键: 值”，也不是“- ”开头的一项：检查冒号、逗号、缩进和引号；文件若在这里中断，请补全",
            "“{text}” is neither “key: value” nor an item that begins with “- ”: check colons, commas, indentation "
            "and quotation marks; if the file breaks off here, complete it",
        ),
        Bilingual(
            "YAML 的每一行要么是键和值，要么是列表的一项，要么属于上面的一段文字。",
            "Each line of YAML is a key with its value, an item of a list, or part of the text above.",
        ),
        Severity.ERROR,
        _YAML,
        "id: XM-101\n走访是执委联系群众的方式。\n",
        "id: XM-101\nintroduction: |\n  走访是执委联系群众的方式。\n",
    ),
    "yaml-documents": Page(
        Bilingual("一个文件里有几份文档", "A file holds several documents"),
        Bilingual(
            "行首的“---”或“...”结束了这份文档，后面的不再读：删去这一行，或者分成两个文件",
            "“---” or “...” at the beginning of a line ends the document and the rest is not read: "
            "delete the line, or write two files",
        ),
        Bilingual(
            "一个文件只写一项标准；后面的内容会悄悄丢失。", "One file holds one standard; what follows would be lost silently."
        ),
        Severity.ERROR,
        _FORMAT,
        "id: XM-101\n---\nid: XM-102\n",
        "id: XM-101\n",
    ),
    "yaml-directive": Page(
        Bilingual("行首的“%”", "A line begins with “%”"),
        Bilingual(
            "以“%”开头的行是 YAML 的指令，本格式不用：删去这一行，是文字就缩进到“|”下面",
            "a line that begins with “%” is a directive of YAML, which the format does not use: delete it, "
            "or indent it under “|” if it is text",
        ),
        Bilingual("指令会改变其余内容的读法。", "A directive changes how the rest is read."),
        Severity.ERROR,
        _FORMAT,
        "%YAML 1.2\n---\nid: XM-101\n",
        "id: XM-101\n",
    ),
    "yaml-anchor": Page(
        Bilingual("锚点", "An anchor"),
        Bilingual(
            "“{text}”被当作锚点而不是文字：是文字就写到“|”下面{corrected}；不是就删去",
            "“{text}” is taken for an anchor, not for text: put text under “|”{corrected}; otherwise delete it",
        ),
        Bilingual(
            "本格式不用锚点：共用的内容写在 system.yaml，用 [[…]] 引用。",
            "The format has no anchors: what is shared stands in system.yaml and is referred to with [[…]].",
        ),
        Severity.ERROR,
        _FORMAT,
        "subsystem: &duties XM1\n",
        "subsystem: XM1\n",
        fix="suggested",
    ),
    "yaml-alias": Page(
        Bilingual("别名", "An alias"),
        Bilingual(
            "“{text}”被当作别名而不是文字：是文字就写到“|”下面{corrected}；不是就把内容写出来",
            "“{text}” is taken for an alias, not for text: put text under “|”{corrected}; otherwise write the content out",
        ),
        Bilingual(
            "本格式不用别名：读者要在原处看到全文。", "The format has no aliases: a reader sees the whole text where it stands."
        ),
        Severity.ERROR,
        _FORMAT,
        "subsystem: *duties\n",
        "subsystem: XM1\n",
        fix="suggested",
    ),
    "yaml-merge-key": Page(
        Bilingual("合并键“<<”", "A merge key “<<”"),
        Bilingual(
            "本格式不用合并键“<<”：把要合并的键写出来，或者写进 system.yaml 的 defaults",
            "the format has no merge key “<<”: write the keys out, or put them under defaults in system.yaml",
        ),
        Bilingual("合并进来的值没有自己的位置，出错时无处可指。", "Merged values have no place of their own to point to."),
        Severity.ERROR,
        _FORMAT,
        "<<: {id: XM-101}\n",
        "id: XM-101\n",
    ),
    "yaml-tag": Page(
        Bilingual("类型标记", "A tag"),
        Bilingual(
            "“{text}”被当作类型标记而不是文字：是文字就写到“|”下面{corrected}；不是就删去",
            "“{text}” is taken for a tag, not for text: put text under “|”{corrected}; otherwise delete it",
        ),
        Bilingual("本格式里一切都是文字，不需要标明类型。", "In the format everything is text; there is nothing to tag."),
        Severity.ERROR,
        _FORMAT,
        "issued: !!str 2025-06-20\n",
        "issued: 2025-06-20\n",
        fix="suggested",
    ),
    "yaml-key": Page(
        Bilingual("键不是一个词", "A key is not a word"),
        Bilingual(
            "冒号前面的键要写成一行以内的一个词：改写这个键，是文字就写到“|”下面",
            "the key before a colon is a word on one line: rewrite it, or put it under “|” if it is text",
        ),
        Bilingual("本格式的键都是固定的英文词或者自定的名称。", "Keys of the format are fixed English words or names."),
        Severity.ERROR,
        _FORMAT,
        "? [applies_to]\n: [village]\n",
        "applies_to: [village]\n",
    ),
    "yaml-duplicate-key": Page(
        Bilingual("键写了两次", "A key is written twice"),
        Bilingual(
            "“{key}”在第 {line} 行已经写过：合成一处，或者删去一处",
            "“{key}” was already written on line {line}: join the two or delete one",
        ),
        Bilingual(
            "两处只有一处会起作用，另一处悄悄丢失。", "Only one of the two would count and the other would be lost silently."
        ),
        Severity.ERROR,
        _YAML + ", 3.2.1.1",
        "id: XM-101\nid: XM-102\n",
        "id: XM-101\n",
    ),
}

YAML_PAGES: Final[Mapping[str, Page]] = MappingProxyType({**_FILE_PAGES, **SLIP_PAGES, **TEXT_PAGES})

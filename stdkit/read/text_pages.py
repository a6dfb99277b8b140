"""What the findings of prose, cells and folders say of themselves."""

from __future__ import annotations

from collections.abc import Mapping

from stdkit.model.diagnostics import Bilingual, Offer, Page, Severity
from stdkit.read.text_examples import TEXT_EXAMPLES

FORMAT = "format 1"


def _page(title: tuple[str, str], message: tuple[str, str], why: tuple[str, str], fix: Offer | None = None) -> Page:
    return Page(Bilingual(*title), Bilingual(*message), Bilingual(*why), Severity.ERROR, FORMAT, fix=fix)


_PAGES: Mapping[str, Page] = {
    "text-list-marker": _page(
        ("手写的列项编号", "a list marker typed by hand"),
        ("列项编号“{marker}”由 stdkit 生成：写成“{line}”", "the marker “{marker}” is generated: write “{line}”"),
        (
            "编号由次序决定；手写的编号在增删列项后就错了，也不能被引用。",
            "Markers follow from the order; typed ones go wrong when items move.",
        ),
        "safe",
    ),
    "text-list-mark-missing": _page(
        ("列项缺少标记", "an item without its mark"),
        (
            "这一行没有“{marker}”，会并入上一项：写成“{line}”，接着上一项写的，缩进到与上一项的文字对齐",
            "without “{marker}” this line belongs to the item above: write “{line}”, or indent it like the text of that item",
        ),
        ("少一个标记，两项就印成一项。", "A lost mark prints two items as one."),
        "suggested",
    ),
    "text-sublist-indent": _page(
        ("下一级列项缩进不够", "a sub-list indented too little"),
        (
            "下一级列项缩进不够，会变成同级：缩进{blanks}个空格",
            "this sub-list is indented too little: indent it by {blanks} blanks",
        ),
        ("下一级列项的标记应与上一级的文字对齐。", "The marker of a sub-list stands under the text of its item."),
        "safe",
    ),
    "text-list-depth": _page(
        ("列项超过两级", "a list of more than two levels"),
        (
            "列项最多两级：把这一级改为条，或者并入上一级",
            "lists have two levels: make this a clause or merge it with the level above",
        ),
        ("GB/T 1.1—2020的7.5只有两级列项。", "GB/T 1.1—2020, 7.5 knows two levels of lists."),
    ),
    "text-heading": _page(
        ("正文中的标题", "a heading within prose"),
        (
            "标题不写在正文里：新增一条，把“{text}”写成它的 title",
            "a heading does not stand in prose: add a clause with the title “{text}”",
        ),
        (
            "章和条由 clauses 表示，标题写在 title，编号由 stdkit 生成。",
            "Chapters and clauses are entries of `clauses`; their numbers are generated.",
        ),
    ),
    "text-html": _page(
        ("正文中的 HTML", "HTML within prose"),
        (
            "{text}不会变成格式：删去，或者用`反引号`括起来原样印出",
            "{text} makes no format: remove it, or print it as it is between `backquotes`",
        ),
        ("标准印在纸上，只有能印出来的标记有意义。", "Only marks that a standard can print mean something."),
    ),
    "text-image": _page(
        ("正文中的图片", "an image within prose"),
        (
            "图片不写在正文里：改为 figure 块，写明 file 和 alt",
            "a picture does not stand in prose: make it a `figure` block with `file` and `alt`",
        ),
        ("图有编号、图题和替代文字，可以被引用。", "A figure has a number, a title and a text alternative."),
    ),
    "text-tab": _page(
        ("正文中的制表符", "a tab within prose"),
        ("正文中有制表符，印出来宽度不定：换成空格", "a tab stands in the text and prints at no certain width: use blanks"),
        ("制表符的宽度随编辑器和打印机变化。", "The width of a tab differs between editors and printers."),
        "safe",
    ),
    "text-unclosed": _page(
        ("没有结束的标记", "a mark that is not closed"),
        ("“{mark}”没有配对：补上结束的标记", "“{mark}” is not closed: add the closing mark"),
        ("没有配对的标记会原样印出来。", "A mark without its partner would be printed as it is."),
    ),
    "text-reference-empty": _page(
        ("空的引用", "an empty reference"),
        ("[[]]中没有名字：写上所引条款的 id", "[[]] names nothing: write the id of what is meant"),
        ("引用以名字找到目标。", "A reference finds its target by name."),
    ),
    "text-footnote-undefined": _page(
        ("没有内容的脚注", "a footnote without text"),
        (
            "脚注[^{mark}]没有内容：在同一段正文的末尾另起一行写“[^{mark}]: 内容”",
            "footnote [^{mark}] has no text: add a line “[^{mark}]: text” to the same text",
        ),
        (
            "脚注的内容与它的标记写在同一个文本中；表的脚注写在 footnotes。",
            "The text of a footnote stands in the same text; that of a table under `footnotes`.",
        ),
    ),
    "text-footnote-unused": _page(
        ("没有标记的脚注", "a footnote without a mark"),
        (
            "脚注{mark}没有被标记：在正文或者单元格中写[^{mark}]，或者删去它",
            "footnote {mark} is marked nowhere: write [^{mark}] in the text or a cell, or remove it",
        ),
        ("没有标记的脚注不会印出来。", "A footnote without a mark is not printed."),
    ),
    "text-cell-count": _page(
        ("单元格数不一致", "a row with another number of cells"),
        (
            "这一行有{found}格，第一行有{wanted}格：补上或者合并（< 与左格合并，^ 与上格合并）",
            "this row has {found} cells, the first has {wanted}: add or merge (< with the left, ^ with the cell above)",
        ),
        ("一行一列对齐，表才能印出来。", "Every row has a cell, or a merge mark, for every column."),
    ),
    "text-cell-merge": _page(
        ("不能合并的单元格", "cells that cannot be merged"),
        ("“{mark}”处的合并不成矩形：检查 < 和 ^ 的位置", "the merge at “{mark}” is no rectangle: look at the places of < and ^"),
        (
            "合并后的单元格应是矩形；< 左边、^ 上边应有单元格。",
            "Merged cells make a rectangle; < has a cell at its left, ^ one above.",
        ),
    ),
    "set-stray-file": _page(
        ("不属于这套标准的文件", "a file that does not belong to the set"),
        (
            "“{name}”不是标准文件，不会被读取：移到别处，图片放在 figures 中",
            "“{name}” is no file of the set and is not read: move it away; pictures go into figures",
        ),
        (
            "标准写成 <模块>/<标识>.yaml，别的名字会被漏掉，例如 XM-101.yml、XM-101.yaml.txt；"
            "Windows 默认不显示后缀，在文件资源管理器的“查看”中打开“文件扩展名”就看得见。",
            "A standard is <module>/<id>.yaml; other names, such as XM-101.yml or XM-101.yaml.txt, would be missed silently. "
            "Windows hides the end of a name unless “File name extensions” is on in the menu “View”.",
        ),
    ),
    "standard-duplicate": _page(
        ("两个文件用同一个标识", "two files with one id"),
        (
            "标识 {id} 已经用在 {path} 第{line}行：改用 stdkit new 给出的下一个空号",
            "the id {id} stands already in {path}, line {line}: use the next free one that stdkit new gives",
        ),
        ("标识永久指一项标准，不重复使用。", "An id means one standard for ever."),
    ),
}

TEXT_PAGES: Mapping[str, Page] = {
    name: page.with_examples(*TEXT_EXAMPLES[name]) if name in TEXT_EXAMPLES else page for name, page in _PAGES.items()
}

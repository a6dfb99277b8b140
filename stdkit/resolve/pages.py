"""What the findings of resolving say of themselves."""

from __future__ import annotations

from collections.abc import Mapping

from stdkit.model.diagnostics import Bilingual, Page, Severity

_CHAPTER = """\
clauses:
  - id: visiting
    title: 走访
    content: |
      {}
"""
_RECORDING = """\
  - id: recording
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""
_SIBLING = "# service-project/XM-102.yaml\nid: XM-102\n"
_FORM = _CHAPTER.format("记录的格式应符合{}的规定。")

RESOLVE_PAGES: Mapping[str, Page] = {
    "reference-unknown": Page(
        Bilingual("引用了不存在的内容", "a reference to nothing"),
        Bilingual(
            "[[{target}]]没有对应的内容{hint}：核对名字，或者给目标加上 id",
            "[[{target}]] names nothing{hint}: check the name, or give its target an id",
        ),
        Bilingual("引用以 id 找到章、条、表、图、附录、术语、参数或者另一项标准。", "References find their target by its id."),
        Severity.ERROR,
        "GB/T 1.1—2020, 9.5.3",
        fix="suggested",
    ).with_examples(
        _CHAPTER.format("执委应按⟦[[recordings]]⟧填写记录。") + _RECORDING,
        _CHAPTER.format("执委应按[[recording]]填写记录。") + _RECORDING,
    ),
    "reference-standard": Page(
        Bilingual("引用了这套标准中没有的标准", "a reference to a standard that the set does not have"),
        Bilingual(
            "这套标准中没有 {target}：核对标识，或者先用 stdkit new 新建",
            "the set has no standard {target}: check the id, or make it with stdkit new",
        ),
        Bilingual(
            "标准之间以标识互相引用，stdkit list 列出全部标识。", "Standards cite each other by id; stdkit list names them all."
        ),
        Severity.ERROR,
        "GB/T 1.1—2020, 9.5.4",
    ).with_examples(
        _CHAPTER.format("记录的保存应符合⟦[[XM-120]]⟧的规定。") + _SIBLING,
        _CHAPTER.format("记录的保存应符合[[XM-102]]的规定。") + _SIBLING,
    ),
    "reference-document": Page(
        Bilingual("引用的文件没有登记", "a document that is not registered"),
        Bilingual(
            "{target}不在 references.yaml 中{hint}：核对编号，或者登记这个文件",
            "{target} is not in references.yaml{hint}: check the number, or register the document",
        ),
        Bilingual(
            "第2章和参考文献印出的名称和编号来自登记表。",
            "Numbers and titles in chapter 2 and the bibliography come from the registry.",
        ),
        Severity.ERROR,
        "GB/T 1.1—2020, 8.6.3",
        fix="suggested",
    ).with_examples(_FORM.format("⟦[[GB/T 9740]]⟧"), _FORM.format("[[GB/T 9704]]")),
    "reference-form": Page(
        Bilingual("文件编号写法不规范", "a document number in another form"),
        Bilingual(
            "“{typed}”的规范写法是{canonical}：改为[[{canonical}]]",
            "the canonical form of “{typed}” is {canonical}: write [[{canonical}]]",
        ),
        Bilingual(
            "代号与顺序号之间空一格，年份前用一字线。", "A blank stands between code and serial, a one-em dash before the year."
        ),
        Severity.WARNING,
        "GB/T 1.1—2020, 8.1",
        fix="safe",
    ).with_examples(_FORM.format("⟦[[GB/T9704-2012]]⟧"), _FORM.format("[[GB/T 9704—2012]]")),
    "id-duplicate": Page(
        Bilingual("重复的 id", "an id given twice"),
        Bilingual(
            "id {id} 已经用在第{line}行：换一个名字，并核对引用它的地方",
            "the id {id} stands already in line {line}: choose another and look at the references to it",
        ),
        Bilingual(
            "一项标准中的章、条、表、图、术语和列项共用一个命名空间；system.yaml 的每个列表自成一个。",
            "Clauses, tables, figures, terms and items of a standard share one namespace; each list of system.yaml has its own.",
        ),
        Severity.ERROR,
        "format 1",
    ).with_examples(
        _CHAPTER.format("执委应每月走访1次。") + _RECORDING.replace("recording", "⟦visiting⟧"),
        _CHAPTER.format("执委应每月走访1次。") + _RECORDING,
    ),
}

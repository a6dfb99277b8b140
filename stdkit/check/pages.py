"""What the checker itself has to say."""

from __future__ import annotations

from collections.abc import Mapping

from stdkit.model.diagnostics import Bilingual, Page, Severity

CHECK_PAGES: Mapping[str, Page] = {
    "set-incomplete": Page(
        Bilingual("整套的检查没有做", "checks of the whole set were withheld"),
        Bilingual(
            "有{count}个文件读不完，整套的合计没有判断：先改好这些文件",
            "{count} files could not be read, so totals were not judged: mend them first",
        ),
        Bilingual("少了文件的合计会把一个错误变成几个。", "Totals over missing files would turn one slip into several findings."),
        Severity.NOTE,
        "format 1",
    ),
    "waiver-unused": Page(
        Bilingual("没有用到的豁免", "a waiver that silences nothing"),
        Bilingual("豁免 {rule} 没有对应的发现：删去它", "the waiver of {rule} silences nothing: remove it"),
        Bilingual("留着不用的豁免会盖住以后的错误。", "A waiver that is left behind would hide a later finding."),
        Severity.WARNING,
        "format 1",
    ),
    "rule-unknown": Page(
        Bilingual("没有这条规则", "a rule that does not exist"),
        Bilingual(
            "没有规则 {rule}{hint}：用 stdkit rules 查看全部规则", "there is no rule {rule}{hint}: stdkit rules lists them all"
        ),
        Bilingual("写错的规则名不起作用。", "A mistyped rule id has no effect."),
        Severity.ERROR,
        "format 1",
    ),
}

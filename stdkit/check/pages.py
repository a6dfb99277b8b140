"""What the checker itself has to say."""

from __future__ import annotations

from collections.abc import Mapping

from stdkit.model.diagnostics import Bilingual, Page, Severity

_WAIVED = """\
clauses:
  - id: visiting
    title: 走访
    waive: [{{rule: {rule}, reason: 试行后再增加一条}}]
    clauses:
      - id: preparing
        title: 准备
        content: |
          执委应在走访前核对名册。
"""
_SECOND = """\
      - id: asking
        title: 询问
        content: |
          执委应询问联系户的近况。
"""
_PROFILE = """\
# system.yaml
profile:
  rules:
    {rule}: {{severity: off, reason: 本组织的句子另有规定}}
"""

CHECK_PAGES: Mapping[str, Page] = {
    "set-incomplete": Page(
        Bilingual("整套的检查没有做", "checks of the whole set were withheld"),
        Bilingual(
            "有{count}个文件读不完，整套的合计没有判断：先改好这些文件",
            "{count} files could not be read, so totals were not judged: mend them first",
        ),
        Bilingual(
            "少了文件的合计会把一个错误变成几个。读不完的就是同一次检查中报出 yaml-、schema- 或 text- 错误的文件。",
            "Totals over missing files would turn one slip into several findings. Those that could not be read are the files with "
            "errors yaml-, schema- or text- in the same run.",
        ),
        Severity.NOTE,
        "format 1",
    ),
    "waiver-unused": Page(
        Bilingual("没有用到的豁免", "a waiver that silences nothing"),
        Bilingual("豁免 {rule} 没有对应的发现：删去它", "the waiver of {rule} silences nothing: remove it"),
        Bilingual("留着不用的豁免会盖住以后的错误。", "A waiver that is left behind would hide a later finding."),
        Severity.WARNING,
        "format 1",
    ).with_examples(_WAIVED.format(rule="⟦lone-subclause⟧") + _SECOND, _WAIVED.format(rule="lone-subclause")),
    "rule-unknown": Page(
        Bilingual("没有这条规则", "a rule that does not exist"),
        Bilingual(
            "没有规则 {rule}{hint}：用 stdkit rules 查看全部规则", "there is no rule {rule}{hint}: stdkit rules lists them all"
        ),
        Bilingual("写错的规则名不起作用。", "A mistyped rule id has no effect."),
        Severity.ERROR,
        "format 1",
    ).with_examples(_PROFILE.format(rule="⟦sentence-lng⟧"), _PROFILE.format(rule="sentence-long")),
}

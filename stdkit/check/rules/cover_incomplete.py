"""The cover bears the classification of the standard (8.1)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.resolved import ResolvedSet

TITLE = (
    "封面缺分类号",
    "a cover without its classification",
)
MESSAGE = (
    "封面缺{missing}：写上 ics 和 ccs，各标准相同的写在 system.yaml 的 defaults 中",
    "the cover lacks {missing}: write `ics` and `ccs`, or once for all under `defaults` in system.yaml",
)
WHY = (
    "标准按国际标准分类号和中国标准文献分类号编目、查找。",
    "Standards are catalogued and found by their international and Chinese classification.",
)
BASIS = "GB/T 1.1—2020, 8.1"
SEVERITY = {"": "warning", "draft": "note", "proposed": "note"}
SCOPE = "set"
WHOLE = True  # a file that cannot be read could change what is found
LIMITS = (
    "整套标准都没有写分类号的不报：这个组织不用分类号。号码本身对不对看不出来。",
    "A set in which no standard has a classification is passed over: its body does not use them. Whether a code is right cannot "
    "be seen.",
)
BAD = """
id: ⟦XM-101⟧
ics: 03.080.01
# service-project/XM-102.yaml
id: XM-102
ics: 03.080.01
ccs: A 16
"""
GOOD = """
# system.yaml
defaults:
  ics: 03.080.01
  ccs: A 16
  foreword: {proposed_by: 示例区妇女联合会, owner: 示例区妇女联合会, organizations: [示例区妇女联合会], drafters: withheld}
"""


def check(resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each standard that lacks one of the two in a set that uses them."""
    own = [each for each in resolved.index.standards.values() if not each.adopted]
    if not any(each.ics or each.ccs for each in own):
        return
    for standard in own:
        missing = [name for name, codes in (("ICS", standard.ics), ("CCS", standard.ccs)) if not codes]
        if missing:
            yield Finding(standard.id.at, slots(missing="、".join(missing)), path=standard.path)

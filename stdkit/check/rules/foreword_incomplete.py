"""The foreword names who is responsible and who drafted (8.3 f, g)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Bilingual, Finding, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "前言缺归口单位、起草单位或者起草人",
    "a foreword without the body responsible, the drafting bodies or the drafters",
)
MESSAGE = (
    "前言没有写明{missing}：在 foreword 中补上，各标准相同的写在 system.yaml 的 defaults 中",
    "the foreword does not name {missing}: add it under `foreword`, or once for all under `defaults` in system.yaml",
)
WHY = (
    "读者要知道由谁归口、向谁反映问题；起草单位和主要起草人是前言必须给出的。",
    "Readers need to know who is responsible; the foreword has to name the drafting bodies and the drafters.",
)
BASIS = "GB/T 1.1—2020, 8.3 f), g)"
SEVERITY = {"": "error", "draft": "note", "proposed": "note"}
SCOPE = "standard"
LIMITS = (
    "提出单位可以不写。起草人不公开的写 drafters: withheld。标准自己写了 foreword 的，defaults 中的 foreword 整个不用。",
    "Who proposed a standard may be left out. Drafters who are not made public are `withheld`. A standard with a `foreword` of "
    "its own takes nothing from that of `defaults`.",
)
BAD = """
id: ⟦XM-101⟧
foreword: {owner: 示例区妇女联合会, drafters: withheld}
"""
GOOD = """
foreword: {owner: 示例区妇女联合会, organizations: [示例区妇女联合会], drafters: withheld}
"""


PARTS = (
    ("owner", Bilingual("归口单位（owner）", "the body responsible (`owner`)")),
    ("organizations", Bilingual("起草单位（organizations）", "the drafting bodies (`organizations`)")),
    ("drafters", Bilingual("起草人（drafters）", "the drafters (`drafters`)")),
)


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield one finding at the id of a standard whose foreword, its defaults included, lacks one of the three."""
    del resolved
    foreword = standard.standard.foreword
    if foreword.owner and foreword.organizations and foreword.drafters:
        return
    missing = [name for key, name in PARTS if not getattr(foreword, key)]
    both = Bilingual("、".join(each.zh for each in missing), ", ".join(each.en for each in missing))
    yield Finding(standard.standard.id.at, slots(missing=both))

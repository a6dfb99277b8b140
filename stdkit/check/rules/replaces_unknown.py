"""What a standard replaces is known (8.1)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, slots
from stdkit.model.text import Word
from stdkit.resolve.documents import DocumentNumber, parse_number
from stdkit.resolve.resolved import ResolvedSet

TITLE = (
    "代替的标准在体系中没有",
    "a replaced standard that the set does not know",
)
MESSAGE = (
    "代替的“{number}”不是体系中的标准，references.yaml 中也没有：核对编号，已经废止的旧标准列入 references.yaml",
    "“{number}” is no standard of the set and not in references.yaml: check the number, and list an old one there",
)
WHY = (
    "代替号写错，旧标准就像仍然有效。",
    "With a wrong number the old standard seems to be in force still.",
)
BASIS = "GB/T 1.1—2020, 8.1"
SEVERITY = {"": "warning", "draft": "note", "proposed": "note"}
SCOPE = "set"
WHOLE = True  # a file that cannot be read could change what is found
LIMITS = (
    "只看本组织编号的标准；同一编号的旧版是知道的。别的组织的文件不看。",
    "Only numbers of this body are looked at; an earlier edition of a known number is known. Documents of other bodies are "
    "passed over.",
)
BAD = """
replaces: [⟦Q/SLFL XM 110—2021⟧]
changes:
  - {kind: changed, text: 走访的间隔, clause: visiting, former: 2021年版的4.1}
"""
GOOD = """
replaces: [Q/SLFL XM 101—2021, Q/SLFL XM 110—2021]
changes:
  - {kind: changed, text: 走访的间隔, clause: visiting, former: 2021年版的4.1}
# references.yaml
Q/SLFL XM 110—2021:
  title: {zh: 执委走访记录规范}
  level: enterprise
  status: superseded
  replaced_by: Q/SLFL XM 101—2025
"""


def check(resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each replaced number of the own series that is neither in the set nor in the registry."""
    index = resolved.index
    replacing = [each for each in index.standards.values() if each.replaces]
    if not replacing:
        return
    code = index.system.organization.code
    known = _undated((*index.numbers.values(), *index.registry))
    for standard in replacing:
        for word in standard.replaces:
            number = _number(word)
            if number and code in number.letters.replace("/", " ").split() and number.undated not in known:
                yield Finding(word.at, slots(number=word.text), path=standard.path)


def _undated(numbers: tuple[str, ...]) -> frozenset[str]:
    return frozenset(each.undated for each in map(parse_number, (number.replace("××××", "2000") for number in numbers)) if each)


def _number(word: Word) -> DocumentNumber | None:
    return parse_number(word.text)

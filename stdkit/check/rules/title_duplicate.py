"""No two standards of a set have one title (GB/T 13016)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.resolved import ResolvedSet

TITLE = (
    "两项标准标题相同",
    "two standards with one title",
)
MESSAGE = (
    "标题与{other}的“{title}”相同：写出两项标准不同的对象，或者合并成一项",
    "{other} has the title “{title}” already: name what is different about the two, or join them",
)
WHY = (
    "标题相同，读者不知道该用哪一项。",
    "With one title for two, nobody knows which to use.",
)
BASIS = "GB/T 1.1—2020, 6.1; GB/T 13016—2018"
SEVERITY = "warning"
SCOPE = "set"
LIMITS = (
    "不看空格、标点和英文字母大小写；意思相近、用字不同的标题认不出来。",
    "Blanks, punctuation and capitals do not count; titles of one meaning in other words are not recognised.",
)
BAD = """
title: {zh: 执委走访工作规程, en: Code of practice for visits}
# service-project/XM-102.yaml
id: XM-102
title: {zh: ⟦执委走访　工作规程⟧, en: Visits—Code of practice}
"""
GOOD = """
title: {zh: 执委走访工作规程, en: Code of practice for visits}
# service-project/XM-102.yaml
id: XM-102
title: {zh: 执委回访工作规程, en: Code of practice for return visits}
"""


def check(resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each Chinese title that an earlier standard of the set has already, blanks and marks apart."""
    seen: dict[str, tuple[str, str]] = {}
    for identifier, standard in sorted(resolved.index.standards.items()):
        title = standard.title.zh
        if title:
            plain = "".join(each for each in title.text.casefold() if each.isalnum())
            other, first = seen.setdefault(plain, (identifier, title.text))
            if other != identifier:
                yield Finding(title.at, slots(other=other, title=first), path=standard.path)

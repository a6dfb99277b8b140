"""A document that is implemented directly is not written again under a number of one's own (GB/T 1.2)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, slots
from stdkit.model.text import Title
from stdkit.resolve.resolved import ResolvedSet

TITLE = (
    "自己的标准重写了直接执行的文件",
    "a standard that writes a directly implemented document again",
)
MESSAGE = (
    "标题与直接执行的{number}（{other}）相同：删去这一项，或者写出它另外规定的对象并声明来源",
    "this is the title of {number}, which {other} implements directly: drop this standard, or name what it adds and declare its "
    "origin",
)
WHY = (
    "直接执行的文件没有自己的文本；换一个编号印出它的文本，涉及版权，来源也说不清。",
    "A directly implemented document has no text of one's own; printing it under another number touches copyright and blurs its "
    "origin.",
)
BASIS = "format 1; GB/T 1.2—2020"
SEVERITY = "warning"
SCOPE = "set"
LIMITS = (
    "这里只看标题；文本是否相同，由 stdkit report originality 与对比文本比对。",
    "Only titles are compared here; stdkit report originality compares the text with the corpora.",
)
_ADOPTED = """\
# general/JC-101.yaml
id: JC-101
subsystem: JC1
applies_to: [village]
origin: {kind: adopted, source: GB/T 36112—2018, use: [{who: 村妇联, for: 管理服务现场, evidence: 现场检查记录}]}
# references.yaml
GB/T 36112—2018:
  title: {zh: 政务服务中心服务现场管理规范, en: Specification for field management of government service center}
  level: national
  status: current
"""
BAD = f"""
title: {{zh: ⟦政务服务中心　服务现场管理规范⟧, en: Government service center—Specification for field management}}
type: specification
{_ADOPTED}
"""
GOOD = f"""
title: {{zh: 妇女之家服务现场管理规程, en: Code of practice for field management of women's homes}}
{_ADOPTED}
"""


def check(resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each own title that is the title of a directly implemented document, blanks and marks apart."""
    index = resolved.index
    titles: dict[str, tuple[str, str]] = {}
    for name, standard in sorted(index.standards.items()):
        entry = index.registry.get(index.numbers[name]) if standard.adopted else None
        for title in _plain(entry.title) if entry else ():
            titles.setdefault(title, (name, index.numbers[name]))
    for standard in index.standards.values():
        word = standard.title.zh or standard.title.en
        held = next((titles[each] for each in _plain(standard.title) if each in titles), None)
        if held and word and not standard.adopted:
            yield Finding(word.at, slots(other=held[0], number=held[1]), path=standard.path)


def _plain(title: Title) -> list[str]:
    texts = (word.text for word in title if word)
    return [plain for text in texts if (plain := "".join(each for each in text.casefold() if each.isalnum()))]

"""A declared form is used (format 1)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.resolved import ResolvedSet

TITLE = (
    "没有标准用到的表单",
    "a declared form that no standard uses",
)
MESSAGE = (
    "没有标准提到“{title}”：在用到它的地方写[[form:{id}]]，不用的从 forms 中删去",
    "no standard mentions “{title}”: write [[form:{id}]] where it is used, or remove it from `forms`",
)
WHY = (
    "没有标准要求填写的表，填了也没有依据。",
    "There is no ground for filling in a form that no standard asks for.",
)
BASIS = "format 1"
SEVERITY = "note"
SCOPE = "set"
WHOLE = True  # a file that cannot be read could change what is found
LIMITS = (
    "这里只看 system.yaml 中声明的表单；印在标准中的表单没有提到的，由 table-unmentioned 报告。",
    "Only the forms that system.yaml declares are looked at; table-unmentioned reports those that a standard prints.",
)
BAD = """
# system.yaml
forms: [⟦{id: hours, title: 志愿服务时长表}⟧]
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content: |
      志愿者走访的时长应记入[[form:hours]]。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
# system.yaml
forms: [{id: hours, title: 志愿服务时长表}]
"""


def check(resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each form of system.yaml that no text cites."""
    forms = resolved.index.system.forms
    if not forms:
        return
    cited = {mention.reference.target for each in resolved.standards.values() for mention in each.mentions}
    for form in forms:
        if f"form:{form.id}" not in cited:
            yield Finding(form.at, slots(title=form.title, id=form.id))

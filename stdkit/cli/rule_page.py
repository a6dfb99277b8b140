"""The page of a finding: one content, as text for a terminal and as Markdown for files and editors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from string import Formatter

from stdkit.check.catalogue import Rule, pages, rules
from stdkit.cli.language import Say, pick, speaker
from stdkit.cli.reporting.statistics import severity_names
from stdkit.model.diagnostics import Page, Place
from stdkit.model.standard import Stage

OPEN = "…"
"""Stands in a message for what is filled in from the text that is found."""
AFTERTHOUGHTS = {"corrected", "hint"}
"""The slots that say more in some cases, nothing in others."""

STAGES = {
    Stage.PROPOSED: ("立项", "proposed"),
    Stage.DRAFT: ("起草", "draft"),
    Stage.CONSULTATION: ("征求意见", "consultation"),
    Stage.TRIAL: ("试行", "trial"),
    Stage.REVIEW: ("审查", "review"),
    Stage.APPROVAL: ("批准", "approval"),
    Stage.PUBLISHED: ("发布", "published"),
    Stage.WITHDRAWN: ("废止", "withdrawn"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page: what it is called, what it says, or a piece of YAML and the words below it."""

    name: str
    text: str = ""
    example: str = ""


def page_parts(name: str, language: str) -> tuple[Part, ...]:
    """Return what the page of a finding says, in order; parts without content are left away.

    Raises ``KeyError`` for an id that has no page.
    """
    page, say = pages()[name], speaker(language)
    defect, cure = defect_and_cure(page, language)
    parts = (
        Part(say("级别", "severity"), severities(name, language)),
        Part(say("依据", "basis"), page.basis),
        Part(say("缺陷", "defect"), defect),
        Part(say("理由", "why"), pick(page.why, language)),
        Part(say("改法", "cure"), cure),
        Part(say("自动改正", "fix"), _fix(name, say)),
        Part(say("不报", "passed over"), pick(page.limits, language) if page.limits else ""),
        Part(say("不当", "bad"), _where(page.places, say), page.bad.strip("\n")),
        Part(say("恰当", "good"), example=page.good.strip("\n")),
    )
    return tuple(part for part in parts if part.text or part.example)


def page_text(name: str, language: str) -> str:
    """Return the page of a finding for a terminal. Raises ``KeyError`` for an id that has no page."""
    say = speaker(language)
    lines = [f"{name}  {pick(pages()[name].title, language)}", ""]
    for part in page_parts(name, language):
        if part.example:
            lines += ["", part.name, *(f"    {line}".rstrip() for line in part.example.split("\n"))]
            lines += [f"  {part.text}"] if part.text else []
        else:
            lines.append(f"{part.name}{say('：', ': ')}{part.text}")
    return "\n".join(lines)


def page_markdown(name: str, language: str) -> str:
    """Return the page of a finding without its title as Markdown. Raises ``KeyError`` for an id that has no page."""
    from stdkit.render.markdown import escape  # for start-up time: a terminal needs no Markdown

    say, parts = speaker(language), page_parts(name, language)
    said = "\n".join(f"- **{part.name}**{say('：', ': ')}{escape.markdown(part.text)}" for part in parts if not part.example)
    examples = [f"**{part.name}**\n\n````yaml\n{part.example}\n````" for part in parts if part.example]
    below = [escape.markdown(part.text) for part in parts if part.example]
    return "\n\n".join([said, *(text for pair in zip(examples, below, strict=True) for text in pair if text)])


def defect_and_cure(page: Page, language: str) -> tuple[str, str]:
    """Return what the message of a page says before and behind its first colon; slots are open, a cure that is one is empty."""
    mark = speaker(language)("：", ": ")
    pieces = Formatter().parse(pick(page.message, language))
    text = "".join(literal + (OPEN if slot and slot not in AFTERTHOUGHTS else "") for literal, slot, _, _ in pieces)
    defect, _, cure = text.partition(mark)
    return defect, cure if cure != OPEN else ""


def severities(name: str, language: str) -> str:
    """Return how heavy a finding is, by stage where that matters. Raises ``KeyError`` for an id that has no page."""
    say, rule = speaker(language), _rules().get(name)
    names = severity_names(say)
    if rule is None or len(set(rule.severities.values())) == 1:
        return names[pages()[name].severity]
    grouped = groupby(Stage, key=rule.severity)
    spans = [(names[severity], [say(*STAGES[stage]) for stage in stages]) for severity, stages in grouped]
    return say("；", "; ").join(f"{_span(stages, say)}{say('为', ': ')}{severity}" for severity, stages in spans)


def _span(stages: list[str], say: Say) -> str:
    return stages[0] if len(stages) == 1 else f"{stages[0]}{say('至', ' to ')}{stages[-1]}"


def _fix(name: str, say: Say) -> str:
    match pages()[name].fix:
        case "safe":
            return say("stdkit validate --fix 改正", "made by stdkit validate --fix")
        case "suggested":
            return say("只给出建议，--fix 不改", "suggested only, not made by --fix")
        case "depends":
            return say("视写法而定，stdkit validate --diff 显示会改什么", "depends on the text, stdkit validate --diff shows it")
        case None:
            return say("无，由人修改", "none, mended by a person")


def _where(places: tuple[Place, ...], say: Say) -> str:
    found = [_place(line, [each.words for each in group], say) for line, group in groupby(places, key=lambda each: each.line)]
    return say("；", "; ").join(found)


def _place(line: int, words: list[str], say: Say) -> str:
    quoted = say("、", ", ").join(f"“{each}”" for each in words if each.strip())
    where = say(f"第{line}行", f"line {line}")
    return f"{where}{say('：', ': ')}{quoted}" if quoted else where


@cache
def _rules() -> dict[str, Rule]:
    return {rule.id: rule for rule in rules()}


def names_by_group() -> Iterator[tuple[str, list[str]]]:
    """Yield the ids of all findings by the first word of them, those that stand alone at last under the empty name."""
    grouped = [(prefix, list(names)) for prefix, names in groupby(sorted(pages()), key=lambda name: name.partition("-")[0])]
    yield from ((prefix, names) for prefix, names in grouped if len(names) > 1)
    yield "", [name for _, names in grouped if len(names) == 1 for name in names]

"""A flow chart as Mermaid text, which code hosts draw and people can read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stdkit.draw.flow import FlowStep

_SHAPES = {"step": ('["', '"]'), "decision": ('{"', '"}'), "end": ('(["', '"])')}
_ESCAPES = {'"': "#quot;", "<": "#lt;", ">": "#gt;", "#": "#35;", "`": "#96;", "\n": " "}


def mermaid(steps: Sequence[FlowStep]) -> str:
    """Return the Mermaid text of a flow chart; its nodes are numbered in the order of the steps."""
    return "\n".join(("flowchart TD", *_nodes(steps), *_ways(steps)))


def _nodes(steps: Sequence[FlowStep]) -> Iterator[str]:
    for number, step in enumerate(steps, 1):
        opening, closing = _SHAPES[step.shape]
        detail = f"<br>{_escape(step.detail)}" if step.detail else ""
        yield f"  s{number}{opening}{_escape(step.text)}{detail}{closing}"


def _ways(steps: Sequence[FlowStep]) -> Iterator[str]:
    for number, step in enumerate(steps, 1):
        for way in step.exits:
            label = f'|"{_escape(way.label)}"|' if way.label else ""
            yield f"  s{number} -->{label} s{way.to + 1}"


def _escape(text: str) -> str:
    return "".join(_ESCAPES.get(letter, letter) for letter in text)

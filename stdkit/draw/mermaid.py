"""Flow charts, structures and graphs as Mermaid text, which code hosts draw and people can read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stdkit.draw.flow import FlowStep
from stdkit.draw.graph import Node
from stdkit.draw.structure import Branch

_SHAPES = {"step": ('["', '"]'), "decision": ('{"', '"}'), "end": ('(["', '"])')}
_ESCAPES = {'"': "#quot;", "<": "#lt;", ">": "#gt;", "#": "#35;", "`": "#96;", "\n": " "}


def mermaid(steps: Sequence[FlowStep]) -> str:
    """Return the Mermaid text of a flow chart; its nodes are numbered in the order of the steps."""
    return "\n".join(("flowchart TD", *_nodes(steps), *_ways(steps)))


def structure_mermaid(outside: str, title: str, branches: Sequence[Branch]) -> str:
    """Return the Mermaid text of the structure of a system: what is outside leads to it in dashes."""
    lines = ["flowchart TD", f"  o{_labelled(outside, 'end')}", f"  s{_labelled(title, 'step')}", "  o -.- s"]
    for number, branch in enumerate(branches, 1):
        lines += [f"  m{number}{_labelled(branch.title, 'step')}", f"  s --- m{number}"]
        for position, part in enumerate(branch.parts, 1):
            lines += [f"  m{number}p{position}{_labelled(part, 'step')}", f"  m{number} --- m{number}p{position}"]
    return "\n".join(lines)


def graph_mermaid(groups: Sequence[Sequence[Node]], edges: Sequence[tuple[str, str]]) -> str:
    """Return the Mermaid text of a graph; its nodes are numbered in the order of the groups."""
    nodes = [node for group in groups for node in group]
    numbers = {node.name: number for number, node in enumerate(nodes, 1)}
    lines = ["flowchart LR"]
    for node in nodes:
        title = f"<br>{_escape(node.title)}" if node.title else ""
        lines.append(f'  n{numbers[node.name]}["{_escape(node.name)}{title}"]')
    known = sorted({(start, end) for start, end in edges if start != end and start in numbers and end in numbers})
    lines += [f"  n{numbers[start]} --> n{numbers[end]}" for start, end in known]
    return "\n".join(lines)


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


def _labelled(text: str, shape: str) -> str:
    opening, closing = _SHAPES[shape]
    return f"{opening}{_escape(text)}{closing}"


def _escape(text: str) -> str:
    return "".join(_ESCAPES.get(letter, letter) for letter in text)

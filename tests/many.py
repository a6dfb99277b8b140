"""A set of very many standards, made from one of a small set without a file: every reference of it leads elsewhere."""

from __future__ import annotations

import random
from dataclasses import replace

from stdkit.resolve.citations import Mention
from stdkit.resolve.passages import key
from stdkit.resolve.resolved import Citation, ResolvedSet, ResolvedStandard
from stdkit.resolve.targets import SiblingTarget

CITATIONS, NEAR = 5, 500


def many(resolved: ResolvedSet, count: int, circle: int = 0) -> ResolvedSet:
    """Return a set of ``count`` standards: each cites five others, or the first ``circle`` only the next of a circle."""
    pattern = max(resolved.standards.values(), key=lambda each: len(each.mentions))
    names = [f"XM-{10_001 + number}" for number in range(count)]
    drawn = random.Random(1)  # noqa: S311 - a made-up set, no secret
    standards = {}
    for position, name in enumerate(names):
        others = {(position + drawn.randrange(1, min(NEAR, count))) % count for _ in range(2 * CITATIONS)}
        cited = [(position + 1) % circle] * (position < circle) if circle else sorted(others)[:CITATIONS]
        standards[name] = _standard(pattern, name, [names[each] for each in cited])
    index = replace(
        resolved.index,
        standards={name: each.standard for name, each in standards.items()},
        numbers={name: f"Q/SLFL {name}" for name in names},
    )
    return replace(resolved, index=index, standards=standards)


def _standard(pattern: ResolvedStandard, name: str, cited: list[str]) -> ResolvedStandard:
    """Return a standard like the pattern with as many references as it cites others."""
    standard = replace(pattern.standard, id=pattern.standard.id._replace(text=name), terms_from=())
    mentions = pattern.mentions[: len(cited)]
    followed = tuple((mention, SiblingTarget(target, None)) for mention, target in zip(mentions, cited, strict=True))
    return replace(
        pattern,
        standard=standard,
        targets={key(mention.reference.at): target for mention, target in followed},
        followed=followed,
        citations=tuple(_citation(*each) for each in zip(mentions, cited, strict=True)),
    )


def _citation(mention: Mention, cited: str) -> Citation:
    at = mention.reference.at
    return Citation(cited, f"Q/SLFL {cited}", "", "enterprise", False, None, "normative", at, None, True)

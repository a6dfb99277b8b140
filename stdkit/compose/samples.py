"""The words that mark a sample."""

from __future__ import annotations

from stdkit.resolve.resolved import ResolvedSet


def sample_mark(resolved: ResolvedSet) -> str:
    """Return the words that mark a sample in running heads, empty when the set is none."""
    return resolved.house.label("sample") if resolved.index.system.sample_notice else ""

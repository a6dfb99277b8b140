"""What an author has typed under ``references``, as citations."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.text import Reference, Word
from stdkit.resolve.citations import Nature
from stdkit.resolve.lists import citation_of
from stdkit.resolve.references import resolve_reference
from stdkit.resolve.resolved import Citation, ResolvedSet, ResolvedStandard


def typed_references(standard: ResolvedStandard, resolved: ResolvedSet, nature: Nature) -> Iterator[tuple[Word, Citation]]:
    """Yield the typed references of a nature that lead to a document."""
    typed = standard.standard.references
    for word in typed.normative if nature == "normative" else typed.informative:
        target = resolve_reference(Reference(word.text, None, word.at), standard.standard, resolved.index)
        citation = citation_of(target, resolved.index, nature, word.at)
        if citation:
            yield word, citation

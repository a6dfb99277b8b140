"""Which texts of the corpora a standard shares much with and does not name as its source."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.outside import Known, open_libraries
from stdkit.check.overlaps import ALIKE
from stdkit.model.standard import Standard
from stdkit.originality.compare import compare
from stdkit.originality.passages import Text
from stdkit.resolve.documents import parse_number
from stdkit.resolve.overlap import OF_ONE_SOURCE, own_words
from stdkit.resolve.resolved import ResolvedSet


def unnamed(resolved: ResolvedSet) -> Iterator[tuple[str, str, float]]:
    """Yield standard, source and share of the standard for what stands in the corpora and is not named.

    Raises ``StdkitError`` when a corpus is damaged.
    """
    named = {name for name, _ in resolved.index.system.corpora}
    with open_libraries(resolved) as libraries:
        chosen = [each for each in libraries if each.corpus.name in named]
        for name, standard in resolved.standards.items():
            characters = "\n".join(each.text for each in own_words(standard.standard, standard.passages))
            for library in chosen:
                comparison = compare(Text(name, characters), library.library)
                shares: dict[str, int] = {}
                for passage in comparison.passages:
                    if passage.likeness >= ALIKE:
                        shares[passage.source] = shares.get(passage.source, 0) + passage.here.length
                for source, length in sorted(shares.items()):
                    known, share = library.known(source), min(length / max(comparison.counted, 1), 1.0)
                    if share >= OF_ONE_SOURCE and not names(standard.standard, known):
                        yield name, known.number or known.name, share


def names(standard: Standard, known: Known) -> bool:
    """Return whether a standard names a text as its source, in whatever edition."""
    typed = standard.origin.source
    return typed is not None and bare_name(typed.text) in {bare_name(known.name), bare_name(known.number)}


def bare_name(document: str) -> str:
    """Return the number of a document without its year, else its name without brackets."""
    parsed = parse_number(document)
    return parsed.undated if parsed else document.strip("《》 ")

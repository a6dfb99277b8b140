"""A standard as a document: cover, front matter, text."""

from __future__ import annotations

import hashlib

from stdkit.compose.body import compose_body
from stdkit.compose.feedback import compose_feedback
from stdkit.compose.front import compose_contents, compose_cover, compose_foreword, compose_introduction
from stdkit.compose.printing import Printing
from stdkit.compose.samples import sample_mark
from stdkit.model.document import Document, Section
from stdkit.model.standard import Stage
from stdkit.resolve.resolved import ResolvedSet


def compose_standard(resolved: ResolvedSet, identifier: str) -> Document:
    """Return a standard of the set as a document of its own.

    Raises ``KeyError`` for a standard that has no text of its own, ``StdkitError`` for a broken template.
    """
    standard = resolved.standards[identifier]
    title = resolved.title(identifier)
    return Document(
        name=identifier,
        title=title,
        language=resolved.index.language,
        sections=compose_sections(resolved, identifier),
        properties=properties(
            resolved,
            ("number", standard.number),
            ("title", title),
            ("english_title", standard.standard.title.en.text if standard.standard.title.en else ""),
            ("stage", standard.standard.stage.value),
            ("issued", standard.standard.issued.text if standard.standard.issued else ""),
            ("implemented", standard.standard.implemented.text if standard.standard.implemented else ""),
            ("edition", standard.standard.issued.text[:4] if standard.standard.issued else ""),
            ("source_sha256", _source_digest(resolved, identifier)),
        ),
    )


def compose_sections(resolved: ResolvedSet, identifier: str) -> tuple[Section, ...]:
    """Return the sections of a standard: cover, front matter in roman pages, text in arabic ones."""
    printing = Printing(resolved, resolved.standards[identifier])
    body = compose_body(printing)
    front = (*compose_foreword(printing), *compose_introduction(printing))
    contents = compose_contents(printing, (*front, *body))
    number, sample = printing.resolved.number, sample_mark(resolved)
    commented = printing.resolved.standard.stage is Stage.CONSULTATION
    sections = (
        Section("cover", (compose_cover(printing),), standard=identifier),
        Section("front", (*contents, *front), number, sample, "roman", restart=True, standard=identifier),
        Section("body", body, number, sample, "arabic", restart=True, standard=identifier, line_numbers=commented),
    )
    return (*sections, compose_feedback(printing)) if commented else sections


def _source_digest(resolved: ResolvedSet, identifier: str) -> str:
    """Return the SHA-256 of the file that a standard was made from, whatever the ends of its lines."""
    lines = resolved.source.sources.get(resolved.standards[identifier].standard.path, ())
    return hashlib.sha256("\n".join(lines).encode("utf-8", errors="surrogatepass")).hexdigest()


def properties(resolved: ResolvedSet, *pairs: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the properties of a document, those of its set included, empty ones left out."""
    system = resolved.index.system
    language = resolved.index.language
    shared = (
        ("organization", system.organization.name.text(language)),
        ("set", system.title.text(language)),
        ("sample", system.sample_notice or ""),
    )
    return tuple((name, value) for name, value in (*pairs, *shared) if value)

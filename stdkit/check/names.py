"""Names of things in the language of a set."""

from __future__ import annotations

from stdkit.model.text import Title, Word


def name_in(title: Title, language: str) -> Word | None:
    """Return the word of a title in a language, else in the other one."""
    return (title.en or title.zh) if language == "en" else (title.zh or title.en)

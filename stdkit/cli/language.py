"""Which language to speak: ``--lang``, else STDKIT_LANG, else the locale, else that of the set."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from stdkit.model.diagnostics import Bilingual

Say = Callable[[str, str], str]
"""Takes a phrase in Chinese and in English and returns the one that the person reads."""

LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")


def wanted_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str | None:
    """Return "zh" or "en" when the person has said which, ``None`` when the set decides."""
    for position, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return _known(argument.removeprefix("--lang="))
        if argument == "--lang" and position + 1 < len(arguments):
            return _known(arguments[position + 1])
    named = _known(environment.get("STDKIT_LANG", ""))
    if named:
        return named
    first = next((environment[name] for name in LOCALES if environment.get(name)), "")
    return _known(first)


def speaker(language: str) -> Say:
    """Return the function that picks the phrase of a language."""
    return lambda zh, en: en if language == "en" else zh


def pick(phrase: Bilingual | str, language: str) -> str:
    """Return a phrase in a language."""
    if isinstance(phrase, str):
        return phrase
    return phrase.en if language == "en" else phrase.zh


def _known(name: str) -> str | None:
    code = name[:2].lower()
    return code if code in {"zh", "en"} else None

"""The rules as SARIF describes them, from their pages."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.catalogue import pages
from stdkit.cli.commands.explain_command import explain
from stdkit.cli.language import Say, pick, speaker
from stdkit.model.diagnostics import Page


def sarif_rules(language: str) -> list[dict[str, object]]:
    """Return the descriptors of everything that can be found, readers and schema too, in the order of their ids."""
    return [_descriptor(name, page, language) for name, page in sorted(pages().items())]


def rule_positions() -> dict[str, int]:
    """Return where each rule stands in ``sarif_rules``."""
    return {name: position for position, name in enumerate(sorted(pages()))}


def _descriptor(name: str, page: Page, language: str) -> dict[str, object]:
    return {
        "id": name,
        "shortDescription": {"text": pick(page.title, language)},
        "fullDescription": {"text": pick(page.why, language)},
        "help": {"text": explain(name, page, language), "markdown": _markdown(page, language)},
        "defaultConfiguration": {"level": page.severity.value},
        "properties": {"basis": page.basis, "tags": [name.partition("-")[0]]},
    }


def _markdown(page: Page, language: str) -> str:
    return "\n\n".join(part for part in _parts(page, language, speaker(language)) if part)


def _parts(page: Page, language: str, say: Say) -> Iterator[str]:
    yield pick(page.why, language)
    for title, example in ((say("不当", "Bad"), page.bad), (say("恰当", "Good"), page.good)):
        if example.strip():
            body = example.strip("\n")
            yield f"**{title}**\n\n````yaml\n{body}\n````"
    if page.limits:
        yield say("不报：", "Passed over: ") + pick(page.limits, language)
    yield say("依据：", "Basis: ") + page.basis

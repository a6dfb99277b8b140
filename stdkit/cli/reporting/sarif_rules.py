"""The rules as SARIF describes them, from their pages."""

from __future__ import annotations

from stdkit.check.catalogue import pages
from stdkit.cli.language import pick
from stdkit.cli.rule_page import page_markdown, page_text
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
        "help": {"text": page_text(name, language), "markdown": page_markdown(name, language)},
        "defaultConfiguration": {"level": page.severity.value},
        "properties": {"basis": page.basis, "tags": [name.partition("-")[0]]},
    }

"""Every finding that there can be: the rules, found by their files, and the pages of the earlier stages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Literal

from stdkit.check import rules as folder
from stdkit.check.pages import CHECK_PAGES
from stdkit.model.diagnostics import Bilingual, Finding, Page, Severity
from stdkit.model.standard import Stage
from stdkit.read.schema_pages import SCHEMA_PAGES
from stdkit.read.text_pages import TEXT_PAGES
from stdkit.read.yaml_pages import YAML_PAGES
from stdkit.resolve.pages import RESOLVE_PAGES

Check = Callable[..., Iterator[Finding]]
_EARLIER: Mapping[str, Page] = {**YAML_PAGES, **SCHEMA_PAGES, **TEXT_PAGES, **RESOLVE_PAGES, **CHECK_PAGES}


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its module, what it may see, how heavy it is at each stage, and its check.

    A rule of scope ``standard`` is called with a resolved standard and the set, one of scope ``set`` with the set. ``whole`` says
    that a file that cannot be read could change what it finds.
    """

    id: str
    module: ModuleType
    scope: Literal["standard", "set"]
    severities: Mapping[str, Severity]
    check: Check
    whole: bool = False

    @property
    def page(self) -> Page:
        """What the rule says of itself; made when somebody asks, for most runs print no page."""
        module = self.module
        page = Page(
            title=Bilingual(*module.TITLE),
            message=Bilingual(*module.MESSAGE),
            why=Bilingual(*module.WHY),
            severity=self.severities[""],
            basis=module.BASIS,
            limits=Bilingual(*module.LIMITS) if hasattr(module, "LIMITS") else None,
            fix=getattr(module, "FIX", None),
        )
        return page.with_examples(module.BAD, module.GOOD)

    def severity(self, stage: Stage) -> Severity:
        """Return the weight at a stage."""
        return self.severities.get(stage.value, self.severities[""])


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules in the order of their ids."""
    names = sorted(file.stem for file in Path(folder.__path__[0]).glob("[a-z]*.py"))
    return tuple(_rule(name) for name in names)


@cache
def pages() -> Mapping[str, Page]:
    """Return the page of every finding by its id."""
    return {**_EARLIER, **{rule.id: rule.page for rule in rules()}}


@cache
def ids() -> frozenset[str]:
    """Return the id of every finding."""
    return frozenset((*_EARLIER, *(rule.id for rule in rules())))


def _rule(name: str) -> Rule:
    module = import_module(f"{folder.__name__}.{name}")
    return Rule(
        id=name.replace("_", "-"),
        module=module,
        scope=module.SCOPE,
        severities=_severities(module),
        check=module.check,
        whole=getattr(module, "WHOLE", False),
    )


def _severities(module: ModuleType) -> dict[str, Severity]:
    typed = module.SEVERITY if isinstance(module.SEVERITY, dict) else {"": module.SEVERITY}
    return {stage: Severity(value) for stage, value in typed.items()}

"""What a page says that its findings offer is what the reader and the schema offer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import pytest

from stdkit.model.diagnostics import Diagnostic
from stdkit.read.schema_pages import SCHEMA_PAGES
from stdkit.read.source import parse_source
from stdkit.read.yaml_pages import YAML_PAGES
from tests.read.test_schema import CURED, OTHER, SAMPLE, changed, check
from tests.read.test_slips import NO_FIX, SAFE, SUGGESTED
from tests.read.test_slips_silent import SLIPS

MORE = [
    "\ufeffid: a\n",
    "a: 甲\x08乙\n",
    "a: 甲\x0b乙\n",
    "a: 甲\u2028\n",
    "a: |\n  甲\u2028乙\n",
    "  c: 3\nk：\n",
    "-x\n  c: 3\n",
    'a: "甲" #2 乙\n',
    'a: "甲"乙 #2\n',
    "a: {t: 甲|乙\n",
]
"""Slips of the kinds that the lists of the other tests do not hold."""

Kinds = Mapping[str, set[str | None]]


def offered(found: Iterable[Diagnostic]) -> Kinds:
    """Return the kinds of the fixes of findings by rule, ``None`` for a finding without a fix."""
    kinds: dict[str, set[str | None]] = defaultdict(set)
    for each in found:
        kinds[each.rule].add(each.fix.kind if each.fix else None)
    return kinds


def promised(page_fix: str | None, kinds: set[str | None]) -> bool:
    """Tell whether a page speaks the truth about the fixes that were met."""
    match page_fix:
        case None:
            return kinds <= {None}
        case "depends":
            return "safe" in kinds and len(kinds) > 1
        case _:
            return kinds - {None} == {page_fix}


TABLES = (SAFE, SUGGESTED, NO_FIX, SLIPS)
TEXTS = [*(page.bad for page in YAML_PAGES.values()), *(str(row[0]) for table in TABLES for row in table), *MORE]
READ = offered(each for text in TEXTS for each in parse_source(text, "a.yaml").diagnostics)
CHANGES = [*((case[1],) for case in CURED), *(case[1] for case in OTHER)]
FITTED = offered(each for changes in CHANGES for each in check(changed(SAMPLE, *changes)))


@pytest.mark.parametrize("rule", YAML_PAGES)
def test_a_page_of_the_reader_says_what_its_findings_offer(rule: str) -> None:
    assert promised(YAML_PAGES[rule].fix, READ[rule])


@pytest.mark.parametrize("rule", SCHEMA_PAGES)
def test_a_page_of_the_schema_says_what_its_findings_offer(rule: str) -> None:
    assert promised(SCHEMA_PAGES[rule].fix, FITTED[rule])

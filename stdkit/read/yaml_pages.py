"""Pages of the reader's findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from stdkit.model.diagnostics import Bilingual, Page, Severity

_ANY = Page(Bilingual("", ""), Bilingual("", ""), Bilingual("", ""), Severity.ERROR, "YAML 1.2")
YAML_PAGES: Mapping[str, Page] = defaultdict(lambda: _ANY)

"""The texts of a site as a plain script, so that its search works from a folder without a server."""

from __future__ import annotations

import json
from collections.abc import Mapping

from stdkit.model.site import Site


def search_index(site: Site, links: Mapping[str, str]) -> str:
    """Return the script: ``words`` of the page, ``standards`` by id (number, title, path), ``texts`` of the clauses.

    A text is the id of its standard, the number and title of the clause, its fragment, and the text itself.
    """
    listings = [each for group in site.groups for each in group.listings]
    paths = {each.id: links.get(each.target or "", "").partition("#")[0] for each in listings}
    data = {
        "words": {name: site.words[name] for name in ("listed", "nothing_listed", "found", "near", "not_found")},
        "standards": {each.id: [each.number, each.title, paths[each.id]] for each in listings},
        "texts": [[each.standard, each.place, _fragment(each.standard, each.target, links), each.text] for each in site.texts],
    }
    return f"window.stdkitSearch = {json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n"


def _fragment(standard: str, target: str | None, links: Mapping[str, str]) -> str:
    """Return the fragment of a text; a standard without a page is found in the list."""
    place = links.get(target or "")
    return place.partition("#")[2] if place else standard

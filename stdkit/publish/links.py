"""Where an anchor of one file is found from another file of the same build."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping


def relative_links(at: str, places: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Return, for every anchor of the other files, its path relative to the file ``at``, with the fragment.

    ``places`` maps the path of a file (relative to the output folder, with ``/``) to the fragments of its anchors. The
    first file that has an anchor keeps it, so standards come before booklets.
    """
    folder = posixpath.dirname(at)
    links: dict[str, str] = {}
    for path, fragments in places.items():
        if path != at:
            relative = posixpath.relpath(path, folder or ".")
            for anchor, fragment in fragments.items():
                links.setdefault(anchor, f"{relative}#{fragment}")
    return links

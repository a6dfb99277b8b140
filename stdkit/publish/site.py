"""The site of a whole set: the list with its search beside the pages, and on every page the way to the others.

Where a part of the set is made into the folder of a site, its pages are the ones that the whole run makes; nothing else changes.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, replace
from functools import cached_property

from stdkit.compose.site import compose_site, site_words
from stdkit.compose.site_citations import Citations, compose_citations, gather_citations
from stdkit.compose.site_graph import compose_graph
from stdkit.publish.exchange import Output
from stdkit.publish.formats.work import Work
from stdkit.publish.making import Made
from stdkit.read.data import data_directory
from stdkit.render.html import Page
from stdkit.render.html.site import Bar, bar, citations, index
from stdkit.render.html.site_graph import SCRIPT, graph_bar, graph_page
from stdkit.render.html.site_script import search_index

LIST, GRAPH = "index.html", "graph.html"
LIBRARY = "minisearch.js"
LICENCE = "minisearch-LICENSE.txt"


@dataclass(frozen=True)
class Site:
    """The Documents of a whole set as a site."""

    work: Work
    plain: Page

    @cached_property
    def page(self) -> Page:
        """What stands around every page of the site: the style of a page, that of a site, that of the house for sites."""
        styles = (self.plain.style, _shipped("site.css"), self.work.resolved.house.templates.get("site.css", ""))
        return replace(self.plain, style="".join(styles))

    @cached_property
    def standards(self) -> tuple[Made, ...]:
        """The standards that have pages, in the order of the list."""
        return self.work.pages_of_standards("html")

    @cached_property
    def citations(self) -> Citations:
        """The citations of the set by both ends."""
        return gather_citations(self.work.resolved)

    def around(self, made: Made) -> Page:
        """Return what stands around the page of a Document."""
        words = site_words(self.work.resolved.house)
        folder = posixpath.dirname(made.path) or "."
        ways = Bar(posixpath.relpath(LIST, folder), self._neighbour(made, -1, folder), self._neighbour(made, 1, folder))
        page = replace(self.page, before=bar(ways, words))
        if made not in self.standards:
            return page
        own = {anchor: f"#{fragment}" for anchor, fragment in self.work.anchors[made.path].items()}
        links = {**self.work.links(made.path, "html"), **own}
        below = compose_citations(self.citations, made.standards[0])
        shown = words["graph_see"], f"{posixpath.relpath(GRAPH, folder)}#{made.standards[0]}"
        return replace(page, after=citations(below, links, words["citations"], shown))

    def files(self) -> tuple[Output, ...]:
        """Return the list, the texts that it searches, the graph, and their scripts; nothing for a part of the set."""
        if not _is_whole(self.work):
            return ()
        resolved, made = self.work.resolved, self.work.made
        site = compose_site(resolved, self.work.standards, [each.document for each in made])
        volumes = {each.document.name: f"{each.path}.html" for each in made if each.kind != "standard"}
        links = {**self.work.links("index", "html"), **volumes}
        page = replace(self.page, labels={**self.page.labels, "skip": site.words["skip"]})
        texts = {
            LIST: index(site, links, page, graph=(site.words["graph"], GRAPH)),
            "search-index.js": search_index(site, links),
            "search.js": _shipped("search.js"),
            LIBRARY: f"/*!\n{_shipped(LICENCE)}*/\n{_shipped(LIBRARY)}",
            GRAPH: self._graph(),
            SCRIPT: _shipped(SCRIPT),
        }
        return tuple(Output(f"html/{path}", text.encode("utf-8"), "asset", ()) for path, text in texts.items())

    def _graph(self) -> str:
        """Return the page of the graph of citations."""
        graph = compose_graph(self.citations, self.work.standards, [each.standards[0] for each in self.standards])
        labels = {**self.page.labels, "skip": graph.words["skip"]}
        page = replace(self.page, labels=labels, before=graph_bar(graph.words))
        return graph_page(graph, self.work.links("graph", "html"), page)

    def _neighbour(self, made: Made, step: int, folder: str) -> tuple[str, str] | None:
        """Return title and path of the standard before or after another one, ``None`` at the ends and for booklets."""
        position = self.standards.index(made) + step if made in self.standards else -1
        if not 0 <= position < len(self.standards):
            return None
        other = self.standards[position]
        return other.document.title, posixpath.relpath(f"{other.path}.html", folder)


def site_of(work: Work, plain: Page) -> Site | None:
    """Return the site of a set; ``None`` when only a part is made where no site stands, for a list of it would hide the rest."""
    there = _is_whole(work) or f"html/{LIST}" in work.standing
    return Site(work, plain) if there and any(each.kind == "standard" for each in work.made) else None


def _is_whole(work: Work) -> bool:
    return set(work.standards) == set(work.resolved.index.standards)


def _shipped(name: str) -> str:
    return (data_directory("templates") / "site" / name).read_text(encoding="utf-8")

"""The pages of a site beside those of its documents: the list with its search, and what stands around a standard."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stdkit.model.document import Document
from stdkit.model.site import Filter, Listing, Site
from stdkit.render.anchors import fragments
from stdkit.render.html.blocks import block
from stdkit.render.html.file import Page, frame
from stdkit.render.html.sheet import Sheet, address, escape

SCRIPTS = ("minisearch.js", "search-index.js", "search.js")
"""The library, the texts, and what brings them to the page: plain scripts, in this order, beside the list."""


@dataclass(frozen=True, slots=True)
class Bar:
    """What leads from a page to the rest of the site: the path of the list, the neighbours as title and path."""

    list: str
    previous: tuple[str, str] | None = None
    next: tuple[str, str] | None = None


def bar(shown: Bar, words: Mapping[str, str]) -> str:
    """Return the bar above a document; its search box is a form that opens the list, so it needs no script."""
    links = [f'<li><a href="{address(shown.list)}">{escape(words["back"])}</a></li>']
    for name, relation, neighbour in (("previous", "prev", shown.previous), ("next", "next", shown.next)):
        if neighbour:
            title, path = neighbour
            text = escape(words[name].format(title=title))
            links.append(f'<li class="{name}"><a rel="{relation}" href="{address(path)}">{text}</a></li>')
    form = (
        f'<form action="{address(shown.list)}" role="search"><input type="search" name="q" autocomplete="off" '
        f'aria-label="{escape(words["search"])}" placeholder="{escape(words["search"])}">'
        f"<button>{escape(words['search_go'])}</button></form>"
    )
    navigation = f'<nav class="site" aria-label="{escape(words["bar"])}"><ul>{"".join(links)}</ul></nav>'
    return f'<header class="site">{navigation}{form}</header>'


def citations(document: Document, links: Mapping[str, str], title: str, graph: tuple[str, str]) -> str:
    """Return what stands below a document: its citations both ways, and text and path of the way to them in the graph."""
    sheet = Sheet(fragments(document), links, document.language)
    inside = "\n".join(block(each, sheet) for each in document.blocks())
    way = f'<p><a href="{address(graph[1])}">{escape(graph[0])}</a></p>'
    return f'<aside class="citations" aria-label="{escape(title)}">\n{inside}\n{way}\n</aside>\n'


def index(site: Site, links: Mapping[str, str], page: Page, graph: tuple[str, str]) -> str:
    """Return the list of a site; ``links`` says where its anchors are found. Without a script it is a list of links.

    ``graph`` is text and path of the way to the graph of citations.
    """
    words = site.words
    scripts = "".join(f'<script src="{name}"></script>\n' for name in SCRIPTS)
    sample = f'<p class="banner-sample" role="note">{escape(site.sample)}</p>' if site.sample else ""
    main = (
        f'<main id="text" class="index">\n<h1>{escape(site.title)}</h1>',
        f'<p class="ways"><a href="{address(graph[1])}">{escape(graph[0])}</a></p>',
        f'<noscript><p class="notice">{escape(words["no_script"])}</p></noscript>',
        _controls(site),
        f'<section id="results" aria-label="{escape(words["results"])}" hidden><ol role="list"></ol>'
        f'<button type="button" hidden>{escape(words["more"])}</button></section>',
        f'<section id="list" aria-label="{escape(words["list"])}">',
        *_volumes(site, links),
        *(line for group in site.groups for line in _group(group.title, group.listings, links)),
        "</section>\n</main>",
    )
    return frame((site.title, site.language), page, (sample, *main, scripts))


def _controls(site: Site) -> str:
    words = site.words
    search = (
        f'<label class="search"><span>{escape(words["search"])}</span><input id="search" type="search" name="q" '
        'autocomplete="off" spellcheck="false" aria-describedby="hint" aria-keyshortcuts="/"></label>'
    )
    return (
        f'<form id="controls" role="search" aria-label="{escape(words["controls"])}" hidden>{search}'
        f'<div class="filters">{"".join(select(each, words["any"]) for each in site.filters)}</div>'
        f'<p id="hint">{escape(words["search_hint"])}</p></form>\n<p id="status" role="status"></p>'
    )


def select(each: Filter, whole: str) -> str:
    """Return a filter as a box to choose from; ``whole`` is the choice of everything."""
    options = "".join(f'<option value="{escape(choice.value)}">{escape(choice.text)}</option>' for choice in each.choices)
    return (
        f'<label><span>{escape(each.label)}</span><select name="{escape(each.name)}">'
        f'<option value="">{escape(whole)}</option>{options}</select></label>'
    )


def _volumes(site: Site, links: Mapping[str, str]) -> Iterator[str]:
    found = [(text, links[name]) for text, name in site.volumes if name in links]
    if found:
        items = "".join(f'<li><a href="{address(path)}">{escape(text)}</a></li>' for text, path in found)
        yield f'<div class="volumes"><h2>{escape(site.words["volumes"])}</h2><ul role="list">{items}</ul></div>'


def _group(title: str, listings: Sequence[Listing], links: Mapping[str, str]) -> Iterator[str]:
    yield f'<div class="group"><h2>{escape(title)}</h2><ul class="standards" role="list">'
    for each in listings:
        values = "".join(f' data-{key}="{escape(" ".join(value))}"' for key, value in each.values)
        text = escape(each.title)
        path = links.get(each.target or "")
        name = f'<a href="{address(path)}">{text}</a>' if path else f"<span>{text}</span>"
        facts = "".join(f"<li>{escape(fact)}</li>" for fact in each.facts)
        number = f'<span class="number">{escape(each.number)}</span>'
        yield f'<li id="{escape(each.id)}"{values}><p>{number} {name}</p><ul class="facts" role="list">{facts}</ul></li>'
    yield "</ul></div>"

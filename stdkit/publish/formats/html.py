"""HTML: one self-contained page for each Document, and for a whole set the list and the search of its site."""

from __future__ import annotations

from stdkit.model.diagnostics import StdkitError
from stdkit.model.house import House
from stdkit.publish.exchange import Output
from stdkit.publish.formats.work import Files, Work, output
from stdkit.publish.making import Failure
from stdkit.publish.site import site_of
from stdkit.render import html


def files(work: Work) -> Files:
    """Return the pages, with those of the site when the whole set is made."""
    outputs: list[Output] = []
    failures: list[Failure] = []
    page = page_of(work.resolved.house)
    site = site_of(work, page)
    for made in work.made:
        try:
            text = html.render(made.document, work.links(made.path, "html"), site.around(made) if site else page)
        except StdkitError as error:
            failures.append(Failure(made.document.name, error.message))
        else:
            outputs.append(output("html", made, "html", text.encode("utf-8")))
    outputs += site.files() if site else ()
    return Files(tuple(outputs), tuple(failures))


def page_of(house: House) -> html.Page:
    """Return what stands around the text of a page in a house."""
    words = {"contents": house.label("contents_plain"), "skip": house.label("page_skip")}
    return html.Page(house.templates.get("page.css", ""), words | {"footnotes": house.label("page_footnotes")})

"""Markdown: a file for each Document, its pictures beside it, and an index of the standards."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.compose.index import compose_audience_index, compose_index
from stdkit.publish.exchange import Output
from stdkit.publish.formats.work import Files, Work, output
from stdkit.publish.links import relative_links
from stdkit.publish.making import Made
from stdkit.publish.selection import in_order
from stdkit.render import markdown
from stdkit.render.anchors import fragments


def files(work: Work) -> Files:
    """Return the Markdown set."""
    found = [each for made in work.made for each in _files(made, work)]
    if any(made.kind == "standard" for made in work.made):
        found += _indexes(work)
    return Files(tuple(found))


def _files(made: Made, work: Work) -> Iterator[Output]:
    rendered = markdown.render(made.document, work.links(made.path, "md"))
    yield output("markdown", made, "md", rendered.text.encode("utf-8"))
    folder = made.path.rpartition("/")[0]
    for name, data in rendered.assets:
        yield Output("/".join(part for part in ("markdown", folder, name) if part), data, "asset", made.standards)


def _indexes(work: Work) -> Iterator[Output]:
    """Yield the index of the standards, and one for each audience."""
    there = {each.standards[0] for each in work.pages_of_standards("md")}
    textless = {each for each in work.standards if each not in work.resolved.standards}
    if "markdown/index.md" in work.standing:  # it lists them already
        textless = set(work.resolved.index.standards) - set(work.resolved.standards)
    listed = [each for each in in_order(work.resolved) if each in there or each in textless]
    audiences = [each.id for each in work.resolved.index.system.audiences]
    pages = {"index": compose_index(work.resolved, listed)}
    pages |= {f"audience-{each}": compose_audience_index(work.resolved, listed, each) for each in audiences}
    places = {f"{path}.md": fragments(document) for path, document in pages.items()}
    for path, document in pages.items():
        links = {**work.links(path, "md"), **relative_links(f"{path}.md", places)}
        yield Output(f"markdown/{path}.md", markdown.render(document, links).text.encode("utf-8"), "asset", ())

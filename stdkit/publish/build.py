"""From a selection to the bytes of every file; a document that fails is named and the others are made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from stdkit.compose.booklet import compose_booklet
from stdkit.compose.index import compose_index
from stdkit.compose.standard import compose_standard
from stdkit.model.diagnostics import Bilingual, Severity, StdkitError
from stdkit.model.document import Document
from stdkit.model.house import House
from stdkit.publish.exchange import Output
from stdkit.publish.links import relative_links
from stdkit.publish.selection import Kind, Selected
from stdkit.resolve.resolved import ResolvedSet

if TYPE_CHECKING:
    from stdkit.render.html import Page


@dataclass(frozen=True, slots=True)
class Order:
    """What to make of a selection: formats, kinds of documents, how pages are found."""

    formats: tuple[str, ...]
    kinds: tuple[Kind, ...]
    pages: str


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be made, and why."""

    name: str
    message: Bilingual


@dataclass(frozen=True, slots=True)
class Build:
    """The files of a build, what failed, what is only listed.

    ``pages`` names the engine that found page numbers ("none" without Word files), ``fonts`` the fonts that Word files name.
    """

    outputs: tuple[Output, ...]
    failures: tuple[Failure, ...]
    listed: tuple[str, ...]
    pages: str
    fonts: tuple[str, ...]


def build(resolved: ResolvedSet, selected: Selected, order: Order) -> Build:
    """Return the files that a selection makes, in memory."""
    making = _Making(resolved, order)
    making.compose(selected)
    making.find_anchors()
    making.render_word()
    for path in list(making.documents):
        making.render(path, selected)
    making.add_index(selected)
    outputs = tuple(sorted(making.outputs, key=lambda each: each.path))
    listed = tuple(each for each in selected.standards if each not in resolved.standards)
    return Build(outputs, tuple(making.failures), listed, making.engine, _fonts(resolved, order))


@dataclass(slots=True)
class _Making:
    resolved: ResolvedSet
    order: Order
    documents: dict[str, Document] = field(default_factory=dict)
    outputs: list[Output] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    anchors: dict[str, Mapping[str, str]] = field(default_factory=dict)
    word: dict[str, bytes] = field(default_factory=dict)
    engine: str = "none"

    def compose(self, selected: Selected) -> None:
        """Compose every document under the path that it has in each format, without the extension."""
        for failed in selected.failed:
            self.failures.append(
                Failure(failed, Bilingual("文件有错误，见 stdkit validate", "its file has errors: see stdkit validate"))
            )
        own = [each for each in selected.standards if each in self.resolved.standards]
        sound = [each for each in own if self._is_sound(each)]
        if "standard" in self.order.kinds:
            for each in sound:
                module = self.resolved.index.standards[each].module
                self._compose(f"{module}/{each}", each)
        if "booklet" in self.order.kinds:
            self._compose_booklet(selected, whole=not selected.failed and len(sound) == len(own))

    def _is_sound(self, identifier: str) -> bool:
        wrong = [each for each in self.resolved.standards[identifier].diagnostics if each.severity is Severity.ERROR]
        if wrong:
            zh = f"有{len(wrong)}处引用或编号错误，见 stdkit validate"
            en = f"{len(wrong)} references or ids are wrong: see stdkit validate"
            self.failures.append(Failure(identifier, Bilingual(zh, en)))
        return not wrong

    def _compose(self, path: str, identifier: str) -> None:
        try:
            self.documents[path] = compose_standard(self.resolved, identifier)
        except StdkitError as error:
            self.failures.append(Failure(identifier, error.message))

    def _compose_booklet(self, selected: Selected, *, whole: bool) -> None:
        name = selected.booklet.name
        if not whole:
            missing = Bilingual("其中有标准不能生成", "some of its standards cannot be made")
            self.failures.append(Failure(name, missing))
            return
        try:
            self.documents[name] = compose_booklet(self.resolved, selected.booklet)
        except StdkitError as error:
            self.failures.append(Failure(name, error.message))

    def render(self, path: str, selected: Selected) -> None:
        """Gather the files of one document; one whose Word file failed has none."""
        document = self.documents[path]
        booklet = path == selected.booklet.name
        names = tuple(each for each in selected.standards if each in self.resolved.standards) if booklet else (document.name,)
        kind: Kind = "booklet" if booklet else "standard"
        if "docx" in self.order.formats:
            if path not in self.word:
                return
            self.outputs.append(Output(f"docx/{path}.docx", self.word[path], kind, names))
        if "markdown" in self.order.formats:
            self.outputs += self._markdown(path, document, names, booklet=booklet)
        if "html" in self.order.formats:
            self._page(path, names, kind)

    def render_word(self) -> None:
        """Render every document to Word, with pages by the engine that was asked for.

        Raises ``StdkitError`` when that is LibreOffice and it cannot be used.
        """
        if "docx" not in self.order.formats:
            return
        from stdkit.render.docx.estimate import estimate_pages  # for start-up time: only Word needs it
        from stdkit.render.docx.pages import libreoffice_pages

        styles = self.resolved.house.styles
        estimates = {path: estimate_pages(each, styles) for path, each in self.documents.items()}
        for path in self.documents:
            self._word(path, estimates[path])
        self.engine = "estimate"
        if self.order.pages == "estimate":
            return
        exact = libreoffice_pages([(data, self.documents[path]) for path, data in self.word.items()])
        if exact is not None:
            self.engine = "libreoffice"
            for path, pages in zip(list(self.word), exact, strict=True):
                self._word(path, {**estimates[path], **pages})
        elif self.order.pages == "libreoffice":
            raise StdkitError(Bilingual("LibreOffice 不可用，页码不能确定", "LibreOffice is not available: no page numbers"))

    def _word(self, path: str, pages: Mapping[str, str]) -> None:
        from stdkit.render.docx import render  # for start-up time, as above

        try:
            self.word[path] = render(self.documents[path], self.resolved.house.styles, pages=pages)
        except StdkitError as error:
            self.failures.append(Failure(self.documents[path].name, error.message))

    def _markdown(self, path: str, document: Document, names: tuple[str, ...], *, booklet: bool) -> list[Output]:
        from stdkit.render import markdown  # for start-up time

        rendered = markdown.render(document, self._links(path, "md"))
        kind: Kind = "booklet" if booklet else "standard"
        made = [Output(f"markdown/{path}.md", rendered.text.encode("utf-8"), kind, names)]
        folder = path.rpartition("/")[0]
        for name, data in rendered.assets:
            made.append(Output("/".join(part for part in ("markdown", folder, name) if part), data, "asset", names))
        return made

    def _page(self, path: str, names: tuple[str, ...], kind: Kind) -> None:
        from stdkit.render import html  # for start-up time

        document = self.documents[path]
        try:
            text = html.render(document, self._links(path, "html"), page_of(self.resolved.house))
        except StdkitError as error:
            self.failures.append(Failure(document.name, error.message))
        else:
            self.outputs.append(Output(f"html/{path}.html", text.encode("utf-8"), kind, names))

    def find_anchors(self) -> None:
        """Find the anchors of every file with links; a standard's own file comes before a booklet."""
        if {"markdown", "html"} & set(self.order.formats):
            from stdkit.render.anchors import fragments  # for start-up time

            for path in sorted(self.documents, key=lambda each: "/" not in each):
                self.anchors[path] = fragments(self.documents[path])

    def _links(self, path: str, extension: str) -> Mapping[str, str]:
        places = {f"{each}.{extension}": anchors for each, anchors in self.anchors.items()}
        return relative_links(f"{path}.{extension}", places)

    def add_index(self, selected: Selected) -> None:
        """Add the index of the Markdown set."""
        if "markdown" in self.order.formats and "standard" in self.order.kinds:
            from stdkit.render import markdown

            index = compose_index(self.resolved, self._made(selected.standards))
            rendered = markdown.render(index, self._links("index", "md"))
            self.outputs.append(Output("markdown/index.md", rendered.text.encode("utf-8"), "asset", ()))

    def _made(self, identifiers: Sequence[str]) -> list[str]:
        failed = {each.name for each in self.failures}
        return [each for each in identifiers if each not in failed]


def page_of(house: House) -> Page:
    """Return what stands around the text of a page in a house."""
    from stdkit.render.html import Page  # for start-up time

    words = {"contents": house.label("contents_plain"), "skip": house.label("page_skip")}
    return Page(house.templates.get("page.css", ""), words | {"footnotes": house.label("page_footnotes")})


def _fonts(resolved: ResolvedSet, order: Order) -> tuple[str, ...]:
    """Return the fonts that the Word files name."""
    if "docx" not in order.formats:
        return ()
    fonts = resolved.house.styles.get("fonts", {})
    return tuple(sorted({name for font in fonts.values() for name in (font["latin"], font["east_asian"])}))

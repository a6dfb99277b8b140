"""What every format gets, and what it gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from stdkit.compose.selection import Selection
from stdkit.publish.exchange import Output
from stdkit.publish.links import relative_links
from stdkit.publish.making import Failure, Made, Making
from stdkit.publish.selection import Selected, in_order
from stdkit.render.anchors import fragments
from stdkit.resolve.resolved import ResolvedSet

if TYPE_CHECKING:
    from stdkit.publish.formats.docx import Word

_FOLDERS = {"md": "markdown", "html": "html"}
"""The formats with links from file to file: the folder of each extension."""


@dataclass(frozen=True)
class Work:
    """The Documents to be written; ``standards`` are the selected ones, ``pages`` is the page engine that was asked for.

    ``standing`` are the paths of the files of earlier builds to which links may lead.
    """

    resolved: ResolvedSet
    made: tuple[Made, ...]
    standards: tuple[str, ...]
    pages: str
    standing: frozenset[str] = frozenset()

    @cached_property
    def word(self) -> Word:
        """The Word files, made once for all formats that come from them.

        Raises ``StdkitError`` when LibreOffice was asked for page numbers and cannot be used.
        """
        from stdkit.publish.formats.docx import render_word  # for start-up time: web pages need no Word

        return render_word(self)

    @cached_property
    def beside(self) -> tuple[Made, ...]:
        """The standards that are not selected and that stand in the folder as a page or a text, in the order of the set."""
        making = Making(self.resolved)
        if self.standing:
            own = {each.path for each in self.made}
            paths = {f"{standard.module}/{name}": name for name, standard in self.resolved.index.standards.items()}
            stems = {
                path.partition("/")[2].rpartition(".")[0] for path in self.standing if path.startswith(tuple(_FOLDERS.values()))
            }
            names = tuple(name for path, name in paths.items() if path in stems and path not in own)
            making.make(Selected(names, (), Selection("", "", names)), ("standard",))
        return tuple(making.made)

    def pages_of_standards(self, extension: str) -> tuple[Made, ...]:
        """Return the standards with a file of an extension, made now or standing there already, in the order of the set."""
        made = [each for each in self.made if each.kind == "standard"]
        found = {each.standards[0]: each for each in (*made, *self._standing(extension))}
        return tuple(found[name] for name in in_order(self.resolved) if name in found)

    def _standing(self, extension: str) -> list[Made]:
        return [each for each in self.beside if f"{_FOLDERS[extension]}/{each.path}.{extension}" in self.standing]

    @cached_property
    def anchors(self) -> Mapping[str, Mapping[str, str]]:
        """The fragments of every file with links, by its path; a standard's own file comes before a booklet."""
        ordered = sorted((*self.made, *self.beside), key=lambda each: each.kind != "standard")
        return {each.path: fragments(each.document) for each in ordered}

    def links(self, path: str, extension: str) -> Mapping[str, str]:
        """Return where the anchors of the other files are found from a file."""
        there = {each.path for each in (*self.made, *self._standing(extension))}
        places = {f"{each}.{extension}": anchors for each, anchors in self.anchors.items() if each in there}
        return relative_links(f"{path}.{extension}", places)


@dataclass(frozen=True, slots=True)
class Files:
    """The files of a format; ``pages`` names the engine that found page numbers, where there are any.

    ``engine`` names the program that laid out the files, where it is not stdkit itself.
    """

    outputs: tuple[Output, ...]
    failures: tuple[Failure, ...] = ()
    pages: str = "none"
    fonts: tuple[str, ...] = ()
    engine: str = ""


def output(folder: str, made: Made, extension: str, data: bytes) -> Output:
    """Return the file of a Document in the folder of its format."""
    return Output(f"{folder}/{made.path}.{extension}", data, made.kind, made.standards)

"""What every format gets, and what it gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from stdkit.publish.exchange import Output
from stdkit.publish.links import relative_links
from stdkit.publish.making import Failure, Made
from stdkit.render.anchors import fragments
from stdkit.resolve.resolved import ResolvedSet

if TYPE_CHECKING:
    from stdkit.publish.formats.docx import Word


@dataclass(frozen=True)
class Work:
    """The Documents to be written; ``standards`` are the selected ones, ``pages`` is the page engine that was asked for."""

    resolved: ResolvedSet
    made: tuple[Made, ...]
    standards: tuple[str, ...]
    pages: str

    @cached_property
    def word(self) -> Word:
        """The Word files, made once for all formats that come from them.

        Raises ``StdkitError`` when LibreOffice was asked for page numbers and cannot be used.
        """
        from stdkit.publish.formats.docx import render_word  # for start-up time: web pages need no Word

        return render_word(self)

    @cached_property
    def anchors(self) -> Mapping[str, Mapping[str, str]]:
        """The fragments of every file with links, by its path; a standard's own file comes before a booklet."""
        ordered = sorted(self.made, key=lambda each: each.kind != "standard")
        return {each.path: fragments(each.document) for each in ordered}

    def links(self, path: str, extension: str) -> Mapping[str, str]:
        """Return where the anchors of the other files are found from a file."""
        places = {f"{each}.{extension}": anchors for each, anchors in self.anchors.items()}
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

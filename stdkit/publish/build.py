"""From a selection to the bytes of every file; a document that fails is named and the others are made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from stdkit.publish.exchange import Output
from stdkit.publish.making import Failure, Making
from stdkit.publish.selection import Kind, Selected
from stdkit.resolve.resolved import ResolvedSet

if TYPE_CHECKING:
    from stdkit.publish.formats.work import Files, Work

FORMATS = ("docx", "markdown", "html", "pdf")
"""Each is a module of ``stdkit.publish.formats``; it is imported only when it is asked for."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to make of a selection: formats, kinds of documents, how pages are found.

    ``standing`` are the paths of earlier builds in the same folder that this one leaves where they are: links may lead there.
    """

    formats: tuple[str, ...]
    kinds: tuple[Kind, ...]
    pages: str
    standing: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Build:
    """The files of a build, what failed, what is only listed.

    ``pages`` names the engine that found page numbers ("none" without Word files), ``fonts`` the fonts that Word files name,
    ``engines`` the programs that laid out files, by format.
    """

    outputs: tuple[Output, ...]
    failures: tuple[Failure, ...]
    listed: tuple[str, ...]
    pages: str
    fonts: tuple[str, ...]
    engines: tuple[tuple[str, str], ...] = ()


def build(resolved: ResolvedSet, selected: Selected, order: Order) -> Build:
    """Return the files that a selection makes, in memory; a document that fails in one format has no file in any.

    Raises ``StdkitError`` when LibreOffice was asked for page numbers and cannot be used.
    """
    from stdkit.publish.formats.work import Work  # for start-up time: --help needs no backend

    making = Making(resolved)
    making.make(selected, order.kinds)
    work = Work(resolved, tuple(making.made), selected.standards, order.pages, order.standing)
    found = list(_formats(work, order.formats))
    failed = {failure.name for files in found for failure in files.failures}
    lost = {each.path for each in making.made if each.document.name in failed}
    outputs = (each for files in found for each in files.outputs if _stem(each) not in lost)
    return Build(
        outputs=tuple(sorted(outputs, key=lambda each: each.path)),
        failures=(*making.failures, *dict.fromkeys(failure for files in found for failure in files.failures)),
        listed=tuple(each for each in selected.standards if each not in resolved.standards),
        pages=next((files.pages for files in found if files.pages != "none"), "none"),
        fonts=next((files.fonts for files in found if files.fonts), ()),
        engines=tuple((name, files.engine) for name, files in zip(order.formats, found, strict=True) if files.engine),
    )


def _formats(work: Work, formats: tuple[str, ...]) -> Iterator[Files]:
    for name in formats:
        files: Files = import_module(f"stdkit.publish.formats.{name}").files(work)
        yield files


def _stem(output: Output) -> str:
    """Return the path of the Document that a file prints."""
    return output.path.partition("/")[2].rpartition(".")[0]

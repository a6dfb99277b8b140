"""The diagrams of a report in; each as a file of its own out: SVG, PNG, or Mermaid text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from typing import NamedTuple

from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.model.document import Document, Figure
from stdkit.model.drawing import Drawing

PICTURES = {"svg": "svg", "png": "png", "mermaid": "mmd"}
"""The formats in which a diagram is a file, and how the names of these files end."""


class Diagram(NamedTuple):
    """A diagram of a report: its name among those of the report, the drawing, its Mermaid text where it has one."""

    name: str
    drawing: Drawing
    mermaid: str


def diagrams(document: Document) -> tuple[Diagram, ...]:
    """Return the diagrams of a report in printed order, each with a name of its own."""
    found: dict[str, Diagram] = {}
    for each in document.blocks():
        if isinstance(each, Figure) and isinstance(each.picture, Drawing):
            name = each.caption.anchor.rpartition("/")[2].removesuffix("-figure")
            unique = name if name not in found else f"{name}-{len(found) + 1}"
            found[unique] = Diagram(unique, each.picture, each.mermaid)
    return tuple(found.values())


def picture_files(document: Document, form: str) -> tuple[tuple[str, bytes], ...]:
    """Return name and bytes of each diagram of a report in a format, one of ``PICTURES``; nothing where it has none.

    Raises ``StdkitError`` when PNG is asked for and Typst or a Chinese font is missing.
    """
    found = diagrams(document)
    if form == "mermaid":
        return tuple((each.name, f"{each.mermaid}\n".encode()) for each in found if each.mermaid)
    if form == "png":
        return tuple(zip((each.name for each in found), _png([each.drawing for each in found]), strict=True))
    return tuple(_svg(found))


def _svg(found: Sequence[Diagram]) -> Iterator[tuple[str, bytes]]:
    from stdkit.render.svg import svg  # for start-up time

    return ((each.name, svg(each.drawing).encode("utf-8")) for each in found)


def _png(drawings: Sequence[Drawing]) -> tuple[bytes, ...]:
    if not drawings:
        return ()
    if find_spec("typst") is None:
        raise StdkitError(
            Bilingual(
                "生成 PNG 图片需要 Typst：运行 pip install 'stdkit[pdf]'；SVG 图片（--to svg）不需要",
                "PNG pictures need Typst: pip install 'stdkit[pdf]'; SVG pictures (--to svg) do not",
            )
        )
    from stdkit.render.typst.picture import pictures  # for start-up time: only needed for PNG

    return pictures(drawings)

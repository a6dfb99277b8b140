"""How often the estimated page of a heading is LibreOffice's, on the booklet of the shipped set."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from stdkit.compose.booklet import Selection, compose_booklet  # noqa: E402 - the path comes first
from stdkit.read.house import load_house  # noqa: E402
from stdkit.read.load import load  # noqa: E402
from stdkit.render.docx import render  # noqa: E402
from stdkit.render.docx.estimate import estimate_pages  # noqa: E402
from stdkit.render.docx.libreoffice import convert  # noqa: E402
from stdkit.render.docx.pages import libreoffice_pages  # noqa: E402
from stdkit.resolve.resolve import resolve  # noqa: E402


def main() -> None:
    """Print how many anchors agree exactly and within one page."""
    directory = ROOT / "standards"
    house = load_house("gbt", directory)
    resolved = resolve(load(directory), house)
    document = compose_booklet(resolved, Selection("booklet", "", tuple(resolved.index.standards)))
    estimated = estimate_pages(document, house.styles)
    converted = convert([render(document, house.styles, pages=estimated)])
    if converted is None:
        print("LibreOffice is not here: nothing to compare with")
        return
    found = libreoffice_pages(converted[0], document)
    pairs = [
        (estimated[anchor], page) for anchor, page in found.items() if page.isdigit() and estimated.get(anchor, "").isdigit()
    ]
    exact = sum(a == b for a, b in pairs)
    near = sum(abs(int(a) - int(b)) <= 1 for a, b in pairs)
    print(f"{len(pairs)} places: {exact / len(pairs):.1%} exact, {near / len(pairs):.1%} within one page")


if __name__ == "__main__":
    main()

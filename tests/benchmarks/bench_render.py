"""What rendering takes: the Word booklet beside pandoc on the same text, Markdown beside joining strings, memory, growth.

Run: ``python tests/benchmarks/bench_render.py``. Bars: composing and rendering the booklet of the loaded set at most as long as
the whole ``pandoc --toc`` run from Markdown to Word, the whole command at most twice as long; the Markdown set at most twice as
long as building its strings; less than 150 MB; growth linear to 1 000 standards. Without pandoc (``pip install
pypandoc_binary``) its part is left out, visibly.

Building its strings means: the same text, letter by letter, from the same Documents by plain string operations
(``plain_markdown.py``); that both texts are equal is a condition of the bar. The drawings count for the renderer alone. Joining
the words of the blocks, without anchors, links, tables or anything escaped, is printed beside it as what no Markdown can reach:
it builds less than half of the characters.
"""

from __future__ import annotations

import gc
import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from generate import standard_text  # noqa: E402 - a script finds the checkout first
from plain_markdown import Plain  # noqa: E402 - likewise

from stdkit.compose.booklet import Selection, compose_booklet  # noqa: E402 - likewise
from stdkit.compose.plain import plain_block  # noqa: E402 - likewise
from stdkit.compose.standard import compose_standard  # noqa: E402 - likewise
from stdkit.model.document import Document  # noqa: E402 - likewise
from stdkit.read.house import load_house  # noqa: E402 - likewise
from stdkit.read.load import load  # noqa: E402 - likewise
from stdkit.render import markdown  # noqa: E402 - likewise
from stdkit.render.docx import render  # noqa: E402 - likewise
from stdkit.render.docx.estimate import estimate_pages  # noqa: E402 - likewise
from stdkit.resolve.resolve import resolve  # noqa: E402 - likewise
from stdkit.resolve.resolved import ResolvedSet  # noqa: E402 - likewise

RUNS = 5
MEMORY = 150  # MB
MINIMAL = ROOT / "tests" / "check" / "minimal"


def best(run: Callable[[], Any], runs: int = RUNS, clock: Callable[[], float] = time.perf_counter) -> float:
    """Return the least seconds of several runs."""
    times = []
    for _ in range(runs):
        gc.collect()
        start = clock()
        run()
        times.append(clock() - start)
    return min(times)


def booklet(resolved: ResolvedSet) -> bytes:
    """Compose and render the booklet of a whole set."""
    document = compose_booklet(resolved, Selection("booklet", "", tuple(resolved.index.standards)))
    styles = resolved.house.styles
    return render(document, styles, pages=estimate_pages(document, styles))


def opened(directory: Path) -> ResolvedSet:
    """Return a set, read and resolved."""
    return resolve(load(directory), load_house("gbt", directory))


def pandoc() -> str | None:
    """Return the path of pandoc."""
    found = shutil.which("pandoc")
    if found:
        return found
    try:
        import pypandoc  # only where somebody has installed it
    except ImportError:
        return None
    path: str = pypandoc.get_pandoc_path()
    return path


def words(document: Document) -> str:
    """Return the printed words of a document, a line for each block, joined."""
    return "\n".join(line for block in document.blocks() for line in plain_block(block))


def against_pandoc(resolved: ResolvedSet, folder: Path) -> bool:
    """Print the Word booklet beside pandoc; return whether the bars hold."""
    program = pandoc()
    own = best(lambda: booklet(resolved))
    print(f"compose and render the booklet  {own:6.2f} s")
    if program is None:
        print("pandoc is not here (pip install pypandoc_binary): nothing to compare with")
        return True
    document = compose_booklet(resolved, Selection("booklet", "", tuple(resolved.index.standards)))
    source = folder / "booklet.md"
    source.write_text(markdown.render(document, {}).text, encoding="utf-8")
    reference = best(lambda: subprocess.run([program, "--toc", source, "-o", folder / "p.docx"], check=True, capture_output=True))
    command = [sys.executable, "-m", "stdkit", "-C", str(ROOT / "standards"), "render", "--to", "docx", "--as", "booklet"]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    whole = best(
        lambda: subprocess.run(
            [*command, "--pages", "estimate", "-o", folder / "out"], check=True, capture_output=True, cwd=ROOT, env=environment
        )
    )
    print(f"pandoc --toc, whole run         {reference:6.2f} s")
    print(f"booklet {own / reference:.2f} × pandoc, bar 1; whole command {whole:.2f} s, {whole / reference:.2f} × pandoc, bar 2")
    return own <= reference and whole <= 2 * reference


def against_strings(resolved: ResolvedSet) -> bool:
    """Print the Markdown of all standards beside building the same strings plainly; return whether the bar holds."""
    documents = [compose_standard(resolved, name) for name in resolved.standards]
    unequal = [each.name for each in documents if markdown.render(each, {}).text != Plain(each).text()]
    reference = best(lambda: [Plain(each).text() for each in documents], 4 * RUNS, time.process_time)
    own = best(lambda: [markdown.render(each, {}) for each in documents], 4 * RUNS, time.process_time)
    joined = best(lambda: [words(each) for each in documents], 4 * RUNS, time.process_time)
    print(f"Markdown of {len(documents)} standards {own:.3f} s, {own / reference:.2f} × building the same strings, bar 2")
    print(f"joining their words, without any mark, {joined:.3f} s: {own / joined:.2f} ×")
    if unequal:
        print(f"not the same text, so no reference: {', '.join(unequal)}")
    return own <= 2 * reference and not unequal


def growth() -> bool:
    """Print the seconds and the memory of the booklet of generated standards; linear means that a standard costs the same."""
    each = {}
    for count in (100, 1000):
        with TemporaryDirectory() as name:
            shutil.copytree(MINIMAL, name, dirs_exist_ok=True)
            for number in range(1001, 1001 + count):
                (Path(name) / "service-project" / f"XM-{number}.yaml").write_text(standard_text(number), encoding="utf-8")
            resolved = opened(Path(name))
            start = time.perf_counter()
            for standard in resolved.standards:
                document = compose_standard(resolved, standard)
                render(document, resolved.house.styles, pages=estimate_pages(document, resolved.house.styles))
            each[count] = (time.perf_counter() - start) / count * 1000
    print(
        f"a generated standard: {each[100]:.1f} ms among 100, {each[1000]:.1f} ms among 1000, ratio {each[1000] / each[100]:.2f}"
    )
    return each[1000] <= 1.3 * each[100]


def main() -> None:
    """Measure and print; exit 1 when a bar is missed."""
    resolved = opened(ROOT / "standards")
    with TemporaryDirectory() as name:
        held = [against_pandoc(resolved, Path(name)), against_strings(resolved)]
    largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"largest memory {largest:.0f} MB, bar {MEMORY} MB")
    held += [largest < MEMORY, growth()]
    sys.exit(not all(held))


if __name__ == "__main__":
    main()

"""How long it takes from saving a file of the shipped set until the new page is in the browser's hands.

Run: ``python tests/benchmarks/bench_preview.py``. Measured on the longest standard and on one of the usual length; the bar is for
the longest.
"""

from __future__ import annotations

import http.client
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from threading import Thread

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from stdkit.cli.commands.preview_command import follow  # noqa: E402 - the path comes first
from stdkit.cli.preview.live import Live  # noqa: E402
from stdkit.cli.preview.screens import Screens  # noqa: E402
from stdkit.cli.preview.server import ADDRESS, Server  # noqa: E402
from stdkit.publish.session import Session  # noqa: E402

LIMIT, SAVES = 0.3, 15
USUAL = "service-project/XM-101.yaml"


def ask(port: int, path: str) -> str:
    """Return what the server answers."""
    connection = http.client.HTTPConnection(ADDRESS, port, timeout=30)
    connection.request("GET", path)
    text = connection.getresponse().read().decode("utf-8")
    connection.close()
    return text


def seconds(file: Path, port: int, count: int) -> tuple[float, float]:
    """Return how long it takes from saving until the new text is there, and until its findings are; asked as a page asks."""
    address = f"/{file.stem}"
    version = ask(port, "/version")
    text = file.read_text(encoding="utf-8")
    word = f"预览{count}次"
    start = time.perf_counter()
    file.write_text(text.replace("scope: |\n", f"scope: |\n  {word}。\n", 1), encoding="utf-8")
    while word not in (page := ask(port, address)):
        version = ask(port, f"/version?seen={version}")
    taken = time.perf_counter() - start
    while "检查发现" not in page:
        version = ask(port, f"/version?seen={version}")
        page = ask(port, address)
    judged = time.perf_counter() - start
    file.write_text(text, encoding="utf-8")
    while word in (page := ask(port, address)) or "检查发现" not in page:
        version = ask(port, f"/version?seen={version}")
    return taken, judged


def measure(file: Path, port: int) -> float:
    """Print what saving a file takes; return the median."""
    times = [seconds(file, port, count) for count in range(SAVES)]
    middle, judged = (statistics.median(each) for each in zip(*times, strict=True))
    longest = max(taken for taken, _ in times)
    print(f"{file.stem} ({file.stat().st_size} bytes), from saving to its page: median {middle:.3f} s, longest {longest:.3f} s")
    print(f"  until its findings are there: median {judged:.3f} s")
    return middle


def main() -> None:
    """Measure and print; exit 1 when the median of the longest standard misses the bar."""
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name) / "standards"
        shutil.copytree(ROOT / "standards", directory)
        longest = max(directory.glob("*/*.yaml"), key=lambda each: each.stat().st_size)
        live = Live(Session(directory), Screens("zh", ""))
        live.look()
        Thread(target=follow, args=(live,), daemon=True).start()
        with Server(live, 0) as server:
            Thread(target=server.serve_forever, daemon=True).start()
            measure(directory / USUAL, server.server_port)
            middle = measure(longest, server.server_port)
            server.shutdown()
    print(f"bar {LIMIT} s")
    if middle > LIMIT:
        sys.exit(1)


if __name__ == "__main__":
    main()

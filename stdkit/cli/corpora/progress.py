"""How far long work has come, on standard error, and only for a person at a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from stdkit.cli.options import Options

Progress = Callable[[str, int, int], None]


@contextmanager
def progress(options: Options, names: dict[str, str]) -> Iterator[Progress]:
    """Give a function that takes a key of ``names`` and how many of how many are done; it shows nothing where nobody looks."""
    if options.quiet or not sys.stderr.isatty():
        yield lambda what, done, of: None  # noqa: ARG005 - nobody is told
        return
    from rich.console import Console  # for start-up time
    from rich.progress import Progress as Bars

    with Bars(console=Console(stderr=True, no_color=not options.color), transient=True) as bars:
        tasks = {what: bars.add_task(name, total=None, visible=False) for what, name in names.items()}
        yield lambda what, done, of: bars.update(tasks[what], completed=done, total=of, visible=True)

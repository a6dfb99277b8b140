"""The shipped set as a site in a folder, and Debian's Chromium to open it; without Chromium these tests skip."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from stdkit.publish.build import Order, build
from stdkit.publish.selection import Wanted, select
from stdkit.resolve.resolved import ResolvedSet

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def site(shipped: ResolvedSet, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the site, its name such as people give to folders."""
    directory = tmp_path_factory.mktemp("共享 文件夹#1")
    made = build(shipped, select(shipped, Wanted()), Order(("html",), ("standard", "booklet"), "estimate"))
    assert made.failures == ()
    for output in made.outputs:
        file = directory / output.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(output.data)
    return directory / "html"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = next((found for name in NAMES if (found := shutil.which(name))), None)
    if program is None:
        pytest.skip("Chromium is not installed")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    root = ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
    playwright.expect.set_options(timeout=20_000)  # a machine that does other work at the same time is slow
    with playwright.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=program, args=root)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return an empty page; what a script complains of, or asks another machine for, fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("request", lambda request: None if request.url.startswith(("file:", "data:")) else wrong.append(request.url))
    page.on("requestfailed", lambda request: wrong.append(f"not loaded: {request.url}"))
    yield page
    context.close()
    assert wrong == []

"""The live page as a browser meets it: what it shows, what it refuses, what stays when a file is broken."""

from __future__ import annotations

import http.client
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest

from stdkit.cli.preview.live import Live
from stdkit.cli.preview.screens import Screens
from stdkit.cli.preview.server import ADDRESS, Server
from stdkit.publish.session import Session
from tests.cli.run import stdkit

XM = "service-project/XM-101.yaml"

Changed = Callable[..., Path]


class Browser:
    """Asks the server of a set."""

    def __init__(self, server: Server) -> None:
        self.server = server

    def ask(self, path: str, host: str | None = None, method: str = "GET") -> tuple[int, str]:
        connection = http.client.HTTPConnection(ADDRESS, self.server.server_port, timeout=10)
        headers = {} if host is None else {"Host": host}
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        text = answer.read().decode("utf-8")
        connection.close()
        return answer.status, text

    def look(self, path: str) -> str:
        self.server.live.look()
        status, text = self.ask(path)
        assert status == 200
        return text


@pytest.fixture
def browser(changed: Changed) -> Iterator[Browser]:
    live = Live(Session(changed()), Screens("zh", "set/"))
    live.look()
    with Server(live, 0) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield Browser(server)
        server.shutdown()


def test_the_first_page_lists_the_standards(browser: Browser) -> None:
    page = browser.look("/")
    assert "Q/SLFL XM 101—2025" in page
    assert '<a href="/XM-101">' in page


def test_a_standard_is_shown_with_its_findings_beside_it(browser: Browser, changed: Changed) -> None:
    changed(XM, "每名执委应", "每名执委必须")
    page = browser.look("/XM-101")
    assert "每名执委必须" in page
    panel = page.partition('<aside class="findings"')[2]
    assert "verb-forbidden" in panel
    assert "set/service-project/XM-101.yaml:" in panel
    fragment = panel.partition('<a href="#')[2].partition('"')[0]
    assert f'id="{fragment}"' in page


def test_saving_wakes_the_page_and_brings_the_new_text(browser: Browser, changed: Changed) -> None:
    version = browser.server.live.version
    assert "每位执委应" not in browser.look("/XM-101")
    woken: list[str] = []
    waiting = Thread(target=lambda: woken.append(browser.ask(f"/version?seen={version}")[1]))
    waiting.start()
    changed(XM, "每名执委应", "每位执委应")
    assert "每位执委应" in browser.look("/XM-101")
    waiting.join(timeout=10)
    assert int(woken[0]) > version


def test_the_page_carries_the_version_that_it_shows(browser: Browser, changed: Changed) -> None:
    before = browser.look("/XM-101")
    assert f'content="{browser.server.live.version}"' in before
    changed(XM, "每名执委应", "每位执委应")
    after = browser.look("/XM-101")
    assert f'content="{browser.server.live.version}"' in after
    assert f'content="{browser.server.live.version}"' not in before


def test_a_broken_file_leaves_the_last_good_page_with_line_and_column_and_recovers(browser: Browser, changed: Changed) -> None:
    good = browser.look("/XM-101")
    changed(XM, "type: specification", "type: [specification")
    broken = browser.look("/XM-101")
    assert broken.partition("<main")[2].partition("</main>")[0] == good.partition("<main")[2].partition("</main>")[0]
    panel = broken.partition('<aside class="findings"')[2]
    assert 'class="error"' in panel
    line = next(number for number, text in enumerate(lines(browser), 1) if "type: [" in text)
    assert f"XM-101.yaml:{line}:" in panel
    changed(XM, "type: [specification", "type: specification")
    assert 'class="error"' not in browser.look("/XM-101")


def lines(browser: Browser) -> list[str]:
    return (browser.server.live.session.directory / XM).read_text(encoding="utf-8").splitlines()


def test_a_file_that_was_never_good_has_a_page_that_says_why(browser: Browser, changed: Changed) -> None:
    changed(XM, "type: specification", "type: [specification")
    page = browser.look("/XM-101")
    assert "还不能显示" in page
    assert "XM-101.yaml:" in page


def test_the_last_good_page_stays_when_the_system_cannot_be_read(browser: Browser, changed: Changed) -> None:
    browser.look("/XM-101")
    changed("system.yaml", "format: 1", "format: [1")
    page = browser.look("/XM-101")
    assert "system.yaml:" in page
    assert 'id="visits"' in page


def test_a_reference_that_leads_nowhere_is_named_and_the_page_is_shown(browser: Browser, changed: Changed) -> None:
    changed(XM, "[[handling]]给出", "[[handlin]]给出")
    page = browser.look("/XM-101")
    assert "reference-unknown" in page
    assert 'id="visits"' in page


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1.evil.example:1", ""])
def test_a_foreign_host_gets_nothing(browser: Browser, host: str) -> None:
    status, text = browser.ask("/XM-101", host)
    assert status == 403
    assert "执委" not in text


def test_localhost_is_no_foreign_host(browser: Browser) -> None:
    assert browser.ask("/", f"localhost:{browser.server.server_port}")[0] == 200


@pytest.mark.parametrize(
    "path", ["/XM-999", "/system.yaml", "/../system.yaml", "/service-project/XM-101.yaml", "/%2e%2e/x", "/figures"]
)
def test_nothing_but_pages_is_served(browser: Browser, path: str) -> None:
    assert browser.ask(path)[0] == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_only_get_is_answered(browser: Browser, method: str) -> None:
    assert browser.ask("/", method=method)[0] == 501


def test_it_listens_on_the_loopback_address_alone(browser: Browser) -> None:
    assert browser.server.server_address[0] == "127.0.0.1"


def test_nothing_is_written(browser: Browser) -> None:
    directory = browser.server.live.session.directory
    before = {file: file.stat().st_mtime_ns for file in directory.parent.rglob("*")}
    for path in ("/", "/XM-101", "/JC-202", "/nothing", "/preview.js", "/preview.css"):
        browser.ask(path)
    assert {file: file.stat().st_mtime_ns for file in directory.parent.rglob("*")} == before


def test_an_unknown_standard_is_wrong_usage(changed: Changed) -> None:
    result = stdkit("-C", changed(), "preview", "XM-999", "--no-browser")
    assert result.exit_code == 2
    assert "XM-999" in result.stderr


def test_a_port_that_is_taken_is_said(browser: Browser) -> None:
    directory = browser.server.live.session.directory
    result = stdkit("-C", directory, "preview", "--no-browser", "--port", str(browser.server.server_port))
    assert result.exit_code == 2
    assert str(browser.server.server_port) in result.stderr

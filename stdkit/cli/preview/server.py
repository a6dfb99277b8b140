"""A server for one browser on this machine: it answers GET, from this machine, asked for by its own name; it writes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

from stdkit.cli.preview.live import Live
from stdkit.cli.preview.screens import SCRIPT, STYLE, asset
from stdkit.model.diagnostics import Bilingual, StdkitError

ADDRESS = "127.0.0.1"
PATIENCE = 25.0  # seconds that a page waits for a change before it asks again
HTML = "text/html; charset=utf-8"
ASSETS = {SCRIPT: "text/javascript; charset=utf-8", STYLE: "text/css; charset=utf-8"}
PROTECTION = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a request gets."""

    body: bytes
    kind: str = HTML
    status: HTTPStatus = HTTPStatus.OK


class Server(ThreadingHTTPServer):
    """Answers on the loopback address alone; requests that wait end with the program."""

    daemon_threads = True

    def __init__(self, live: Live, port: int) -> None:
        """Open the port, any free one for 0. Raises ``StdkitError`` when it is taken."""
        self.live = live
        try:
            super().__init__((ADDRESS, port), Handler)
        except (OSError, OverflowError) as error:
            message = Bilingual(f"端口 {port} 不能用：换一个 --port", f"port {port} cannot be used: choose another --port")
            raise StdkitError(message) from error

    @property
    def address(self) -> str:
        """The address to open in a browser."""
        return f"http://{ADDRESS}:{self.server_port}/"

    @property
    def hosts(self) -> frozenset[str]:
        """The names by which a browser may ask: another name is a foreign page that was led here (DNS rebinding)."""
        return frozenset(f"{name}:{self.server_port}" for name in (ADDRESS, "localhost"))


class Handler(BaseHTTPRequestHandler):
    """Answers one request; anything but GET is refused by the class below it."""

    server: Server
    server_version, sys_version = "stdkit", ""
    timeout = 60  # seconds that a connection may take to ask

    def do_GET(self) -> None:
        """Answer, and forget a browser that has gone away."""
        answer = self._answer() if self.headers.get("Host") in self.server.hosts else _refusal()
        try:
            self.send_response(answer.status)
            for name, value in {**PROTECTION, "Content-Type": answer.kind, "Content-Length": str(len(answer.body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.body)
        except (ConnectionError, TimeoutError):
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the signature is the library's
        """Say nothing: a request is no news to a person."""

    def _answer(self) -> Answer:
        live, address = self.server.live, urlsplit(self.path)
        if address.path in ASSETS:
            return Answer(asset(address.path), ASSETS[address.path])
        if address.path == "/version":
            return Answer(str(live.wait(_seen(address.query), PATIENCE)).encode(), "text/plain; charset=utf-8")
        if address.path == "/":
            return Answer(live.listing().encode())
        page = live.page(unquote(address.path).removeprefix("/"))
        return Answer(page.encode()) if page else Answer(live.missing().encode(), status=HTTPStatus.NOT_FOUND)


def _seen(query: str) -> int:
    """Return the version that a page has; one that says none gets the present one at once."""
    typed = parse_qs(query).get("seen", [""])[0]
    return int(typed) if typed.isascii() and typed.isdigit() else -1


def _refusal() -> Answer:
    return Answer(b"foreign host\n", "text/plain; charset=utf-8", HTTPStatus.FORBIDDEN)

"""Pages from addresses: a real server on this machine, which answers well and badly."""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from opedtui.drafting.documents import UnreadablePage, read_source
from opedtui.drafting.documents.fetching import _is_public, fetch
from tests.drafting.documents.making import PARAGRAPHS, a_page


class Handler(BaseHTTPRequestHandler):
    """Answers by the path."""

    def do_GET(self) -> None:
        getattr(self, f"answer_{self.path.strip('/').partition('?')[0]}")()

    def answer_article(self) -> None:
        self._send(200, a_page().encode(), "text/html; charset=utf-8")

    def answer_moved(self) -> None:
        self._send(302, b"", "text/html", Location="/article")

    def answer_round(self) -> None:
        self._send(302, b"", "text/html", Location="/round")

    def answer_away(self) -> None:
        self._send(302, b"", "text/html", Location="file:///etc/passwd")

    def answer_missing(self) -> None:
        self._send(404, b"no", "text/html")

    def answer_packed(self) -> None:
        self._send(200, b"x", "text/html", **{"Content-Encoding": "gzip"})

    def answer_endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        while True:
            self.wfile.write(b"x" * 65536)

    def answer_drips(self) -> None:
        self.send_response(200)
        self.end_headers()
        while True:
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.05)

    def answer_broken(self) -> None:
        self._send(200, b"The half of it", "text/plain", **{"Content-Length": "1000"})

    def answer_picture(self) -> None:
        self._send(200, b"<svg>words</svg>", "image/svg+xml")

    def answer_silent(self) -> None:
        time.sleep(2)

    def answer_garbage(self) -> None:
        self.wfile.write(b"this is no HTTP\r\n\r\n")

    def _send(self, status: int, body: bytes, media: str, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nobody reads it."""


class Server(ThreadingHTTPServer):
    """Every question has a thread that ends with the tests."""

    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        """Nobody listens to the end of some answers."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """Its address."""
    with Server(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def refusal(url: str, *, patience: float = 5.0, most: int = 1_000_000) -> str:
    with pytest.raises(UnreadablePage) as told:
        fetch(url, allow_private=True, patience=patience, most=most)
    assert "\n" not in str(told.value)
    return str(told.value)


def test_a_page_is_read_from_its_address(site: str) -> None:
    """As one that was saved, with the address that it came from."""
    page = read_source(f"{site}/article", allow_private=True)

    assert all(words in page.text for words in PARAGRAPHS)
    assert page.url == f"{site}/article"


def test_where_a_page_was_sent_on_to_is_told(site: str) -> None:
    """The reader sees every address."""
    page = read_source(f"{site}/moved", allow_private=True)

    assert f"sent on to {site}/article" in page.remarks
    assert page.url == f"{site}/article"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "10.0.0.1", "169.254.169.254"])
def test_what_is_private_is_not_asked_for(host: str) -> None:
    """Unless the reader says that it is meant."""
    with pytest.raises(UnreadablePage, match=r"--private|not known"):
        read_source(f"http://{host}/article")


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("missing", "answers 404"),
        ("round", "from address to address"),
        ("away", "no address of a page"),
        ("packed", "answers packed"),
        ("endless", "larger than 1 MB"),
        ("garbage", "cannot be read"),
        ("broken", "broke off"),
    ],
)
def test_what_does_not_come_is_told_in_a_line(site: str, path: str, why: str) -> None:
    """Why, and what to do."""
    assert why in refusal(f"{site}/{path}")


def test_what_is_no_page_by_its_type_is_not_read(site: str) -> None:
    """Though it may be made of characters."""
    with pytest.raises(UnreadablePage, match="is image/svg"):
        read_source(f"{site}/picture", allow_private=True)


@pytest.mark.parametrize(
    ("place", "is_public"),
    [("64:ff9b::7f00:1", False), ("2002:7f00:1::", False), ("2606:4700::1111", True)],
)
def test_no_private_address_hides_in_another(place: str, is_public: bool) -> None:
    """Some of the new kind carry one of the old kind inside."""
    assert _is_public(place) is is_public


def unlocked(purpose: int) -> ssl.SSLContext:
    """Real TLS between two ends that need no certificate."""
    context = ssl.SSLContext(purpose)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers("AECDH-AES256-SHA:@SECLEVEL=0")
    return context


def test_nobody_waits_longer_where_it_is_encrypted(monkeypatch: pytest.MonkeyPatch) -> None:
    """The alarm reaches the socket that is read."""
    monkeypatch.setattr(ssl, "create_default_context", lambda: unlocked(ssl.PROTOCOL_TLS_CLIENT))
    with Server(("127.0.0.1", 0), Handler) as server:
        server.socket = unlocked(ssl.PROTOCOL_TLS_SERVER).wrap_socket(
            server.socket, server_side=True
        )
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        began = time.monotonic()

        said = refusal(f"https://127.0.0.1:{server.server_port}/drips", patience=0.4)

        waited = time.monotonic() - began
        server.shutdown()
        thread.join()
    assert "too long" in said
    assert waited < 1.5


@pytest.mark.parametrize("path", ["silent", "drips"])
def test_nobody_waits_longer_than_agreed(site: str, path: str) -> None:
    """Not even for a server that sends a byte now and then."""
    began = time.monotonic()

    assert "too long" in refusal(f"{site}/{path}", patience=0.4)
    assert time.monotonic() - began < 1.5


def test_a_wrong_address_is_told() -> None:
    """No host, a password in it, a port that cannot be, one that nobody answers at."""
    assert "no address" in refusal("http:///x")
    assert "password" in refusal("http://me:secret@example.org/")
    assert "secret" not in refusal("http://me:secret@example.org/")
    assert "no address" in refusal("http://example.org:99999/")
    assert "cannot be reached" in refusal("http://127.0.0.1:9/")


def test_what_is_fetched_uses_no_proxy(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the environment says of proxies is for others."""
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")

    assert fetch(f"{site}/article", allow_private=True).media == "text/html"


def test_a_page_that_sends_to_a_private_address_is_not_followed(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every address on the way is looked at, not only the first."""
    looked_at: list[str] = []

    def first_is_public(place: str) -> bool:
        looked_at.append(place)
        return len(looked_at) == 1

    monkeypatch.setattr("opedtui.drafting.documents.fetching._is_public", first_is_public)

    with pytest.raises(UnreadablePage, match="/article is on this machine"):
        fetch(f"{site}/moved")

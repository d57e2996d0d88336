"""A page from an address that the reader gives: within limits, and from nowhere private."""

from __future__ import annotations

import http.client
import socket
import ssl
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from ipaddress import IPv6Address, ip_address, ip_network
from threading import Timer
from time import monotonic
from typing import NamedTuple
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from ... import __version__
from .page import UnreadablePage

PATIENCE = 15.0
"""Seconds for all of it, redirects too."""
MOST = 10_000_000
"""Bytes of a page."""
REDIRECTS = 5
_UNICAST = ip_network("2000::/3")
MOVED = frozenset((301, 302, 303, 307, 308))


class Fetched(NamedTuple):
    """What was there, and where that was in the end."""

    content: bytes
    media: str
    """Its type, e.g. text/html."""
    url: str
    redirects: tuple[str, ...] = ()
    """The addresses that it was sent on to."""


def fetch(
    url: str, *, allow_private: bool = False, patience: float = PATIENCE, most: int = MOST
) -> Fetched:
    """UnreadablePage says in one line why nothing came."""
    until = monotonic() + patience
    passed: list[str] = []
    at = url
    while True:
        with _asked(at, until, allow_private=allow_private) as answer:
            if answer.status not in MOVED:
                content = _content(at, answer, until, most)
                return Fetched(content, answer.headers.get_content_type(), at, tuple(passed))
            at = urljoin(at, answer.headers.get("Location", ""))
        passed.append(at)
        if len(passed) > REDIRECTS:
            raise UnreadablePage(f"{url} sends from address to address; open it in a browser")


@contextmanager
def _asked(url: str, until: float, *, allow_private: bool) -> Iterator[http.client.HTTPResponse]:
    """The answer, its head read; whatever goes wrong while it is read is told in one line."""
    split = _split(url)
    host, port = split.hostname or "", split.port or (443 if split.scheme == "https" else 80)
    peer = _connected(url, host, port, until, allow_private=allow_private)
    # A peer that sends a byte now and then would hold every single wait.
    alarm = Timer(max(0.0, until - monotonic()), lambda: _hang_up(peer))
    alarm.daemon = True
    alarm.start()
    try:
        if split.scheme == "https":
            # Wrapping empties the socket: it has to be the wrapped one that the alarm hangs up.
            peer = ssl.create_default_context().wrap_socket(
                peer, server_hostname=host, do_handshake_on_connect=False
            )
            peer.do_handshake()
        connection = http.client.HTTPConnection(host, port)
        connection.sock = peer
        with closing(connection):
            connection.request("GET", _target(split), headers=_HEADERS)
            with closing(connection.getresponse()) as answer:
                yield answer
    except (OSError, http.client.HTTPException) as error:
        if monotonic() >= until or isinstance(error, TimeoutError):
            raise _too_slow(url) from error
        raise UnreadablePage(f"{url} cannot be read ({_reason(error)}); try a browser") from error
    finally:
        alarm.cancel()
        peer.close()


_HEADERS = {
    "User-Agent": f"opedtui/{__version__}",
    "Accept": "text/html, application/xhtml+xml, text/plain, application/pdf, */*;q=0.5",
    "Accept-Encoding": "identity",
    "Connection": "close",
}


def _split(url: str) -> SplitResult:
    try:
        split = urlsplit(url)
        port = split.port
    except ValueError as error:
        raise UnreadablePage(f"{url} is no address ({error}); check it") from error
    if split.scheme not in ("http", "https") or not split.hostname or port == 0:
        raise UnreadablePage(f"{url} is no address of a page; it begins with https://")
    if split.username or split.password:
        raise UnreadablePage(f"the address at {split.hostname} holds a password; leave it out")
    return split


def _target(split: SplitResult) -> str:
    path = quote(split.path or "/", safe="/%:@!$&'()*+,;=~")
    return path + (f"?{quote(split.query, safe='/?%:@!$&()*+,;=~')}" if split.query else "")


def _connected(
    url: str, host: str, port: int, until: float, *, allow_private: bool
) -> socket.socket:
    """To the very address that was looked at: a name may mean another one a moment later."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnreadablePage(
            f"{host} is not known ({_reason(error)}); check the address"
        ) from error
    places = [place for *_, place in found]
    if not allow_private and any(not _is_public(str(place[0])) for place in places):
        raise UnreadablePage(
            f"{url} is on this machine or in its network; say --private if you mean that"
        )
    family, kind, protocol, _, place = found[0]
    peer = socket.socket(family, kind, protocol)
    try:
        peer.settimeout(max(0.1, until - monotonic()))
        peer.connect(place)
    except OSError as error:
        peer.close()
        if isinstance(error, TimeoutError):
            raise _too_slow(url) from error
        raise UnreadablePage(f"{url} cannot be reached ({_reason(error)}); try later") from error
    return peer


def _is_public(place: str) -> bool:
    address = ip_address(place.partition("%")[0])
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return _is_public(str(address.ipv4_mapped))
        # Others carry an address of the old kind inside, which may be a private one.
        if address not in _UNICAST or address.sixtofour or address.teredo:
            return False
    return address.is_global and not address.is_multicast


def _content(url: str, answer: http.client.HTTPResponse, until: float, most: int) -> bytes:
    if answer.status != 200:
        raise UnreadablePage(f"{url} answers {answer.status} {answer.reason}; try a browser")
    if answer.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise UnreadablePage(f"{url} answers packed, though asked not to; save it from a browser")
    content = bytearray()
    while part := answer.read(65536):
        content += part
        if len(content) > most:
            raise UnreadablePage(f"{url} is larger than {most // 1_000_000} MB; save it as a file")
        if monotonic() >= until:
            raise _too_slow(url)
    if monotonic() >= until:
        raise _too_slow(url)
    if answer.length:
        raise UnreadablePage(f"{url} broke off before its end; try later")
    return bytes(content)


def _too_slow(url: str) -> UnreadablePage:
    return UnreadablePage(f"{url} takes too long to answer; try later, or save it from a browser")


def _hang_up(peer: socket.socket) -> None:
    with suppress(OSError):
        # That of SSLSocket takes the decryption away from under a reader.
        socket.socket.shutdown(peer, socket.SHUT_RDWR)


def _reason(error: Exception) -> str:
    said = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return " ".join(said.split())[:100].lower()

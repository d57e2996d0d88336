"""Addresses of texts: only those of the web are gone to, and only as they are shown."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

from ..errors import OpedError, quoted

_KEPT = "!#$%&*+,/:;=?@_~-."
"""What stays as it is written; quotation marks, brackets and spaces would end an address."""


class AddressError(OpedError):
    """It is no address that a browser should go to."""


class Address(NamedTuple):
    """In ASCII, so that no letter looks like another one."""

    url: str
    host: str

    @property
    def is_disguised(self) -> bool:
        """Whether the host is written in other letters than it is known by."""
        return "xn--" in self.host


def web_address(text: str) -> Address:
    """AddressError says what is wrong with it."""
    parts = _split(text.strip())
    if parts.scheme not in ("http", "https"):
        raise AddressError(
            f"{quoted(text)} is no address of the web; only http and https are opened"
        )
    if "@" in parts.netloc:
        raise AddressError(
            f"{quoted(text)} has a name before an @, and may lead elsewhere than it says"
        )
    host = _ascii(parts.hostname or "", text)
    netloc = f"[{host}]" if ":" in host else host
    netloc += f":{parts.port}" if parts.port else ""
    rest = (quote(part, safe=_KEPT) for part in (parts.path, parts.query, parts.fragment))
    return Address(urlunsplit((parts.scheme, netloc, *rest)), host)


def _split(text: str) -> SplitResult:
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError as error:
        raise AddressError(f"{quoted(text)} is no address ({error})") from error
    return parts


def _ascii(host: str, text: str) -> str:
    """IDNA: `xn--…` for whatever has other letters than those of DNS."""
    try:
        name = host.encode("idna").decode()
    except UnicodeError as error:
        raise AddressError(f"{quoted(text)} has no host that can be looked up") from error
    if not name or not all(sign.isalnum() or sign in "-._:" for sign in name):
        raise AddressError(f"{quoted(text)} has no host that can be looked up")
    return name

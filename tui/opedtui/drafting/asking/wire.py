"""One question over HTTP and its answer: no proxy, no redirect, no endless body."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import closing, suppress
from http.client import (
    HTTPConnection,
    HTTPException,
    HTTPResponse,
    HTTPSConnection,
    IncompleteRead,
)
from socket import SHUT_RDWR, socket
from typing import Any, NamedTuple

from ...errors import reason
from .endpoint import Address
from .failing import NoAnswer
from .within import Late, Patience

LARGEST = 4 * 1024 * 1024
"""Bytes; an answer about 12,000 characters has some 20,000."""


class _TooLarge(HTTPException):
    """Nobody has that much to say about an op-ed."""


class Reply(NamedTuple):
    """What a server answered."""

    status: int
    body: bytes


def post(address: Address, key: str, question: Mapping[str, Any], patience: Patience) -> Reply:
    """Ask and wait; NoAnswer if nothing whole comes back in time."""
    call = _Call(address, patience)
    body = json.dumps(question).encode()
    try:
        return patience.within(lambda: call.exchange(_headers(key), body), call.hang_up)
    except (Late, TimeoutError):
        raise NoAnswer(
            f"{address} has not answered within {patience.seconds:g} s; "
            "give it longer, or a smaller model"
        ) from None
    except (OSError, HTTPException, UnicodeError) as error:
        # The cause may quote the server, and the server the key.
        raise NoAnswer(_why(address, error)) from None


class _Call:
    """A connection for one question, closed by the thread that uses it."""

    def __init__(self, address: Address, patience: Patience) -> None:
        kind = HTTPSConnection if address.is_secure else HTTPConnection
        timeout = max(patience.left, 0.001)
        self._connection = kind(address.host, address.port, timeout=timeout)
        self._path = address.path
        self._patience = patience
        self._socket: socket | None = None

    def exchange(self, headers: Mapping[str, str], body: bytes) -> Reply:
        with closing(self._connection):
            self._connection.connect()
            self._socket = self._connection.sock
            if not self._patience.left:
                raise Late
            self._connection.request("POST", self._path, body, headers)
            with self._connection.getresponse() as response:
                return Reply(response.status, _whole(response))

    def hang_up(self) -> None:
        """Whoever waits for more goes on at once, and finds nothing."""
        if self._socket:
            with suppress(OSError):
                self._socket.shutdown(SHUT_RDWR)


def _headers(key: str) -> dict[str, str]:
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    return {**headers, "Authorization": f"Bearer {key}"} if key else headers


def _whole(response: HTTPResponse) -> bytes:
    """The body, if all of it came and it is not too much."""
    body = response.read(LARGEST + 1)
    if len(body) > LARGEST:
        raise _TooLarge
    if response.length:
        raise IncompleteRead(body, response.length)
    return body


def _why(address: Address, error: OSError | HTTPException | UnicodeError) -> str:
    if isinstance(error, ConnectionRefusedError):
        return f"Nobody listens at {address}; start the model, or set OPEDTUI_MODEL_URL"
    if isinstance(error, ConnectionError | IncompleteRead):
        return f"{address} broke off its answer; check the server, or try again"
    if isinstance(error, UnicodeError):
        return f"{address} is no name of a server; check OPEDTUI_MODEL_URL"
    if isinstance(error, OSError):
        return f"{address} cannot be asked ({reason(error)}); check OPEDTUI_MODEL_URL"
    if isinstance(error, _TooLarge):
        return f"{address} answered with more than 4 MB; check OPEDTUI_MODEL_URL"
    return f"{address} does not speak HTTP as it should; check OPEDTUI_MODEL_URL"

"""One question over HTTP and its answer: no proxy, no redirect, no endless body."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from http.client import (
    HTTPConnection,
    HTTPException,
    HTTPResponse,
    HTTPSConnection,
    IncompleteRead,
)
from socket import SHUT_RDWR
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
    kind = HTTPSConnection if address.is_secure else HTTPConnection
    connection = kind(address.host, address.port, timeout=max(patience.left, 0.001))
    body = json.dumps(question).encode()
    try:
        return patience.within(
            lambda: _exchange(connection, address.path, key, body, patience),
            lambda: _hang_up(connection),
        )
    except (Late, TimeoutError):
        raise NoAnswer(
            f"{address} has not answered within {patience.seconds:g} s; "
            "give it longer, or a smaller model"
        ) from None
    except (OSError, HTTPException, UnicodeError) as error:
        # The cause may quote the server, and the server the key.
        raise NoAnswer(_why(address, error)) from None


def _exchange(
    connection: HTTPConnection, path: str, key: str, body: bytes, patience: Patience
) -> Reply:
    connection.connect()
    if not patience.left:
        raise Late
    connection.request("POST", path, body, _headers(key))
    response = connection.getresponse()
    return Reply(response.status, _whole(response))


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
    if isinstance(error, OSError):
        return f"{address} cannot be asked ({reason(error)}); check OPEDTUI_MODEL_URL"
    if isinstance(error, _TooLarge):
        return f"{address} answered with more than 4 MB; check OPEDTUI_MODEL_URL"
    return f"{address} does not speak HTTP as it should; check OPEDTUI_MODEL_URL"


def _hang_up(connection: HTTPConnection) -> None:
    """At once, also while another thread waits for more."""
    with suppress(OSError, AttributeError):
        connection.sock.shutdown(SHUT_RDWR)
    connection.close()

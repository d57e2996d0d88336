"""Where a model is asked: an address that the reader named, else the reader's own machine."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

from .failing import NoAnswer

OLLAMA = "http://127.0.0.1:11434/v1"
"""Ollama listens there, and no text leaves the machine."""
OPENAI = "api.openai.com"
LLM = "llm:"
"""What the name of a model of the `llm` library begins with."""


class Endpoint(NamedTuple):
    """An address and the key to it, which is not shown."""

    url: str = OLLAMA
    key: str = ""

    def __repr__(self) -> str:
        return f"Endpoint(url={self.url!r}, key={'[hidden]' if self.key else ''!r})"


class Address(NamedTuple):
    """An address taken apart."""

    is_secure: bool
    host: str
    port: int
    path: str

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{'https' if self.is_secure else 'http'}://{host}:{self.port}"


def endpoint_from(environ: Mapping[str, str]) -> Endpoint:
    """What the reader's environment says; the key of OpenAI goes to OpenAI alone."""
    url = environ.get("OPEDTUI_MODEL_URL", "").strip() or OLLAMA
    key = environ.get("OPEDTUI_MODEL_KEY", "").strip()
    if not key and _is_openai(url):
        key = environ.get("OPENAI_API_KEY", "").strip()
    return Endpoint(url, key)


def address_of(endpoint: Endpoint) -> Address:
    """Where the question goes; NoAnswer if that is no address, or one that would tell the key."""
    split = _split(endpoint.url)
    host, is_secure = split.hostname or "", split.scheme == "https"
    if endpoint.key and not (is_secure or _is_near(host)):
        raise NoAnswer(f"A key goes to {host} over https only; begin OPEDTUI_MODEL_URL with https")
    if not all("!" <= char <= "~" for char in endpoint.key):
        raise NoAnswer("The key holds characters that no key has; check OPEDTUI_MODEL_KEY")
    return Address(is_secure, host, split.port or (443 if is_secure else 80), _path(split))


def _split(url: str) -> SplitResult:
    """What is wrong with an address is said without it: it may hold a password."""
    try:
        split = urlsplit(url)
        is_whole = split.scheme in ("http", "https") and split.hostname and split.port != 0
    except ValueError:
        is_whole = False
    if not is_whole or not all("!" <= char <= "~" for char in url):
        raise NoAnswer(f"OPEDTUI_MODEL_URL is no address; give one such as {OLLAMA}")
    if split.username is not None or split.password is not None:
        raise NoAnswer("OPEDTUI_MODEL_URL holds a password; put it into OPEDTUI_MODEL_KEY")
    return split


def _path(split: SplitResult) -> str:
    path = split.path.rstrip("/") or "/v1"
    whole = path if path.endswith("/chat/completions") else f"{path}/chat/completions"
    return f"{whole}?{split.query}" if split.query else whole


def _is_openai(url: str) -> bool:
    try:
        split = urlsplit(url)
        return split.scheme == "https" and split.hostname == OPENAI
    except ValueError:
        return False


def _is_near(host: str) -> bool:
    """This machine or its own network, where keys go about without https."""
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return "." not in host

"""The sum by which a text is known to be the same."""

from __future__ import annotations

from hashlib import sha256


def sum_of(text: str) -> str:
    """What a document keeps as `text_sha256`: SHA-256 of its UTF-8, in hexadecimal."""
    return sha256(text.encode()).hexdigest()

"""The lines of a journal: JSON behind its own checksum, so that a torn one is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any
from zlib import crc32

import orjson

from ..model.frozen import frozen
from .entry import Entry


def sealed(data: object) -> bytes:
    """The line that says this."""
    payload = orjson.dumps(data)
    return b"%08x %b\n" % (crc32(payload), payload)


def unsealed(line: bytes) -> bytes | None:
    """What a whole line says; None when it is not what was written."""
    stated, space, payload = line.rstrip(b"\n").partition(b" ")
    is_whole = space and line.endswith(b"\n") and stated == b"%08x" % crc32(payload)
    return payload if is_whole else None


def said(payload: bytes) -> dict[str, Any]:
    """What a line says."""
    data: dict[str, Any] = orjson.loads(payload)
    return data


@frozen
class Fold:
    """A `db.json` of this size and checksum holds everything up to the entry `seq`.

    It is written before the file takes its place, so it may speak of one that never did.
    """

    seq: int
    size: int
    crc: int
    made_from: int = 0
    """The checksum of the file that it was made from."""
    aside: tuple[int, ...] = ()
    """Entries up to `seq` that it does not hold, because they no longer fitted."""
    highest: Mapping[str, int] = field(default_factory=dict, hash=False)
    """The highest number of each kind among entries that were thrown away."""

    @classmethod
    def of_file(cls, seq: int, content: bytes, **fields: Any) -> Fold:
        return cls(seq, len(content), crc32(content), **fields)

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Fold:
        aside, highest = tuple(data.get("aside", ())), data.get("highest", {})
        return cls(data["fold"], data["size"], data["crc"], data.get("from", 0), aside, highest)

    @property
    def data(self) -> dict[str, Any]:
        data: dict[str, Any] = {"fold": self.seq, "size": self.size, "crc": self.crc}
        known = {"from": self.made_from, "aside": self.aside, "highest": self.highest}
        return data | {name: value for name, value in known.items() if value}

    def is_of(self, content: bytes) -> bool:
        return self.is_as(Fold.of_file(0, content))

    def is_as(self, other: Fold) -> bool:
        """Whether both speak of the same file."""
        return (self.size, self.crc) == (other.size, other.crc)


@frozen
class Folded:
    """The file of this checksum did take its place."""

    crc: int

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Folded:
        return cls(data["folded"])

    @property
    def data(self) -> dict[str, Any]:
        return {"folded": self.crc}


Line = Entry | Fold | Folded


def is_entry(payload: bytes) -> bool:
    """Told by how the line begins: most entries are never read."""
    return payload.startswith(b'{"seq"')


def is_folded(payload: bytes) -> bool:
    return payload.startswith(b'{"folded"')


def is_fold(payload: bytes) -> bool:
    return payload.startswith(b'{"fold"')

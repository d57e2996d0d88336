"""The lines of a journal: JSON behind its own checksum, so that a torn one is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from zlib import crc32

import orjson

from ..model.changes import Change, Edit
from ..model.fields import FieldError
from ..model.records import Record, read_record
from ..model.refs import Ref


def sealed(data: object) -> bytes:
    """The line that says this."""
    payload = orjson.dumps(data)
    return b"%08x %b\n" % (crc32(payload), payload)


def unsealed(line: bytes) -> bytes | None:
    """What a whole line says; None when it is not what was written."""
    stated, space, payload = line.rstrip(b"\n").partition(b" ")
    is_whole = space and line.endswith(b"\n") and stated == b"%08x" % crc32(payload)
    return payload if is_whole else None


@dataclass(frozen=True)
class Entry:
    """One change that was saved. Its records are read when they are asked for."""

    seq: int
    time: str
    by: str
    label: str
    edits: tuple[Mapping[str, Any], ...] = field(repr=False)
    """`{"ref": …, "before": …, "after": …}`, as they stand in the journal."""
    undoes: int | None = None
    redoes: int | None = None

    @classmethod
    def of(cls, payload: bytes) -> Entry:
        data = orjson.loads(payload)
        known = {name: data[name] for name in ("seq", "time", "by", "label")}
        links = {name: data.get(name) for name in ("undoes", "redoes")}
        return cls(**known, **links, edits=tuple(data["edits"]))

    @classmethod
    def saying(cls, change: Change, **fields: Any) -> Entry:
        """The entry of a change that is about to be saved."""
        entry = cls(label=change.label, edits=tuple(map(_written, change.edits)), **fields)
        # The records are at hand; reading them again would only cost time.
        entry.__dict__["change"] = change
        return entry

    @cached_property
    def change(self) -> Change:
        """What was done; FieldError when this version cannot read the records."""
        return Change(self.label, tuple(map(_read, self.edits)))

    @property
    def refs(self) -> tuple[Ref, ...]:
        return tuple(Ref.parse(edit["ref"]) for edit in self.edits)

    def line(self) -> bytes:
        data: dict[str, Any] = {
            name: getattr(self, name) for name in ("seq", "time", "by", "label")
        }
        data |= {name: seq for name in ("undoes", "redoes") if (seq := getattr(self, name))}
        return sealed(data | {"edits": self.edits})

    @cached_property
    def ends(self) -> dict[Ref, tuple[Record | None, Record | None]]:
        """Each record before and after the whole of it."""
        ends: dict[Ref, tuple[Record | None, Record | None]] = {}
        for edit in self.change.edits:
            before, _ = ends.get(edit.ref, (edit.before, None))
            ends[edit.ref] = before, edit.after
        return ends

    def fits(self, records: Mapping[Ref, Record], at: Sequence[int]) -> bool:
        """Whether each record is as the change found it (0) or as it left it (1).

        One that this version cannot read fits nothing.
        """
        try:
            ends = self.ends
        except FieldError:
            return False
        return all(records.get(ref) in [pair[end] for end in at] for ref, pair in ends.items())


def _written(edit: Edit) -> dict[str, Any]:
    return {
        "ref": str(edit.ref),
        "before": edit.before and edit.before.to_dict(),
        "after": edit.after and edit.after.to_dict(),
    }


def _read(edit: Mapping[str, Any]) -> Edit:
    ref = Ref.parse(edit["ref"])
    before, after = edit["before"], edit["after"]
    return Edit(
        None if before is None else read_record(ref, before),
        None if after is None else read_record(ref, after),
    )


@dataclass(frozen=True)
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
    def of(cls, payload: bytes) -> Fold:
        data = orjson.loads(payload)
        aside, highest = tuple(data.get("aside", ())), data.get("highest", {})
        return cls(data["fold"], data["size"], data["crc"], data.get("from", 0), aside, highest)

    def line(self) -> bytes:
        data: dict[str, Any] = {"fold": self.seq, "size": self.size, "crc": self.crc}
        known = {"from": self.made_from, "aside": self.aside, "highest": self.highest}
        return sealed(data | {name: value for name, value in known.items() if value})

    def is_of(self, content: bytes) -> bool:
        return self.is_as(Fold.of_file(0, content))

    def is_as(self, other: Fold) -> bool:
        """Whether both speak of the same file."""
        return (self.size, self.crc) == (other.size, other.crc)


@dataclass(frozen=True)
class Folded:
    """The file of this checksum did take its place."""

    crc: int

    @classmethod
    def of(cls, payload: bytes) -> Folded:
        return cls(orjson.loads(payload)["folded"])

    def line(self) -> bytes:
        return sealed({"folded": self.crc})


BEFORE = (0,)
AFTER = (1,)
EITHER = (0, 1)

Line = Entry | Fold | Folded


def is_entry(payload: bytes) -> bool:
    """Told by how the line begins: most entries are never read."""
    return payload.startswith(b'{"seq"')


def is_folded(payload: bytes) -> bool:
    return payload.startswith(b'{"folded"')


def is_fold(payload: bytes) -> bool:
    return payload.startswith(b'{"fold"')

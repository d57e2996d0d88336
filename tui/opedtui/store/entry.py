"""One change that was saved: what was done, when, and by whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from functools import cached_property
from typing import Any

from ..model.changes import Change, Edit
from ..model.fields import FieldError
from ..model.frozen import frozen
from ..model.records import Record, read_record
from ..model.refs import Ref

WORDS = ("seq", "time", "by", "label", "undoes", "redoes")
"""The fields of an entry, and of its line, beside the edits."""

BEFORE = (0,)
AFTER = (1,)
EITHER = (0, 1)


@frozen
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
    def of(cls, data: Mapping[str, Any]) -> Entry:
        """The entry that a line of the journal says."""
        known: dict[str, Any] = {name: data.get(name) for name in WORDS}
        return cls(**known, edits=tuple(data["edits"]))

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

    @property
    def data(self) -> dict[str, Any]:
        """As its line says it."""
        said = ((name, getattr(self, name)) for name in WORDS)
        data = {name: value for name, value in said if value is not None}
        return data | {"edits": self.edits}

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

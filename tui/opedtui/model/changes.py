"""What a reader did: records before and after, under one name. The unit of saving and of undo."""

from __future__ import annotations

from .frozen import frozen
from .records import Record
from .refs import Ref


@frozen
class Edit:
    """One record before and after: no before is an insertion, no after a deletion."""

    before: Record | None
    after: Record | None

    def __post_init__(self) -> None:
        assert self.before or self.after, "an edit is of a record"
        assert not (self.before and self.after) or self.before.ref == self.after.ref, (
            "an edit is of one record"
        )

    @property
    def ref(self) -> Ref:
        record = self.after or self.before
        assert record
        return record.ref

    def inverse(self) -> Edit:
        """What takes it back."""
        return Edit(self.after, self.before)


@frozen
class Change:
    """A named group of edits that happen together or not at all."""

    label: str
    """As the reader would say it: “merge Moscow into Russia”."""
    edits: tuple[Edit, ...]

    def inverse(self) -> Change:
        """What takes it back: every edit, the last one first."""
        return Change(self.label, tuple(edit.inverse() for edit in reversed(self.edits)))

"""What a command line asks for: a command, a store, a record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from ..errors import OpedError
from ..model.refs import REF, Kind, Ref


class UsageError(OpedError):
    """The arguments make no sense."""


@dataclass(frozen=True)
class Request:
    """A command, and what it is to be done with."""

    command: str
    store: str | None = None
    ref: Ref | None = None
    kind: Kind | None = None
    as_json: bool = False

    @property
    def asked_ref(self) -> Ref:
        """The record, for a command that cannot do without one."""
        assert self.ref, f"{self.command} takes a ref"
        return self.ref

    @property
    def asked_kind(self) -> Kind:
        """The kind of record, for a command that cannot do without one."""
        assert self.kind, f"{self.command} takes a kind"
        return self.kind


class Target(NamedTuple):
    """A store, a record of it, or a record of the store at hand."""

    store: str | None = None
    ref: Ref | None = None

    @classmethod
    def of(cls, text: str) -> Target:
        """`db.json#c12`, `db.json` or `c12`; a file that looks like the last is `./c12`."""
        store, ref = split_ref(text)
        if ref is not None:
            return cls(store or None, Ref.parse(ref))
        return cls(ref=Ref.parse(text)) if REF.fullmatch(text) else cls(text)

    @classmethod
    def of_record(cls, text: str) -> Target:
        """`db.json#c12` or `c12`; RefError for anything else."""
        store, ref = split_ref(text)
        return cls(ref=Ref.parse(text)) if ref is None else cls(store or None, Ref.parse(ref))


def split_ref(text: str) -> tuple[str, str | None]:
    """What stands before the last `#` and behind it; `shelf#2/db.json` is all path."""
    store, sign, ref = text.rpartition("#")
    return (store, ref) if sign and not set("/.") & set(ref) else (text, None)

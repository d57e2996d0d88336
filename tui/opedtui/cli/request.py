"""What a command line asks for: a command, a store, records, and what is to become of them."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..errors import OpedError, quoted
from ..model.dates import Edtf
from ..model.frozen import frozen
from ..model.refs import REF, Kind, Ref


class UsageError(OpedError):
    """The arguments make no sense."""


class Value(NamedTuple):
    """A field, and what it shall hold; nothing clears it."""

    path: str
    text: str

    @classmethod
    def of(cls, text: str) -> Value:
        """`kind=fact`, `voice[0].actor=a3`, `tags=`"""
        match = _VALUE.fullmatch(text)
        if not match:
            raise UsageError(f"{quoted(text)} sets no field; write FIELD=VALUE, e.g. kind=policy")
        return cls(match[1], match[2])


@frozen
class Choice:
    """Words of a text, chosen by their characters or by the words themselves."""

    doc: Ref | None = None
    start: int = 0
    end: int = 0
    words: str = ""
    nth: int | None = None
    """Which of the places that have the words; they should have one if this is not said."""

    @classmethod
    def of(cls, text: str) -> Choice:
        """`d1:120-156`"""
        match = _CHARACTERS.fullmatch(text)
        if not match:
            raise UsageError(f"{quoted(text)} is no place; write e.g. d1:120-156")
        return cls(Ref.parse(match[1]), int(match[2]), int(match[3]))

    @property
    def is_made(self) -> bool:
        """Whether any words are chosen."""
        return bool(self.words or self.end)


@frozen
class Request:
    """A command, and what it is to be done with."""

    command: str
    store: str | None = None
    ref: Ref | None = None
    kind: Kind | None = None
    as_json: bool = False
    refs: tuple[Ref, ...] = ()
    """Records besides the first."""
    values: tuple[Value, ...] = ()
    choice: Choice = Choice()
    doc: Ref | None = None
    """The one document that is asked about."""
    name: str = ""
    """The kind of a tie, or what a new actor is called."""
    aliases: tuple[str, ...] = ()
    file: str = ""
    back_to: int | None = None
    words: tuple[str, ...] = ()
    """What is searched for."""
    only: frozenset[str] = frozenset()
    """The kinds of finds that are wanted; all, if none is named."""
    limit: int | None = None
    filter: str = ""
    """What has to hold of the records that are listed."""
    form: str = ""
    """How citations are written."""
    host: str = ""
    port: int | None = None
    published: Edtf | None = None
    """What is said of the texts that are brought in, as in the three that follow."""
    title: str = ""
    authors: tuple[str, ...] = ()
    outlet: str = ""
    model: str = ""
    """The language model that drafts."""
    flags: frozenset[str] = frozenset()
    """`yes`, `repair`, `compact`, `plain`, `exposed`, `private`, `update`, `anyway`, …"""

    @property
    def asked_ref(self) -> Ref:
        """The record, for a command that cannot do without one."""
        assert self.ref, f"{self.command} takes a ref"
        return self.ref

    @property
    def asked_refs(self) -> tuple[Ref, ...]:
        """All of the records, each once."""
        return tuple(dict.fromkeys((self.asked_ref, *self.refs)))

    @property
    def other_ref(self) -> Ref:
        """The second record, for a command that takes two."""
        assert self.refs, f"{self.command} takes two refs"
        return self.refs[0]

    @property
    def asked_kind(self) -> Kind:
        """The kind of record, for a command that cannot do without one."""
        assert self.kind, f"{self.command} takes a kind"
        return self.kind

    @property
    def typed(self) -> dict[str, str | None]:
        """The values by field; None where the field is to be cleared."""
        return {path: text or None for path, text in self.values}


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

    @classmethod
    def of_its_store(cls, text: str) -> Target:
        """Where the record before is; `c12` would be another record, and one is shown at a time."""
        if REF.fullmatch(text):
            raise UsageError(f"one record is shown at a time; if {text} is a store, write ./{text}")
        return cls(text)


Item = Target | Choice | Value

_VALUE = re.compile(r"([a-z_0-9.+\[\]]+)=(.*)", re.DOTALL)
_CHARACTERS = re.compile(r"(d[1-9]\d{0,17}):(\d{1,18})[-–](\d{1,18})")


def item(text: str) -> Item:
    """A place, a field with its value, or a record: told apart by how they are written."""
    if _VALUE.fullmatch(text):
        return Value.of(text)
    return Choice.of(text) if _CHARACTERS.fullmatch(text) else Target.of_record(text)


def split_ref(text: str) -> tuple[str, str | None]:
    """What stands before the last `#` and behind it; `shelf#2/db.json` is all path."""
    store, sign, ref = text.rpartition("#")
    return (store, ref) if sign and not set("/.") & set(ref) else (text, None)

"""The records of a list, and which of them a filter leaves."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import compress
from typing import Any, Generic, TypeVar, overload

from ...errors import quoted
from ...model.frozen import frozen
from ...model.records import Record
from ...model.refs import Kind, Ref
from ..library import Library
from .columns import Column, Mask
from .comparing import Fits, fits, listed, near
from .fields import FIELDS, FIELDS_OF, Field, Sort
from .folding import plain
from .names import Names
from .query import Fault, FilterError, Query, Term, View, read_query

R = TypeVar("R", bound=Record)

SWAPPED = bytes([1, 0, *range(2, 256)])
REMEMBERED = 64
"""Terms whose masks are kept: most of a filter stays while the rest of it is being typed."""
AT_ONCE = 1000
"""Records that are read in one go while nobody waits."""


class Listing(Generic[R]):
    """Records of one kind in the order of their list, and their fields as columns."""

    def __init__(self, library: Library, kind: Kind, records: Sequence[R]) -> None:
        self.library = library
        self.kind = kind
        self.records = records
        self.names = Names(library)
        self._columns: dict[str, Column] = {}
        self.counted: dict[tuple[str, Mask], Any] = {}
        """The facets that were counted last: they are asked for at each letter of a value."""
        self._fault: tuple[tuple[Any, int], Fault] | None = None
        """The last value that cannot be, with its term: while the rest is typed it stays so."""
        self._masks: OrderedDict[tuple[Any, ...], Mask] = OrderedDict()

    def __len__(self) -> int:
        return len(self.records)

    @property
    def fields(self) -> tuple[Field, ...]:
        return FIELDS[self.kind]

    @cached_property
    def all(self) -> Mask:
        """Every record fits."""
        return b"\1" * len(self.records)

    @cached_property
    def places(self) -> dict[Ref, int]:
        """Where each record is in the list."""
        return {record.ref: at for at, record in enumerate(self.records)}

    def column(self, field: Field) -> Column:
        if field.name not in self._columns:
            self._columns[field.name] = Column(self.library, field, self.records)
        return self._columns[field.name]

    def preparing(self) -> Iterator[None]:
        """Read every field, a little at each step."""
        self.names.prepare()
        yield
        assert self.places is not None
        yield
        for field in self.fields:
            column = self.column(field)
            while not column.is_whole:
                column.advance(AT_ONCE)
                yield
            column.lay_out()
            yield

    def narrowed(self, query: Query, open_at: int | None = None) -> Narrowed[R]:
        """The records that fit all terms that can be understood, and the faults of the others.

        A value that ends at `open_at` is still being typed: its beginning is enough.
        """
        faults = list(query.faults)
        mask = self._all_of(query, open_at, faults)
        return Narrowed(self, mask, tuple(sorted(faults, key=lambda fault: fault.start)))

    def _all_of(self, query: Query, open_at: int | None, faults: list[Fault]) -> Mask:
        mask = self.all
        for term in query.terms:
            found = self._fitting(term, open_at, faults)
            mask = both(mask, found) if found is not None else mask
        return mask

    def _fitting(self, term: Term | View, open_at: int | None, faults: list[Fault]) -> Mask | None:
        if isinstance(term, View):
            found = self._fitting_view(term, faults)
        else:
            found = self._fitting_term(term, open_at, faults)
        return found.translate(SWAPPED) if found is not None and term.is_negated else found

    def _fitting_view(self, view: View, faults: list[Fault]) -> Mask | None:
        within: list[Fault] = []
        mask = self._all_of(view.query, None, within)
        faults += [Fault(view.start, view.end, f"in it, {fault.what}") for fault in within]
        return None if within else mask

    def _fitting_term(self, term: Term, open_at: int | None, faults: list[Fault]) -> Mask | None:
        field = FIELDS_OF[self.kind].get(term.field)
        fault = _fault(self.kind, field, term)
        if field is None or fault:
            faults += [fault] if fault else []
            return None
        is_open = open_at == term.end
        key = (field.name, term.operator, *((v.text, v.is_quoted) for v in term.values), is_open)
        if self._fault and self._fault[0] == (key, term.start):
            faults.append(self._fault[1])
            return None
        if key not in self._masks:
            column = self.column(field)
            fit = fits(field, term, self.names, column.occurring, open_at)
            if isinstance(fit, Fault):
                self._fault = (key, term.start), fit
                faults.append(fit)
                return None
            self._remember(key, self._mask(column, term, fit))
        self._masks.move_to_end(key)
        return self._masks[key]

    def _mask(self, column: Column, term: Term, fit: Fits) -> Mask:
        if any(value.is_quoted and not value.text for value in term.values):
            return column.fitting(lambda held: not any(held) or any(map(fit, held)))
        if column.field.sort is Sort.TEXT and term.operator == "~" and len(term.values) == 1:
            return self._containing(column, plain(term.values[0].text))
        return column.fitting(lambda held: any(map(fit, held)))

    def _containing(self, column: Column, needle: str) -> Mask:
        """Among those that have the beginning of the needle, where that was looked for."""
        key = (column.field.name, "~", needle[:-1])
        self._remember(
            (column.field.name, "~", needle), column.containing(needle, self._masks.get(key))
        )
        return self._masks[column.field.name, "~", needle]

    def _remember(self, key: tuple[Any, ...], mask: Mask) -> None:
        self._masks[key] = mask
        if len(self._masks) > REMEMBERED:
            self._masks.popitem(last=False)


class Chosen(Sequence[R]):
    """Some of the records, none of which is touched before it is looked at."""

    def __init__(self, records: Sequence[R], mask: Mask) -> None:
        self._records = records
        self._mask = mask
        self._length = mask.count(1)

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[R]:
        return compress(self._records, self._mask)

    @overload
    def __getitem__(self, index: int) -> R: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[R]: ...
    def __getitem__(self, index: int | slice) -> R | Sequence[R]:
        if isinstance(index, slice):
            return [self._records[at] for at in self._places[index]]
        return self._records[self._places[index]]

    @cached_property
    def _places(self) -> Sequence[int]:
        return list(compress(range(len(self._mask)), self._mask))


@frozen
class Narrowed(Generic[R]):
    """What a filter leaves of a list."""

    listing: Listing[R]
    mask: Mask
    faults: tuple[Fault, ...] = ()

    def __len__(self) -> int:
        return self.mask.count(1)

    @property
    def records(self) -> Sequence[R]:
        """In the order of the list."""
        if len(self) == len(self.listing):
            return self.listing.records
        return Chosen(self.listing.records, self.mask)

    def index(self, ref: Ref) -> int | None:
        """Where a record is among them."""
        at = self.listing.places.get(ref)
        return self.mask.count(1, 0, at) if at is not None and self.mask[at] else None


def filtered(listing: Listing[R], text: str, views: Mapping[str, str]) -> Sequence[R]:
    """The records that fit; FilterError if the filter cannot be understood."""
    narrowed = listing.narrowed(read_query(text, views))
    if narrowed.faults:
        raise FilterError(text, narrowed.faults[0])
    return narrowed.records


def both(one: Mask, other: Mask) -> Mask:
    """Where both have a 1."""
    ones = int.from_bytes(one, "little") & int.from_bytes(other, "little")
    return ones.to_bytes(len(one), "little")


def _fault(kind: Kind, field: Field | None, term: Term) -> Fault | None:
    """A field that the kind does not have, or an operator that the field does not take."""
    name_end = term.operator_at
    if field is None:
        known = near(term.field, list(FIELDS_OF[kind]))
        hint = f"perhaps {listed(known)}" if known else f"they have {', '.join(FIELDS_OF[kind])}"
        what = f"{kind.table} have no field {quoted(term.field)}; {hint}"
        return Fault(term.start, max(name_end, term.start + 1), what)
    if term.operator not in field.operators:
        taken = " ".join(field.operators)
        what = f"{field.name} takes {taken}, not {term.operator}: it is {field.sort.value}"
        return Fault(name_end, name_end + len(term.operator), what)
    return None

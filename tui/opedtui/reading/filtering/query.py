"""The grammar of a filter: `kind=fact,value -actor=Russia text~"gas price" @due`.

Terms stand side by side and must all hold. What cannot be read is told with its place, and the
rest is read all the same, so that a list can be narrowed while its filter is being typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ...errors import OpedError, quoted
from ...model.frozen import frozen

OPERATORS = {
    "=": "is",
    "!=": "is not",
    "<": "below, or before",
    "<=": "at most",
    ">": "above, or after",
    ">=": "at least",
    ":": "overlaps in time",
    "~": "contains",
}
VIEW = "@"
"""Stands before the name of a saved view."""
TEXT = "text"
"""The field that `~gas` alone looks in."""

_PIECE = re.compile(r'(?:"(?:\\.|[^"\\])*(?:"|\\?$)|“[^”]*(?:”|$)|\S)+', re.DOTALL)
_TERM = re.compile(r"(-?)(\w*)(!=|<=|>=|[=<>:~])(.*)", re.DOTALL)
_VALUE = re.compile(r'"((?:\\.|[^"\\])*)("?)|“([^”]*)(”?)|([^,]*)', re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_NAME = re.compile(r"[\w.-]+")


@frozen
class Fault:
    """What cannot be understood, and where: code points of the filter, end-exclusive."""

    start: int
    end: int
    what: str
    """What is wrong, and what was expected."""


class FilterError(OpedError):
    """A filter that cannot be understood."""

    def __init__(self, text: str, fault: Fault) -> None:
        super().__init__(fault.what)
        self.text, self.fault = text, fault


@frozen
class Value:
    """One of the values of a term, as it is meant and where it is written."""

    text: str
    start: int
    end: int
    is_quoted: bool = False

    def __str__(self) -> str:
        return self.text


@frozen
class Term:
    """A field, how it compares, and values of which one has to fit."""

    field: str
    operator: str
    values: tuple[Value, ...]
    is_negated: bool
    start: int
    """Of the name of the field."""
    end: int

    @property
    def operator_at(self) -> int:
        return self.values[0].start - len(self.operator)


@frozen
class Query:
    """What has to hold of a record, and what of the filter could not be read."""

    terms: tuple[Term | View, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not self.terms and not self.faults

    def asks_for(self, field: str) -> bool:
        """Whether a term of it, or of a saved filter in it, is about the field."""
        return any(
            term.query.asks_for(field) if isinstance(term, View) else term.field == field
            for term in self.terms
        )


@frozen
class View:
    """A saved filter in the place of a term."""

    query: Query
    is_negated: bool
    start: int
    end: int


@frozen
class Piece:
    """What stands between blanks."""

    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def pieces(text: str) -> Iterator[Piece]:
    """The parts of a filter; blanks within quotation marks part nothing."""
    return (Piece(match[0], match.start()) for match in _PIECE.finditer(text))


def read_query(text: str, views: Mapping[str, str] | None = None) -> Query:
    """The terms that can be read, and the faults of the others."""
    return _read(text, views or {}, ())


def _read(text: str, views: Mapping[str, str], within: tuple[str, ...]) -> Query:
    terms: list[Term | View] = []
    faults: list[Fault] = []
    for piece in pieces(text):
        read = _view(piece, views, within) if _is_view(piece) else read_term(piece)
        if isinstance(read, Fault):
            faults.append(read)
        else:
            terms.append(read)
    return Query(tuple(terms), tuple(faults))


def _is_view(piece: Piece) -> bool:
    return piece.text.removeprefix("-").startswith(VIEW)


def _view(piece: Piece, views: Mapping[str, str], within: tuple[str, ...]) -> View | Fault:
    name = piece.text.removeprefix("-").removeprefix(VIEW)
    if name in within:
        return Fault(piece.start, piece.end, f"{VIEW}{name} leads back to itself")
    if name not in views:
        known = ", ".join(VIEW + known for known in sorted(views))
        hint = f"there are {known}" if known else "none is saved for this list"
        return Fault(piece.start, piece.end, f"no filter is saved as {quoted(name)}; {hint}")
    query = _read(views[name], views, (*within, name))
    if query.faults:
        return Fault(piece.start, piece.end, f"{VIEW}{name}: {query.faults[0].what}")
    return View(query, piece.text.startswith("-"), piece.start, piece.end)


def read_term(piece: Piece) -> Term | Fault:
    """`-kind=fact,value`; the name of the field is looked up elsewhere."""
    match = _TERM.fullmatch(piece.text)
    if not match:
        return Fault(piece.start, piece.end, _without_operator(piece.text))
    minus, name, operator, rest = match.groups()
    if not name and operator != "~":
        what = f"a field is missing before {operator}, as in kind{operator}…"
        return Fault(piece.start, piece.start + len(minus + operator), what)
    values = _values(rest, piece.start + match.start(4))
    if isinstance(values, Fault):
        return values
    start = piece.start + len(minus)
    negated = bool(minus) != (operator == "!=")
    return Term(name.lower() or TEXT, operator, values, negated, start, piece.end)


def _without_operator(text: str) -> str:
    if text.startswith(('"', "“")):
        return f"words alone are not looked for; write ~{text}"
    signs = " ".join(OPERATORS)
    return f"an operator is missing after {quoted(text)}: one of {signs}; or ~{text} for words"


def split_operator(typed: str) -> tuple[str, str]:
    """The name of a field and the operator behind it, as far as they are typed."""
    match = re.match(r"(\w*)(!=|<=|>=|[=<>:~])", typed)
    return (match[1], match[2]) if match else (typed, "")


def _values(text: str, offset: int) -> tuple[Value, ...] | Fault:
    """The words between commas."""
    found: list[Value] = []
    at = 0
    while True:
        match = _VALUE.match(text, at)
        assert match, "the last alternative fits anything"
        start, end = offset + match.start(), offset + match.end()
        straight, closed, curly, curly_closed, bare = match.groups()
        if bare is None and not (closed or curly_closed):
            return Fault(start, end, "the quotation mark is not closed")
        if bare is not None and not bare:
            return Fault(start, start, 'a value is missing; "" stands for none at all')
        text_meant = bare or curly or _ESCAPED.sub(r"\1", straight or "")
        found.append(Value(text_meant, start, end, bare is None))
        at = match.end()
        if at == len(text):
            return tuple(found)
        if text[at] != ",":
            what = "a comma or a blank was expected after the quotation mark"
            return Fault(offset + at, offset + len(text), what)
        at += 1


def written(value: str) -> str:
    """The value as a filter has it: in quotation marks where it needs them."""
    if value and not re.search(r'[\s,"“”\\]', value):
        return value
    escaped = re.sub(r'(["\\])', r"\\\1", value)
    return f'"{escaped}"'


def is_name(text: str) -> bool:
    """Whether a filter can be saved under this name."""
    return _NAME.fullmatch(text) is not None

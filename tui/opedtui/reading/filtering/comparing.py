"""From the values of a term to the question whether a value of a record fits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from operator import ge, gt, le, lt
from typing import Any, NamedTuple

from ...errors import OpedError, quoted
from ...model.dates import Edtf
from ...model.refs import Ref
from .fields import Field, Sort, When, when
from .folding import plain
from .names import Names
from .query import Fault, Term

Fits = Callable[[Any], bool]
"""Whether one value fits."""

COMPARE: dict[str, Callable[[Any, Any], bool]] = {"<": lt, "<=": le, ">": gt, ">=": ge}
MANY = 12
"""Words beyond which a vocabulary is not listed in a line."""
MOST_DIGITS = 9


class Misfit(OpedError):
    """A value that its field cannot have."""


class Asked(NamedTuple):
    """One value of a term."""

    field: Field
    operator: str
    text: str
    names: Names
    occurring: Callable[[], Iterable[Any]]
    """The values that there are."""
    is_open: bool = False
    """Whether it is still being typed, so that its beginning is enough."""


def fits(
    field: Field,
    term: Term,
    names: Names,
    occurring: Callable[[], Iterable[Any]],
    open_at: int | None = None,
) -> Fits | Fault:
    """Whether a value fits one of the term's; a fault tells which of these cannot be.

    A value that ends at `open_at` is still being typed.
    """
    tests = []
    for value in term.values:
        if value.is_quoted and not value.text:
            continue
        is_open = value.end == open_at and not value.is_quoted
        asked = Asked(field, term.operator, value.text, names, occurring, is_open)
        try:
            tests.append(_MAKERS[field.sort](asked))
        except OpedError as error:
            return Fault(value.start, value.end, str(error))
    return tests[0] if len(tests) == 1 else partial(_fits_any, tests)


def _fits_any(tests: Sequence[Fits], held: Any) -> bool:
    return any(test(held) for test in tests)


def _word(asked: Asked) -> Fits:
    word = plain(asked.text)
    if asked.operator == "~":
        return lambda held: word in plain(held)
    if asked.is_open and word not in map(plain, asked.occurring()):
        _check_beginning(asked, word)
        return lambda held: plain(held).startswith(word)
    _check_word(asked, word)
    return lambda held: plain(held) == word


def _check_beginning(asked: Asked, word: str) -> None:
    """What a word of the vocabulary begins with may become one."""
    vocabulary = asked.field.vocabulary
    if not vocabulary or not any(known.startswith(word) for known in vocabulary.words):
        _check_word(asked, word)


def _check_word(asked: Asked, word: str) -> None:
    """A word that no record may have was a slip; of an open field anything may be asked."""
    vocabulary = asked.field.vocabulary
    if vocabulary is None or word in vocabulary or word in map(plain, asked.occurring()):
        return
    words = vocabulary.words
    meant = near(word, words) or (words if len(words) <= MANY else [*words[:MANY], "…"])
    raise Misfit(f"{quoted(word)} is no {vocabulary.name}; write {listed(meant)}")


def near(word: str, words: Sequence[str]) -> Sequence[str]:
    """Those that are written almost so."""
    # Only a slip needs it.
    from difflib import get_close_matches

    return get_close_matches(word, words, 3, 0.7)


def listed(words: Sequence[str]) -> str:
    """`fact, value or policy`"""
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _rank(asked: Asked) -> Fits:
    compare = COMPARE.get(asked.operator)
    if compare is None:
        return _word(asked)
    ranks = {word: rank for rank, word in enumerate(asked.field.ranked)}
    rank = ranks.get(plain(asked.text))
    if rank is None:
        order = " < ".join(ranks)
        raise Misfit(f"{quoted(asked.text)} has no place in the order {order}")
    return lambda held: held in ranks and compare(ranks[held], rank)


def _actor(asked: Asked) -> Fits:
    names = asked.names
    if asked.operator == "~":
        return names.containing(asked.text).__contains__
    called = names.called(asked.text)
    if not called and asked.is_open:
        called = names.beginning(asked.text)
    if not called:
        raise Misfit(_nobody(asked))
    return names.with_parts(called).__contains__


def _nobody(asked: Asked) -> str:
    names, text = asked.names, asked.text
    like = sorted(names.beginning(text) or names.containing(text) or names.near(text))[:3]
    hint = f"perhaps {listed([names.calls(number) for number in like])}" if like else ""
    return f"no actor is called {quoted(text)}; {hint or 'write a name, an alias or a ref'}"


def _ref(asked: Asked) -> Fits:
    ref = Ref.parse(asked.text.lower())
    return lambda held: bool(held == ref)


def _date(asked: Asked) -> Fits:
    return partial(_DATES[asked.operator], when(Edtf.parse(asked.text)))


_DATES: dict[str, Callable[[When, When], bool]] = {
    "=": lambda asked, held: held[:2] == asked[:2],
    "<": lambda asked, held: held.last < asked.first,
    "<=": lambda asked, held: held.last <= asked.last,
    ">": lambda asked, held: held.first > asked.last,
    ">=": lambda asked, held: held.first >= asked.first,
    ":": lambda asked, held: held.first <= asked.last and asked.first <= held.last,
}
_DATES["!="] = _DATES["="]


def _number(asked: Asked) -> Fits:
    text = asked.text
    if not (text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS):
        raise Misfit(f"{quoted(text)} is no whole number")
    number, compare = int(text), COMPARE.get(asked.operator)
    return lambda held: compare(held, number) if compare else held == number


def _text(asked: Asked) -> Fits:
    words = plain(asked.text)
    if asked.operator == "~":
        return lambda held: words in held
    return lambda held: words in held.split("\n")


_MAKERS: dict[Sort, Callable[[Asked], Fits]] = {
    Sort.WORD: _word,
    Sort.RANK: _rank,
    Sort.ACTOR: _actor,
    Sort.REF: _ref,
    Sort.DATE: _date,
    Sort.NUMBER: _number,
    Sort.TEXT: _text,
}

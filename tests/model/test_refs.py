"""Refs: the addresses of records."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opedtui.errors import OpedError
from opedtui.model.refs import Kind, Ref, RefError


@given(st.sampled_from(Kind), st.integers(1, 10**18 - 1))
def test_a_ref_reads_back_as_it_is_written(kind: Kind, number: int) -> None:
    """The letter of the kind and TinyDB's own number are all there is to an address."""
    written = str(Ref(kind, number))

    assert written == f"{kind.value}{number}"
    assert Ref.parse(written) == Ref(kind, number)


@pytest.mark.parametrize(
    "text",
    [
        *("", "c", "12", "c0", "c01", "c-1", "c+1", "c1.0", "x1", "C12"),
        *(" c1", "c1 ", "c1\n", "c 1", "c1c2", "c١", "c¹", "c" + "9" * 19),
    ],
)
def test_anything_else_is_no_ref(text: str) -> None:
    """An address that could be read in two ways, or by TinyDB in another, is refused."""
    with pytest.raises(RefError, match="is no ref"):
        Ref.parse(text)


def test_the_error_says_what_to_write() -> None:
    """The reader is told every letter and an example, in one line."""
    with pytest.raises(OpedError) as raised:
        Ref.parse("claim 12")

    message = str(raised.value)
    assert message.startswith("“claim 12” is no ref; write a letter and a number")
    assert all(f"{kind} {kind.word}" in message for kind in Kind)
    assert message.endswith("e.g. c12")


def test_the_error_stays_short() -> None:
    """A whole page given for a ref is quoted by its beginning."""
    with pytest.raises(RefError) as raised:
        Ref.parse("c" * 100_000)

    assert len(str(raised.value)) < 300


def test_kinds_are_told_apart_by_their_letter() -> None:
    """No two kinds share a letter, a word or a table."""
    assert len({kind.value for kind in Kind}) == len(Kind)
    assert all(len(kind.value) == 1 for kind in Kind)
    assert (Kind.CLAIM.word, Kind.CLAIM.table) == ("claim", "claims")

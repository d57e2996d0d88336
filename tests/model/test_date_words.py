"""Dates in the words of people, and in the width of a narrow column."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opedtui.model.date_order import DAY_FIRST, ISO, MONTH_FIRST
from opedtui.model.date_words import say_dates, short, spoken
from opedtui.model.dates import MONTHS, Edtf

SPOKEN = {
    "2023-02-27": "27 February 2023",
    "2023-03-03": "3 March 2023",
    "2023-02-27T10:00:00Z": "27 February 2023",
    "2023-02": "February 2023",
    "2023": "2023",
    "2023-21": "spring 2023",
    "2023-24": "winter 2023",
    "2023-29": "southern spring 2023",
    "2023-33": "the first quarter of 2023",
    "2023-39": "the last third of 2023",
    "2023-41": "the second half of 2023",
    "199X": "the 1990s",
    "200X": "the 2000s",
    "199X-06": "June in the 1990s",
    "199X-02-29": "29 February in the 1990s",
    "18XX": "the 19th century",
    "20XX": "the 21st century",
    "11XX": "the 12th century",
    "01XX": "the 2nd century",
    "2024-XX": "a month in 2024",
    "2024-02-XX": "a day in February 2024",
    "2024-XX-XX": "a day in 2024",
    "2022~": "about 2022",
    "2022?": "perhaps 2022",
    "2022%": "about 2022, uncertain",
    "2004-06~-11": "about 11 June 2004",
    "2023-02-27/2023-02-28": "27–28 February 2023",
    "2023-03-06/2023-03-12": "6–12 March 2023",
    "2023-02-27/2023-03-03": "27 February – 3 March 2023",
    "2022-12-27/2023-01-03": "27 December 2022 – 3 January 2023",
    "2023-02-27/2023-02-27": "27 February 2023",
    "2022-02/2023-03": "February 2022 – March 2023",
    "2023-02/2023-03": "February–March 2023",
    "2023-21/2023-23": "spring–autumn 2023",
    "2020/2023": "2020–2023",
    "2023/2023-03": "2023 – March 2023",
    "2023-02-27/2023-02": "27 February 2023 – February 2023",
    "199X/200X": "the 1990s – the 2000s",
    "2020?/2023~": "perhaps 2020 – about 2023",
    "2023-02-27?/2023-02-28": "perhaps 27 February 2023 – 28 February 2023",
    "2020/..": "since 2020",
    "../2023-03": "until March 2023",
    "2020/": "from 2020, end unknown",
    "/2020": "until 2020, start unknown",
    "2020~/..": "since about 2020",
    "[1667,1668,1670..1672]": "one of 1667, 1668, 1670–1672",
    "[2020..2022]": "one of 2020–2022",
    "{1960,1961-12}": "all of 1960, December 1961",
    "[..1760-12-03]": "3 December 1760 or earlier",
    "[1760-12..]": "December 1760 or later",
    "[1667]": "1667",
    "0000": "1 BC",
    "-0043": "44 BC",
    "-0043-03-15": "15 March 44 BC",
    "-0043/-0039": "44–40 BC",
    "-0043/0014": "44 BC – AD 14",
    "0476": "476",
    "-019X": "200–191 BC",
    "000X": "1 BC – AD 9",
    "Y170000002": "170,000,002",
    "Y-17000": "17,001 BC",
}

MODIFIED = {
    ("2023", "start"): "early 2023",
    ("2023", "mid"): "mid-2023",
    ("2023", "end"): "late 2023",
    ("2023", "approx"): "about 2023",
    ("2023", "x-ides"): "2023",
    ("2023", ""): "2023",
    ("2023", None): "2023",
    ("2023~", "approx"): "about 2023",
    ("2023?", "approx"): "perhaps about 2023",
    ("2023?", "end"): "perhaps late 2023",
    ("2023-02", "end"): "late February 2023",
    ("2023-22", "mid"): "mid-summer 2023",
    ("2023-33", "start"): "the start of the first quarter of 2023",
    ("2023-02-27", "end"): "the end of 27 February 2023",
    ("2024-XX", "start"): "a month in early 2024",
    ("199X", "start"): "the early 1990s",
    ("199X", "mid"): "the mid-1990s",
    ("18XX", "end"): "the late 19th century",
    ("199X-06", "mid"): "the middle of June in the 1990s",
    ("-019X", "end"): "the end of 200–191 BC",
    ("2020/2023", "mid"): "the middle of 2020–2023",
    ("2020/2023", "approx"): "about 2020–2023",
    ("2022-03~/2023-03~", "approx"): "about March 2022 – about March 2023",
    ("2020/..", "end"): "since late 2020",
    ("../2020", "mid"): "until mid-2020",
    ("2020/..", "approx"): "since about 2020",
}

SHORT = {
    "2022-02-22": "2022-02-22",
    "2022-07": "2022-07",
    "2023-02-27/2023-02-28": "2023-02-27/28",
    "2023-02-27/2023-03-01": "2023-02-27/03-01",
    "2022-12-27/2023-01-01": "2022-12-27/2023-01-01",
    "2023-02/2023-03": "2023-02/2023-03",
    "2023-02-27/2023-02": "2023-02-27/2023-02",
    "2023-21/2023-22": "2023-21/2023-22",
    "2023-02-2X/2023-02-28": "2023-02-2X/2023-02-28",
    "2023-02-27~/2023-02-28?": "2023-02-27~/28?",
    "-0043-03-14/-0043-03-15": "-0043-03-14/15",
    "2023-02-27T10:00:00Z": "2023-02-27",
    "2023-02-27T10:00:00Z/2023-02-28T11:00:00+04:00": "2023-02-27/28",
    "2020/..": "2020/..",
    "2023-02-27/..": "2023-02-27/..",
    "../2023-02-27": "../2023-02-27",
    "2022%": "2022%",
    "[2023-02-27,2023-02-28]": "[2023-02-27,2023-02-28]",
    "[2023-02-27]": "[2023-02-27]",
}


@pytest.mark.parametrize(("text", "words"), SPOKEN.items())
def test_a_date_is_said_as_people_say_it(text: str, words: str) -> None:
    """What both ends of an interval share is said once; year 0 is 1 BC."""
    assert spoken(Edtf.parse(text)) == words


@pytest.mark.parametrize(("text", "mod", "words"), [(*key, MODIFIED[key]) for key in MODIFIED])
def test_a_mod_is_said_with_its_date(text: str, mod: str | None, words: str) -> None:
    """TIMEX3 start, mid and end are early, mid- and late where English has them."""
    assert spoken(Edtf.parse(text), mod) == words


@pytest.mark.parametrize(("text", "column"), SHORT.items())
def test_a_narrow_column_shows(text: str, column: str) -> None:
    """Two days of one month share it, qualifiers stay, and times go."""
    assert short(Edtf.parse(text)) == column


@pytest.mark.parametrize("code", range(21, 42))
def test_every_part_of_a_year_has_a_name(code: int) -> None:
    """No code of EDTF is shown as a number."""
    assert str(code) not in spoken(Edtf.parse(f"1999-{code}"))


@settings(max_examples=200)
@given(st.dates(), st.sampled_from(["", "start", "mid", "end", "approx"]))
def test_a_day_is_named_with_its_month_and_year(day: object, mod: str) -> None:
    """Nothing of a day is lost by saying it."""
    date = Edtf.parse(str(day))
    assert date.lower

    words = spoken(date, mod)

    assert f"{date.lower.day} {MONTHS[date.lower.month - 1]}" in words
    assert words.endswith(str(date.lower.year))


@pytest.fixture
def american() -> Iterator[None]:
    """The month comes first, for one test."""
    say_dates(MONTH_FIRST)
    yield
    say_dates(DAY_FIRST)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2023-03-06", "March 6, 2023"),
        ("2023-03-06~", "about March 6, 2023"),
        ("2023-02-27/2023-02-28", "February 27–28, 2023"),
        ("2023-02-27/2023-03-01", "February 27 – March 1, 2023"),
        ("2022-12-30/2023-01-02", "December 30, 2022 – January 2, 2023"),
        ("2023-02-27/..", "since February 27, 2023"),
        ("[2023-02-27,2023-03-01]", "one of February 27, 2023; March 1, 2023"),
        ("2023-03", "March 2023"),
        ("2023-22", "summer 2023"),
        ("202X", "the 2020s"),
    ],
)
def test_the_month_may_come_first(american: None, text: str, said: str) -> None:
    """As in the United States."""
    assert spoken(Edtf.parse(text)) == said


@pytest.fixture
def as_digits() -> Iterator[None]:
    """ISO 8601, for one test."""
    say_dates(ISO)
    yield
    say_dates(DAY_FIRST)


def test_dates_may_be_said_in_digits(as_digits: None) -> None:
    """As EDTF has them; what the words say besides is kept."""
    assert spoken(Edtf.parse("2023-02-27/2023-02-28")) == "2023-02-27/28"
    assert spoken(Edtf.parse("2023-02"), "start") == "early 2023-02"

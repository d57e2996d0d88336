"""EDTF dates: which days they cover, how they compare, and what is refused.

The examples are those of the Library of Congress specification (2019), level by level.
"""

from __future__ import annotations

import datetime
import subprocess
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from opedtui.errors import OpedError
from opedtui.model.dates import DateError, Day, Edtf


def bounds(text: str) -> str:
    """`2023-02-01 2023-02-28`, with `..` for an end that has no bound."""
    date = Edtf.parse(text)
    return f"{iso(date.lower)} {iso(date.upper)}"


def iso(day: Day | None) -> str:
    return f"{day.year:04}-{day.month:02}-{day.day:02}" if day else ".."


LEVEL_0 = {
    "1985-04-12": "1985-04-12 1985-04-12",
    "1985-04": "1985-04-01 1985-04-30",
    "1985": "1985-01-01 1985-12-31",
    "0000": "0000-01-01 0000-12-31",
    "1985-04-12T23:20:30": "1985-04-12 1985-04-12",
    "1985-04-12T23:20:30Z": "1985-04-12 1985-04-12",
    "1985-04-12T23:20:30-04": "1985-04-12 1985-04-12",
    "1985-04-12T23:20:30+04:30": "1985-04-12 1985-04-12",
    "1964/2008": "1964-01-01 2008-12-31",
    "2004-06/2006-08": "2004-06-01 2006-08-31",
    "2004-02-01/2005-02-08": "2004-02-01 2005-02-08",
    "2004-02-01/2005-02": "2004-02-01 2005-02-28",
    "2004-02-01/2005": "2004-02-01 2005-12-31",
    "2005/2006-02": "2005-01-01 2006-02-28",
}

LEVEL_1 = {
    "Y170000002": "170000002-01-01 170000002-12-31",
    "Y-170000002": "-170000002-01-01 -170000002-12-31",
    "2001-21": "2001-03-01 2001-05-31",
    "2001-22": "2001-06-01 2001-08-31",
    "2001-23": "2001-09-01 2001-11-30",
    "2001-24": "2001-12-01 2002-02-28",
    "1984?": "1984-01-01 1984-12-31",
    "2004-06~": "2004-06-01 2004-06-30",
    "2004-06-11%": "2004-06-11 2004-06-11",
    "201X": "2010-01-01 2019-12-31",
    "20XX": "2000-01-01 2099-12-31",
    "2004-XX": "2004-01-01 2004-12-31",
    "1985-04-XX": "1985-04-01 1985-04-30",
    "1985-XX-XX": "1985-01-01 1985-12-31",
    "1985-04-12/..": "1985-04-12 ..",
    "1985-04/..": "1985-04-01 ..",
    "1985/..": "1985-01-01 ..",
    "../1985-04-12": ".. 1985-04-12",
    "../1985-04": ".. 1985-04-30",
    "../1985": ".. 1985-12-31",
    "1985-04-12/": "1985-04-12 ..",
    "1985-04/": "1985-04-01 ..",
    "1985/": "1985-01-01 ..",
    "/1985-04-12": ".. 1985-04-12",
    "/1985-04": ".. 1985-04-30",
    "/1985": ".. 1985-12-31",
    "1984~/2004-06?": "1984-01-01 2004-06-30",
    "-1985": "-1985-01-01 -1985-12-31",
    "-198X": "-1989-01-01 -1980-12-31",
}

LEVEL_2 = {
    "1985-25": "1985-03-01 1985-05-31",
    "1985-29": "1985-09-01 1985-11-30",
    "1985-30": "1985-12-01 1986-02-28",
    "2001-33": "2001-01-01 2001-03-31",
    "2001-34": "2001-04-01 2001-06-30",
    "2001-35": "2001-07-01 2001-09-30",
    "2001-36": "2001-10-01 2001-12-31",
    "2001-37": "2001-01-01 2001-04-30",
    "2001-38": "2001-05-01 2001-08-31",
    "2001-39": "2001-09-01 2001-12-31",
    "2001-40": "2001-01-01 2001-06-30",
    "2001-41": "2001-07-01 2001-12-31",
    "[1667,1668,1670..1672]": "1667-01-01 1672-12-31",
    "[1670..1672, 1667]": "1667-01-01 1672-12-31",
    "[1667..1672,1668]": "1667-01-01 1672-12-31",
    "[..1760-12-03]": ".. 1760-12-03",
    "[1760-12..]": "1760-12-01 ..",
    "[1760-01,1760-02,1760-12..]": "1760-01-01 ..",
    "[1667,1760-12]": "1667-01-01 1760-12-31",
    "{1667,1668,1670..1672}": "1667-01-01 1672-12-31",
    "{1960,1961-12}": "1960-01-01 1961-12-31",
    "{..1984}": ".. 1984-12-31",
    "2004-06~-11": "2004-06-11 2004-06-11",
    "?2004-06-~11": "2004-06-11 2004-06-11",
    "2004-06-~01/2004-06-~20": "2004-06-01 2004-06-20",
    "156X-12-25": "1560-12-25 1569-12-25",
    "199X-02-29": "1992-02-29 1996-02-29",
    "2022-02-2X": "2022-02-20 2022-02-28",
    "2022-0X-31": "2022-01-31 2022-08-31",
    "2022-1X": "2022-10-01 2022-12-31",
}

REFUSED = {
    "last week": "“last week” is no EDTF date; "
    "write e.g. 2023-02, 2023-02-27/2023-02-28, 2020/.. or 199X",
    "2023-02-30": "“2023-02-30”: February 2023 has 28 days",
    "2024-02-30": "“2024-02-30”: February 2024 has 29 days",
    "1900-02-29": "“1900-02-29”: February 1900 has 28 days",
    "2023-04-00": "“2023-04-00”: April 2023 has 30 days",
    "2020/2023-02-30": "“2023-02-30”: February 2023 has 28 days",
    "2022-02-3X": "“2022-02-3X”: February 2022 has 28 days",
    "2023-13": "“2023-13”: there is no month 13; write 01-12, or a season 21-41 without a day",
    "2023-21-05": "“2023-21-05”: there is no month 21; "
    "write 01-12, or a season 21-41 without a day",
    "2023-03/2023-02": "“2023-03/2023-02”: the end comes before the start",
    "[2023..2022]": "“2023/2022”: the end comes before the start",
    "2020/2021/2022": "“2020/2021/2022” is no EDTF date; "
    "write e.g. 2023-02, 2023-02-27/2023-02-28, 2020/.. or 199X",
    "[2020/2021]": "“[2020” is no EDTF date; "
    "write e.g. 2023-02, 2023-02-27/2023-02-28, 2020/.. or 199X",
    "../..": "“../..”: an interval needs a start or an end, e.g. 2020/..",
    "/": "“/”: an interval needs a start or an end, e.g. 2020/..",
}

NO_DATE = [
    *("", "2023-2-7", "20230227", "23", "02-2023", " 2023", "2023\n", "2023 ", "2023-02-27T"),
    *("2023-02-27T25:00:00Z", "2023-02T10:00:00Z", "2023??", "-0000", "+2023", "２０２３", "1XXX"),
    *("XXXX-12", "Y2023", "Y17E7", "1950S2", "Y1234567890123", "Y" + "9" * 5000),
    *("[]", "[,]", "[2020", "2020]", "[2020}", "[2020]/2021", "2020..2021", "[..]"),
    *("open", "unknown", "2020/open", "2020-?", "---", "\x1b[31m", "\ud800"),
]

ALL_LEVELS = LEVEL_0 | LEVEL_1 | LEVEL_2


@pytest.mark.parametrize(("text", "days"), LEVEL_0.items())
def test_level_0_covers(text: str, days: str) -> None:
    """Days, months, years and intervals; the time of day is left aside."""
    assert bounds(text) == days


@pytest.mark.parametrize(("text", "days"), LEVEL_1.items())
def test_level_1_covers(text: str, days: str) -> None:
    """Long years, seasons, qualifiers, unspecified digits, open and unknown ends."""
    assert bounds(text) == days


@pytest.mark.parametrize(("text", "days"), LEVEL_2.items())
def test_level_2_covers(text: str, days: str) -> None:
    """Parts of a year, sets, and marks inside a date."""
    assert bounds(text) == days


@pytest.mark.parametrize("text", ALL_LEVELS)
def test_a_date_keeps_the_text_it_came_from(text: str) -> None:
    """What was read is written back to the letter."""
    assert str(Edtf.parse(text)) == text


@pytest.mark.parametrize(("text", "sentence"), REFUSED.items())
def test_a_wrong_date_is_told_what_is_wrong(text: str, sentence: str) -> None:
    """One sentence says what is wrong and what would be right."""
    with pytest.raises(DateError) as caught:
        Edtf.parse(text)

    assert str(caught.value) == sentence


@pytest.mark.parametrize("text", NO_DATE)
def test_what_is_no_date_is_refused(text: str) -> None:
    """Nothing is guessed, and the message stays one short printable line."""
    with pytest.raises(DateError) as caught:
        Edtf.parse(text)

    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 150


def test_a_wrong_date_is_an_error_for_the_reader() -> None:
    """It is caught with all other errors that carry a sentence for the reader."""
    assert issubclass(DateError, OpedError)


@pytest.mark.parametrize(
    ("year", "last"), [(1900, 28), (2000, 29), (2023, 28), (2024, 29), (0, 29), (-1, 28), (-4, 29)]
)
def test_february_ends_as_the_gregorian_calendar_says(year: int, last: int) -> None:
    """Every fourth year, not every hundredth, but every four-hundredth, also before year 1."""
    text = f"-{-year:04}" if year < 0 else f"{year:04}"

    assert Edtf.parse(f"{text}-02").upper == Day(year, 2, last)


def test_the_same_text_is_the_same_date() -> None:
    """Dates are values: equal, hashable, and parsed once."""
    assert Edtf.parse("2023-02") == Edtf.parse("2023-02")
    assert {Edtf.parse("2023-02"): "found"}[Edtf.parse("2023-02")] == "found"
    assert Edtf.parse("1990/1999") != Edtf.parse("199X")
    assert repr(Edtf.parse("199X")) == "Edtf(text='199X')"


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2023-02-27", "day"),
        ("2023-02-27T10:00:00Z", "day"),
        ("2023-02", "month"),
        ("2023-02-XX", "month"),
        ("2023-21", "season"),
        ("2023-36", "season"),
        ("2023", "year"),
        ("2023-XX", "year"),
        ("2023-XX-XX", "year"),
        ("Y12345", "year"),
        ("199X", "decade"),
        ("199X-06", "decade"),
        ("19XX", "century"),
        ("2023/2024", "interval"),
        ("2020/..", "interval"),
        ("[2020,2021]", "interval"),
    ],
)
def test_precision_is_the_finest_part_that_is_given(text: str, precision: str) -> None:
    """A part with unspecified digits does not count."""
    assert Edtf.parse(text).precision == precision


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("2023", ""),
        ("2023?", "uncertain"),
        ("2023~", "approximate"),
        ("2023%", "uncertain approximate"),
        ("2020/2023", "interval"),
        ("2020?/2023~", "interval uncertain approximate"),
        ("2020/..", "interval open"),
        ("../2020%", "interval open uncertain approximate"),
        ("2020/", "interval"),
        ("/2020", "interval"),
        ("[2020..2023]", "interval set"),
        ("{2020..}", "interval set open"),
    ],
)
def test_a_date_knows_how_vague_it_is(text: str, facts: str) -> None:
    """An unknown end is not an open one, and either end may be marked."""
    date = Edtf.parse(text)
    asked = ("interval", "set", "open", "uncertain", "approximate")

    assert " ".join(fact for fact in asked if getattr(date, f"is_{fact}")) == facts


def test_dates_sort_by_their_start_then_the_narrower_first() -> None:
    """An open start is earlier than any day, so it comes before all that it overlaps."""
    ordered = "../2010 ../2020 -0043 199X 2020-01-01 2020-01 2020 2020/2022 2020/.. 2020-21 2021"
    dates = [Edtf.parse(text) for text in ordered.split()]

    assert sorted(reversed(dates), key=lambda date: date.sort_key) == dates


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ("2023", "2023-02-27", True),
        ("2022", "2023", False),
        ("2022/2023-02-27", "2023-02-27/2024", True),
        ("2022/2023-02-26", "2023-02-27/2024", False),
        ("2020/..", "9999", True),
        ("2020/..", "2019", False),
        ("../2020", "-9999", True),
        ("../2020", "2021/..", False),
        ("../2020", "2020/..", True),
    ],
)
def test_dates_overlap_when_a_day_may_belong_to_both(one: str, other: str, overlap: bool) -> None:
    """An open end reaches for ever, and the last day still counts."""
    assert Edtf.parse(one).overlaps(Edtf.parse(other)) is overlap
    assert Edtf.parse(other).overlaps(Edtf.parse(one)) is overlap


@pytest.mark.parametrize(
    ("outer", "inner", "contained"),
    [
        ("2023", "2023-02", True),
        ("2023-02", "2023", False),
        ("2023", "2023", True),
        ("2023", "2023-12/2024-01", False),
        ("2020/..", "2021/..", True),
        ("2020/2030", "2021/..", False),
    ],
)
def test_a_date_contains_what_it_covers_whole(outer: str, inner: str, contained: bool) -> None:
    """Only an open end contains an open end."""
    assert Edtf.parse(outer).contains(Edtf.parse(inner)) is contained


@pytest.mark.parametrize(
    ("text", "mod", "days"),
    [
        ("2023", "start", "2023-01-01 2023-04-30"),
        ("2023", "mid", "2023-05-01 2023-08-31"),
        ("2023", "end", "2023-09-01 2023-12-31"),
        ("2023", "approx", "2023-01-01 2023-12-31"),
        ("2023", "x-ides", "2023-01-01 2023-12-31"),
        ("2023", "", "2023-01-01 2023-12-31"),
        ("2023", None, "2023-01-01 2023-12-31"),
        ("2023-06", "start", "2023-06-01 2023-06-10"),
        ("2023-02", "end", "2023-02-19 2023-02-28"),
        ("2023-24", "mid", "2024-01-01 2024-01-31"),
        ("199X", "start", "1990-01-01 1993-04-30"),
        ("2022/2023", "end", "2023-05-01 2023-12-31"),
        ("2023-01-01/2023-01-10", "mid", "2023-01-04 2023-01-06"),
        ("2023-02-27", "end", "2023-02-27 2023-02-27"),
        ("2023-02-27/2023-02-28", "start", "2023-02-27 2023-02-28"),
        ("2023/..", "end", "2023-09-01 .."),
        ("../2023", "start", ".. 2023-04-30"),
        ("/2023", "mid", ".. 2023-08-31"),
        ("[2020..]", "end", "2020-01-01 .."),
    ],
)
def test_early_mid_and_late_take_a_third(text: str, mod: str | None, days: str) -> None:
    """Whole months where they divide by three, else days; a missing end stays missing."""
    lower, upper = Edtf.parse(text).modified(mod)

    assert f"{iso(lower)} {iso(upper)}" == days


def test_dates_load_fast() -> None:
    """Nothing heavy comes along: no `calendar`, which asks for the locale, and no `dateutil`."""
    code = "import sys, opedtui.model.dates; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert not {"calendar", "locale", "_strptime", "dateutil", "edtf"} & set(run.stdout.split())


# Properties

days = st.dates().map(str)
years = st.integers(-9999, 9999).map(lambda year: f"-{-year:04}" if year < 0 else f"{year:04}")
long_years = st.integers(10_000, 10**12 - 1).flatmap(lambda n: st.sampled_from([f"Y{n}", f"Y-{n}"]))
parts = st.sampled_from([f"{n:02}" for n in (*range(1, 13), *range(21, 42))] + ["XX", "XX-XX"])
months = st.builds("{}-{}".format, years, parts)
vague_years = st.builds(
    lambda year, end: year[: -len(end)] + end, years, st.sampled_from(["X", "XX"])
)
marks = st.sampled_from(["", "?", "~", "%"])
singles = st.builds("{}{}".format, st.one_of(days, years, long_years, months, vague_years), marks)
half_open = st.builds(
    str.format, st.sampled_from(["{}/..", "{}/", "../{}", "/{}", "[{}..]", "[..{}]"]), singles
)
closed = st.builds(
    lambda form, pair: form.format(*sorted(pair, key=lambda text: Edtf.parse(text).sort_key)),
    st.sampled_from(["{}/{}", "[{}..{}]", "[{},{}]", "{{{}, {}}}"]),
    st.tuples(singles, singles),
)
texts = st.one_of(singles, half_open, closed)
dates = texts.map(Edtf.parse)
mods = st.sampled_from(["", "start", "mid", "end", "approx"])
near_misses = st.text(alphabet="0123456789-/.X?~%[]{},YTZ: +", max_size=24)


@settings(max_examples=200)
@given(texts)
def test_every_valid_date_is_read_and_written_back(text: str) -> None:
    """The text is kept, and the first day is never after the last."""
    date = Edtf.parse(text)

    assert str(date) == text
    assert date.span[0] <= date.span[1]
    assert date.lower is None or date.upper is None or date.lower <= date.upper


@settings(max_examples=200)
@given(st.one_of(st.text(), near_misses))
@example("9" * 5000)
@example("2023-02-27T24:69:00+29:59")
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    """No other exception leaves the parser."""
    try:
        assert str(Edtf.parse(text)) == text
    except DateError as error:
        assert str(error).isprintable()


@settings(max_examples=200)
@given(dates, mods)
def test_narrowing_stays_within(date: Edtf, mod: str) -> None:
    """A third is some days of the whole, and never none."""
    lower, upper = date.modified(mod)

    assert (lower is None) is (date.lower is None)
    assert (upper is None) is (date.upper is None)
    assert lower is None or date.span[0] <= lower.ordinal <= date.span[1]
    assert upper is None or date.span[0] <= upper.ordinal <= date.span[1]
    assert lower is None or upper is None or lower <= upper


@settings(max_examples=200)
@given(singles)
def test_the_three_thirds_meet_without_a_gap(text: str) -> None:
    """Early ends where mid begins, and mid where late begins."""
    date = Edtf.parse(text)
    early, mid, late = (date.modified(mod) for mod in ("start", "mid", "end"))

    if early != mid:
        assert early[0] == date.lower
        assert late[1] == date.upper
        assert early[1] and mid[0] and early[1].ordinal + 1 == mid[0].ordinal
        assert mid[1] and late[0] and mid[1].ordinal + 1 == late[0].ordinal


@settings(max_examples=200)
@given(dates, dates)
def test_overlap_is_mutual_and_follows_from_containing(one: Edtf, other: Edtf) -> None:
    """Whatever contains a date overlaps it, and every date contains itself."""
    assert one.contains(one)
    assert one.overlaps(other) == other.overlaps(one)
    assert one.overlaps(other) or not one.contains(other)


@settings(max_examples=200)
@given(st.dates())
def test_a_day_counts_as_python_does(day: datetime.date) -> None:
    """Within the years that `datetime.date` knows both agree."""
    ours = Day(day.year, day.month, day.day)

    assert ours.ordinal == day.toordinal()
    assert Day.at(day.toordinal()) == ours


@settings(max_examples=200)
@given(st.integers(-(10**9), 10**9))
def test_the_next_day_is_later_in_any_year(ordinal: int) -> None:
    """Days and their numbers go the same way, also before year 1 and after 9999."""
    assert Day.at(ordinal).ordinal == ordinal
    assert Day.at(ordinal) < Day.at(ordinal + 1)

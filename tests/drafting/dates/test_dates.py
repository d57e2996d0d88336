"""The words of a text that name a time, and the time that they name."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opedtui.drafting.dates import dates, mod_of
from opedtui.drafting.dates.lexicon import WORDS
from opedtui.model.dates import Edtf

MONDAY = Edtf.parse("2023-03-06")

ABSOLUTE = {
    "He came on [27 February 2023].": "2023-02-27",
    "He came on [February 27, 2023], late.": "2023-02-27",
    "He came on [the 27th of February, 2023].": "2023-02-27",
    "It passed on [Monday, Feb. 27, 2023].": "2023-02-27",
    "Version of [2023-02-27].": "2023-02-27",
    "It is dated [27/02/2023].": "2023-02-27",
    "It is dated [03/04/2023].": "[2023-03-04,2023-04-03]",
    "Moscow annexed it in [March 2014].": "2014-03",
    "It began in [late February 2022].": "2022-02",
    "It began in [mid-May 2022].": "2022-05",
    "The war of [2008] was short.": "2008",
    "It began [early in 2016].": "2016",
    "[The summer of 2020] was hot.": "2020-22",
    "In [the third quarter of 2016] it grew.": "2016-35",
    "In [the first half of 2016] it grew.": "2016-40",
    "[The first week of March 2020] was calm.": "2020-03-01/2020-03-07",
    "On [the first Tuesday of November 2020] they vote.": "2020-11-03",
    "In [the 1990s] all was well.": "199X",
    "In [the early 1990s] all was well.": "199X",
    "In [the sixties] all was well.": "196X",
    "In [the nineteenth century] empires rose.": "18XX",
    "Rome fell silent in [44 BC].": "-0043",
    "It was in [nineteen eighty-four].": "1984",
    "It was in [May two thousand and eight].": "2008-05",
    "Since [9/11] much has changed.": "2001-09-11",
    "Before the [September 11] attacks it was open.": "2001-09-11",
    "In fiscal [1989's third quarter] it grew.": "1989-35",
    "Athens rose in [the 5th century BC].": "-04XX",
    "Naples burned in [AD 79].": "0079",
    "The late [nineteenth and early twentieth centuries] were calm.": "18XX/19XX",
    "On [Christmas Eve 1979] they crossed.": "1979-12-24",
}
RANGES = {
    "He stayed on [27-28 February 2023].": "2023-02-27/2023-02-28",
    "He ruled [from 2004 to 2009].": "2004/2009",
    "It lasted [from November to March 2020].": "2019-11/2020-03",
    "It lasted [between 27 September and 10 November 2020].": "2020-09-27/2020-11-10",
    "It rained on [3 and 7 May 2020].": "{2020-05-03,2020-05-07}",
    "It lasted [from February until April].": "2022-02/2022-04",
    "It was [January-June 2016].": "2016-01/2016-06",
    "It was cold in [winter 2006-2007].": "2006-24",
    "The war of [1914-18] was long.": "1914/1918",
    "The season [2015-16] was good.": "2015/2016",
    "[From 1 January 2022 until now] it held.": "2022-01-01/2023-03-06",
}
RELATIVE = {
    "He left [yesterday].": "2023-03-05",
    "He left [the day before yesterday].": "2023-03-04",
    "He left [last week].": "2023-02-27/2023-03-05",
    "He left [late last year].": "2022",
    "They will meet [next month].": "2023-04",
    "They will meet [the week after next].": "2023-03-20/2023-03-26",
    "They met over [the weekend].": "2023-03-04/2023-03-05",
    "He left [two years ago].": "2021",
    "He left [three weeks ago].": "2023-02-13/2023-02-19",
    "He left [a decade ago].": "201X",
    "[Last summer] he left.": "2022-22",
    "[Last September] he left.": "2022-09",
    "By [the end of the year] all is over.": "2023",
    "It held for [the past five years].": "2018/2023",
    "He left on [Friday].": "2023-03-03",
    "He will leave on [Friday].": "2023-03-10",
    "He is to leave on [Friday].": "2023-03-10",
    "He left on [Tuesday last week].": "2023-02-28",
    "He left in [November].": "2022-11",
    "He will leave in [November].": "2023-11",
    "A vote is to be held on [9 May].": "2023-05-09",
    "He told it to a [Tuesday] meeting.": "2023-02-28",
    "They took it in [last year's first half].": "2022-40",
    "It grew in [the third quarter].": "2022-35",
    "He left [this morning].": "2023-03-06",
    "Over [the past decade] it grew.": "2013/2023",
    "He left [half a century ago].": None,
    "He left on [27 February].": "2023-02-27",
    "He left on [20 December].": "2022-12-20",
    "He left [a few months ago].": None,
    "He left [24 hours ago].": None,
}
FOLLOWING = {
    "In 2008 it fought; [two years later] it voted.": "2010",
    "It fell on 5 May 2008. [The next day] it rose.": "2008-05-06",
    "It fell in 2008. [That year] it rained.": "2008",
    "In 2003 it fell. In [December] he was found.": "2003-12",
    "It fell on 5 May 2008. He came on [the 24th].": "2008-05-24",
    "It fell in May 2008. It ended [the following October].": "2008-10",
    "It fell in January and [February 2022].": "2022-02",
    "It fell on 5 May 2008. The next [Tuesday] it rose.": "2008-05-06",
    "It ended [two weeks before Christmas 2021].": "2021-12-06/2021-12-12",
    "It ended [three days after May 5, 2021].": "2021-05-08",
}
NO_DATES = (
    "This may take longer than expected.",
    "They march to the sea, and second guesses fall.",
    "About 2000 people and 1,998 dogs came at 22:30.",
    "It cost $ 2014, or 2008 euros, for page 1998.",
    "Every Monday he sat in the sun.",
    "She is in her thirties.",
    "One may ask, day after day.",
    "Chinese New Year was cold.",
    "Resolution 1973 was passed by 2.5 % of 1709 schoolchildren.",
    "Theresa May spoke of Mr Christmas.",
    "Call 235-1972 in the last year of his life.",
    "It is a 2000 year old tradition.",
    "It runs on iOS16 and F2016.",
)


def _marked(marked: str) -> tuple[str, str]:
    """The text without its brackets, and what stood between them."""
    before, _, rest = marked.partition("[")
    words, _, after = rest.partition("]")
    return before + words + after, words


def _last(marked: str, published: Edtf | None = MONDAY) -> tuple[str, str | None]:
    """The last date of a text, in its words and in EDTF."""
    text, _ = _marked(marked)
    found = dates(text, published)[-1]
    return text[found.start : found.end], str(found.date) if found.date else None


@pytest.mark.parametrize("marked", ABSOLUTE)
@pytest.mark.parametrize("published", [MONDAY, None])
def test_a_whole_date_needs_no_publication(marked: str, published: Edtf | None) -> None:
    """What the text gives in full is the same whenever it was published."""
    words, edtf = _last(marked, published)

    assert words.lower().removeprefix("the ") == _marked(marked)[1].lower().removeprefix("the ")
    assert edtf == ABSOLUTE[marked]


@pytest.mark.parametrize("marked", RANGES)
def test_two_ends_are_one_time(marked: str) -> None:
    """What one end leaves out, the other one gives."""
    assert _last(marked) == (_marked(marked)[1], RANGES[marked])


def test_the_ends_of_a_time_can_be_had_apart() -> None:
    """Each in its own words, with the year that the other one gives."""
    text = "It lasted from 27 September to 10 November 2020."

    found = dates(text, None, joined=False)

    assert [text[one.start : one.end] for one in found] == ["27 September", "10 November 2020"]
    assert [str(one.date) for one in found] == ["2020-09-27", "2020-11-10"]


@pytest.mark.parametrize("marked", RELATIVE)
def test_a_relative_date_is_seen_from_the_publication(marked: str) -> None:
    """By the tense of its clause, and never more exact than its words."""
    words, edtf = _last(marked)

    assert words.lower().removeprefix("the ") == _marked(marked)[1].lower().removeprefix("the ")
    assert edtf == RELATIVE[marked]


@pytest.mark.parametrize("marked", RELATIVE)
def test_without_a_publication_a_relative_date_is_left_open(marked: str) -> None:
    """It is still found, for the reader to tell."""
    words, edtf = _last(marked, None)

    assert words
    assert edtf is None


@pytest.mark.parametrize("marked", FOLLOWING)
@pytest.mark.parametrize("published", [MONDAY, None])
def test_a_date_may_follow_on_the_one_before(marked: str, published: Edtf | None) -> None:
    """`Two years later` is counted from what the text told last."""
    assert _last(marked, published)[1] == FOLLOWING[marked]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    """Verbs, counts, prices, names and what happens again and again."""
    assert dates(text, MONDAY) == []


def test_a_publication_known_to_the_month_gives_no_day() -> None:
    """`Yesterday` is left open, `last year` is not."""
    found = dates("Yesterday it snowed as it did last year.", Edtf.parse("2023-03"))

    assert [one.date and str(one.date) for one in found] == [None, "2022"]


def test_what_is_guessed_is_less_sure() -> None:
    """A whole day is surer than a weekday, and that is surer than an open date."""
    text = "On 5 May 2020 he came. On Friday he went. A few months ago he wrote."

    sure = [one.confidence for one in dates(text, MONDAY)]

    assert sure == sorted(sure, reverse=True)
    assert all(0 < one <= 1 for one in sure)


def test_a_new_paragraph_does_not_tell_of_the_year_before() -> None:
    """December is that of the publication again."""
    text = "It fell on 3 May 2003.\n\nHe was found in December."

    assert str(dates(text, MONDAY)[-1].date) == "2022-12"


def test_the_war_of_a_year_tells_nothing_of_what_follows() -> None:
    """Only a clause that begins with the year tells its story."""
    text = "Since the war in 2008 much has changed. In January he spoke."

    assert str(dates(text, MONDAY)[-1].date) == "2023-01"


def test_a_story_without_a_date_does_not_begin_with_the_publication() -> None:
    """`Two years later` is left open where nothing was told before."""
    [found] = dates("Two years later he was elected.", MONDAY)

    assert found.date is None


def test_months_in_a_row_share_their_year() -> None:
    """`In January and February 2022` are two dates of one year."""
    found = dates("It fell in January and February 2022.", MONDAY)

    assert [str(one.date) for one in found] == ["2022-01", "2022-02"]


@pytest.mark.parametrize(
    ("words", "mod"),
    [
        ("late February 2022", "end"),
        ("early in 2016", "start"),
        ("mid-May", "mid"),
        ("the end of the year", "end"),
        ("27 February", ""),
    ],
)
def test_the_words_tell_which_part_is_meant(words: str, mod: str) -> None:
    """As TIMEX3 calls it."""
    assert mod_of(words) == mod


NUMBERS = ("2014", "31", "1st", "0000", "9999", "2/30/20", "x")
WORD = st.sampled_from([*WORDS, *NUMBERS, "Monday", "May"])
TEXT = st.lists(WORD | st.text(max_size=4), max_size=14)
EVER = (MONDAY, Edtf.parse("2020/.."), Edtf.parse("0001-01-01"), Edtf.parse("9999-12-31"), None)


@settings(max_examples=100)
@given(words=TEXT, space=st.sampled_from([" ", "", "\n"]))
@pytest.mark.parametrize("published", EVER)
def test_any_words_are_read(words: list[str], space: str, published: Edtf | None) -> None:
    """Whatever the text, dates lie in it, in order and apart."""
    text = space.join(words)

    found = dates(text, published)

    ends = [edge for one in found for edge in (one.start, one.end)]
    assert ends == sorted(ends)
    assert all(0 <= one.start < one.end <= len(text) for one in found)

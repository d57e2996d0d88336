"""What is answered about records, in a pipe and as JSON."""

from __future__ import annotations

from pathlib import Path

import pytest

from opedtui.cli.main import run
from opedtui.model.refs import Kind
from opedtui.render.visible import visible
from tests.cli.program import Program, Said
from tests.making import BUNDLED, a_store, an_event, bundled_tables, tables_of

LISTS = [kind.table for kind in Kind]


@pytest.mark.parametrize("table", LISTS)
def test_a_list_has_a_line_for_every_record(table: str, capsys: pytest.CaptureFixture[str]) -> None:
    """In the order of the store, the ref first, the same number of cells in each."""
    stored = bundled_tables().get(table, {})

    done = Said(run(["list", table, "--store", str(BUNDLED)]), *capsys.readouterr())

    assert (done.status, done.err) == (0, "")
    letter = Kind[table[:-1].upper()]
    assert [row[0] for row in done.rows] == [f"{letter}{number}" for number in stored]
    assert len({len(row) for row in done.rows}) <= 1


@pytest.mark.parametrize("table", LISTS)
def test_a_list_as_json_is_the_records_as_stored(
    table: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """With their refs, and readable as it is: no letter is escaped that need not be."""
    letter = Kind[table[:-1].upper()]
    stored = bundled_tables().get(table, {})

    done = Said(run(["list", table, "--json", "--store", str(BUNDLED)]), *capsys.readouterr())

    assert done.json == [{"ref": f"{letter}{n}"} | record for n, record in stored.items()]
    assert "\\u" not in done.out


def test_nothing_is_cut_in_a_pipe(opedtui: Program) -> None:
    """However narrow the terminal is that it comes from."""
    texts = [visible(claim["text"]) for claim in bundled_tables()["claims"].values()]

    done = opedtui("list", "claims", "--store", BUNDLED, COLUMNS="20")

    assert [row[-1] for row in done.rows] == texts


def test_a_record_is_shown_with_its_facts_and_its_words(opedtui: Program, store: Path) -> None:
    """What it is, what it says, who says so, and where it stands in the text."""
    done = opedtui("show", f"{store}#c1")

    assert done.status == 0
    assert done.lines[:3] == ["c1 claim", words_of_c1(), ""]
    assert "said by\tthe writer ▸ the mayor, own" in done.lines
    assert done.lines[-1] == f"d1 ¶ 1\t▐{words_of_c1()}▌. She was wrong in May 2021."


def words_of_c1() -> str:
    return "The mayor said that “the bridge is safe” last week"


def test_a_document_is_shown_with_its_text(opedtui: Program, store: Path) -> None:
    """Paragraph by paragraph, as they are numbered in the app."""
    done = opedtui("show", "d1", "--store", store)

    assert "¶ 2\tWhat the engineers found" in done.lines
    assert done.lines[-1].startswith("¶ 3\tThe engineers warned her: ")


def test_an_actor_is_shown_with_its_names(opedtui: Program, store: Path) -> None:
    """How often a text calls it what."""
    done = opedtui("show", "a1", "--store", store)

    assert "named\tThe mayor 1×, She 1×, her 1×" in done.lines


def test_a_record_as_json_is_what_is_stored(opedtui: Program, store: Path) -> None:
    """And its ref."""
    done = opedtui("show", "r1", "--json", "--store", store)

    kept = {"kind": "supports", "source": "c3", "target": "c2"}
    assert done.json == {"ref": "r1"} | kept | {"status": "confirmed", "by": "reader"}


def test_relations_read_both_ways(opedtui: Program, store: Path) -> None:
    """How the record is tied, to what, by which record if there is one, and what that says."""
    done = opedtui("relations", "c2", "--store", store)

    assert ["is supported by", "c3", "r1", "the bridge is old"] in done.rows
    assert ["is said by", "a4", "", "the writer"] in done.rows


def test_relations_as_json(opedtui: Program, store: Path) -> None:
    """A tie that a field says has no record of its own."""
    done = opedtui("relations", "c2", "--json", "--store", store)

    assert {
        "label": "is supported by",
        "other": "c3",
        "relation": "r1",
        "other_label": "the bridge is old",
    } in done.json
    assert [tie["relation"] for tie in done.json if tie["other"] == "a4"] == [None]


def test_the_timeline_is_in_order_of_time(opedtui: Program, tmp_path: Path) -> None:
    """Ref, date, the date as one would say it, what happened, and the words."""
    events = [an_event(1, "2023-02", mod="end"), an_event(2, "2020/.."), an_event(3, "2021")]
    store = a_store(tmp_path, tables_of(events))

    done = opedtui("timeline", store)

    assert done.rows == [
        ["e2", "2020/..", "since 2020", "What happened 2020/..", "2020/.."],
        ["e3", "2021", "2021", "What happened 2021", "2021"],
        ["e1", "2023-02", "late February 2023", "What happened 2023-02", "2023-02"],
    ]


def test_the_timeline_as_json_has_iso_dates(opedtui: Program, tmp_path: Path) -> None:
    """An open end is null; years that need it have a sign, as in ISO 8601."""
    dates = ["2020/..", "-0043-03-15", "Y12000", "2023-02"]
    events = [an_event(number, date) for number, date in enumerate(dates, 1)]
    store = a_store(tmp_path, tables_of(events))

    done = opedtui("timeline", "--json", store)

    assert {one["ref"]: (one["lower"], one["upper"]) for one in done.json} == {
        "e1": ("2020-01-01", None),
        "e2": ("-0043-03-15", "-0043-03-15"),
        "e3": ("+12000-01-01", "+12000-12-31"),
        "e4": ("2023-02-01", "2023-02-28"),
    }
    assert done.json[-2] == {
        "ref": "e4",
        "label": "What happened 2023-02",
        "edtf": "2023-02",
        "raw": "2023-02",
        "lower": "2023-02-01",
        "upper": "2023-02-28",
        "spoken": "February 2023",
    }


def test_a_note_is_shown_line_by_line(opedtui: Program, tmp_path: Path) -> None:
    """In a list it is one line."""
    tables = {"notes": {"1": {"body": "One.\nTwo.", "on": ["c1"]}}}
    store = a_store(tmp_path, tables)

    assert opedtui("show", "n1", "--store", store).lines[1:3] == ["One.", "Two."]
    assert opedtui("list", "notes", "--store", store).rows == [["n1", "c1", "One.␊Two."]]

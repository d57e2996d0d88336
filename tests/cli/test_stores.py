"""What is answered about a store as a whole, and about the program."""

from __future__ import annotations

from pathlib import Path

from opedtui.ui.commands import COMMANDS
from tests.cli.program import Program
from tests.making import BUNDLED


def test_keys_are_those_of_the_app(opedtui: Program) -> None:
    """Drawn from the table of commands; no store is looked for."""
    done = opedtui("keys")
    as_json = opedtui("keys", "--json")

    assert [row[3] for row in done.rows] == [command.help for command in COMMANDS]
    assert [one["id"] for one in as_json.json] == [command.id for command in COMMANDS]
    assert not list(opedtui.home.iterdir())


def test_a_store_in_order_has_nothing_to_mend(opedtui: Program, store: Path) -> None:
    """One line, and status 0."""
    done = opedtui("check", store)

    assert (done.status, done.err) == (0, "")
    assert done.lines[-1].endswith(" records, nothing to mend")


def test_the_bundled_store_is_in_order(opedtui: Program) -> None:
    """What a new reader opens is an example."""
    done = opedtui("check", BUNDLED)

    assert done.status == 0
    assert len(done.lines) == 1


def test_where_makes_nothing(opedtui: Program) -> None:
    """It says what would be opened, and that this is still to be made."""
    done = opedtui("where")

    own = opedtui.home / "XDG_DATA_HOME" / "opedtui"
    assert done.rows == [
        ["store", str(own / "db.json")],
        ["why", "your own store"],
        ["exists", "not yet; it will be made from the bundled store"],
        ["data", str(own)],
        ["state", str(opedtui.home / "XDG_STATE_HOME" / "opedtui")],
    ]
    assert not list(opedtui.home.iterdir())


def test_where_as_json_is_absolute(opedtui: Program) -> None:
    """A path that was given may be relative to where we are."""
    done = opedtui("where", "x.json", "--json")

    assert done.json["store"] == str(opedtui.home / "x.json")
    assert done.json["why"] == "given on the command line"
    assert done.json["exists"] is False


def test_the_first_use_makes_a_store_and_says_so(opedtui: Program) -> None:
    """Once; the bundled one is the example that it begins with."""
    first, second = opedtui("list", "documents"), opedtui("list", "documents")

    own = opedtui.home / "XDG_DATA_HOME" / "opedtui" / "db.json"
    assert first.err == f"opedtui: {own} was made just now from the bundled store; it is your own\n"
    assert (second.err, second.out) == ("", first.out)
    assert own.read_bytes() == BUNDLED.read_bytes()


def test_check_says_so_too(opedtui: Program) -> None:
    """Whichever command comes first."""
    assert "was made just now" in opedtui("check").err

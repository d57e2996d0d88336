"""`opedtui config`, and settings that the program goes by."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.program import Program
from tests.cli.test_opening import quit_when_seen, remembered
from tests.making import BUNDLED


@pytest.fixture
def config(opedtui: Program) -> Path:
    """The reader's file, empty as yet."""
    path = opedtui.home / ".config" / "opedtui" / "config.toml"
    path.parent.mkdir(parents=True)
    path.touch()
    return path


def test_the_settings_are_shown_with_where_they_come_from(opedtui: Program, config: Path) -> None:
    """In columns, and as JSON."""
    config.write_text("column = 60")

    rows = {row[0]: row[1:3] for row in opedtui("config", OPEDTUI_DATES="iso").rows}
    (column,) = [found for found in opedtui("config", "--json").json if found["name"] == "column"]

    assert rows["column"] == ["60", str(config)]
    assert rows["dates"] == ["iso", "$OPEDTUI_DATES"]
    assert rows["theme"] == ["", "as it comes"]
    assert column == {"name": "column", "value": 60, "from": str(config)}


def test_the_path_is_said_bare(opedtui: Program, config: Path) -> None:
    """For an editor to open it."""
    assert opedtui("config", "path").out == f"{config}\n"
    assert opedtui("config", "path", "--json").json == {"path": str(config), "exists": True}


def test_what_is_ignored_is_found(opedtui: Program, config: Path) -> None:
    """Settings and keys; status 1, as for faults in a store."""
    config.write_text('columnx = 60\n[keys]\nzoom = "u"\nzom = "x"')

    done = opedtui("config", "check")

    assert done.status == 1
    assert done.lines == [
        f"{config}: no setting is called “columnx”; is column meant?",
        "keys: no command is called “zom”; is zoom meant?",
        "undo gives up u",
    ]


def test_nothing_is_wrong_with_no_file(opedtui: Program) -> None:
    """Nobody needs one."""
    done = opedtui("config", "check")

    assert done.status == 0
    assert done.out.endswith("config.toml: nothing is wrong\n")


def test_dates_are_said_as_the_reader_likes_them(opedtui: Program, store: Path) -> None:
    """Wherever they are said."""
    said = {
        order: opedtui("timeline", BUNDLED, OPEDTUI_DATES=order).out
        for order in ("day", "month", "iso")
    }

    assert "\t27–28 February 2023\t" in said["day"]
    assert "\tFebruary 27–28, 2023\t" in said["month"]
    assert "27–28" not in said["iso"]


def test_own_keys_are_listed_and_work(opedtui: Program, config: Path, store: Path) -> None:
    """K for the timeline, and Q leaves."""
    config.write_text('[keys]\ntimeline = "K"\nquit = "Q"')
    typed = iter([b"qK", b"Q"])

    def keys(seen: bytes) -> bytes:
        return next(typed, b"") if b"bridge" in seen else b""

    done = opedtui.on_terminal(store, columns=120, keys=keys)

    assert done.status == 0
    assert remembered(opedtui)["pane"] == "timeline"
    assert ["K", "Panes", "timeline"] in [row[:3] for row in opedtui("keys").rows]


def test_an_own_theme_colours_the_first_screen(opedtui: Program, config: Path, store: Path) -> None:
    """#123456 is 18, 52, 86."""
    config.write_text('theme = "night"\n[themes.night]\nprimary = "red"\nbackground = "#123456"')

    done = opedtui.on_terminal(
        store,
        columns=120,
        keys=quit_when_seen(b"bridge"),
        variables={"COLORTERM": "truecolor"},
    )

    assert done.status == 0
    assert "48;2;18;52;86" in done.out


def test_what_is_wrong_is_told_once_on_the_screen(
    opedtui: Program, config: Path, store: Path
) -> None:
    """And how to see all of it."""
    config.write_text('theme = "nihgt"\ncolumnx = 60')

    done = opedtui.on_terminal(store, columns=160, keys=quit_when_seen(b"config"))

    assert done.status == 0
    assert "columnx" in done.out

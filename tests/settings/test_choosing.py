"""Settings from a file and from the environment."""

from __future__ import annotations

from pathlib import Path

import pytest

from opedtui.settings.choices import SETTINGS, Settings
from opedtui.settings.file import read_choice, settings_file
from opedtui.settings.parsing import DEFAULT, Chosen, choose


def of(text: str, **environ: str) -> Chosen:
    """What this file says, in this environment."""
    return choose(text, "config.toml", environ)


def test_without_a_file_all_is_as_it_comes() -> None:
    """And says so."""
    nothing = of("")

    assert nothing.settings == Settings()
    assert set(nothing.origins.values()) == {DEFAULT}
    assert nothing.problems == ()


def test_the_file_says_how_it_shall_be_and_is_named_for_it() -> None:
    """What it does not say stays as it comes."""
    read = of('theme = "light"\ncolumn = 60\nhidden = ["timeline"]')

    assert read.settings == Settings(theme="light", column=60, hidden=("timeline",))
    assert read.origins["column"] == "config.toml"
    assert read.origins["dates"] == DEFAULT


def test_the_environment_comes_before_the_file() -> None:
    """For one run, or for one terminal."""
    environ = {"OPEDTUI_COLUMN": "50", "OPEDTUI_HIDDEN": "timeline, relations"}

    read = choose("column = 60", "config.toml", environ)

    assert (read.settings.column, read.origins["column"]) == (50, "$OPEDTUI_COLUMN")
    assert read.settings.hidden == ("timeline", "relations")


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_example_is_one(setting: object) -> None:
    """It is understood, and chooses something else than what comes by itself."""
    (found,) = [known for known in SETTINGS if known is setting]

    read = of(found.example)

    assert read.problems == ()
    assert getattr(read.settings, found.name) != found.default


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("thmee = 1", "config.toml: no setting is called “thmee”; is theme meant?"),
        ("xyz = 1", "config.toml: no setting is called “xyz”; there are theme, dates,"),
        ("theme = 1", "config.toml: theme = “1”: a text in quotes was expected"),
        ('dates = "year"', "dates = “year”: one of day, month, iso was expected"),
        ("column = 3", "column = “3”: a whole number from 20 to 200 was expected"),
        ("column = true", "column = “True”: a whole number from 20 to 200 was expected"),
        ('hidden = ["all"]', "a list of some of lists, source, relations, timeline was expected"),
        (
            'hidden = ["lists", "source", "relations", "timeline"]',
            "a list of some of lists, source, relations, timeline was expected",
        ),
        ("keys = 1", "a table of commands and their keys was expected"),
        ("[keys]\nzoom = 1", 'a key or a list of keys in quotes was expected, such as "ctrl+t"'),
        ("[themes.a]\nprimary = 1", 'a colour such as "#336699" was expected for primary'),
        ("[themes.a]\ndark = true", "a theme needs a colour for primary"),
        ('[themes.a]\nink = "red"', "can be set, ink cannot"),
        ("theme = light", "config.toml: this is no TOML, and all of it is ignored: "),
    ],
)
def test_what_makes_no_sense_is_explained_and_ignored(text: str, problem: str) -> None:
    """Where it stands, and what was expected; everything else holds."""
    read = of(text)

    assert read.settings == Settings()
    (told,) = read.problems
    assert problem in told


def test_one_fault_does_not_take_the_rest_with_it() -> None:
    """A reader keeps what can be understood."""
    read = of('column = "wide"\ndates = "iso"')

    assert read.settings == Settings(dates="iso")
    assert len(read.problems) == 1


def test_a_variable_that_makes_no_sense_is_told_by_its_name() -> None:
    """It is not in the file that one would look for it."""
    (told,) = choose("", "config.toml", {"OPEDTUI_COLUMN": "wide"}).problems

    assert told.startswith("$OPEDTUI_COLUMN: column = “wide”: ")


def test_the_file_is_the_one_that_is_named(tmp_path: Path) -> None:
    """Else it is in the platform's place."""
    named = tmp_path / "mine.toml"
    named.write_text("column = 40")

    read = read_choice({"OPEDTUI_CONFIG": str(named)})

    assert (read.settings.column, read.origins["column"]) == (40, str(named))
    assert settings_file({}).parts[-2:] == ("opedtui", "config.toml")


@pytest.mark.parametrize(
    ("content", "why"), [(b"theme = '\xff'", "it is not UTF-8"), (None, "Is a directory")]
)
def test_a_file_that_cannot_be_read_is_told_and_ignored(
    tmp_path: Path, content: bytes | None, why: str
) -> None:
    """The program starts all the same."""
    named = tmp_path / "mine.toml"
    named.mkdir() if content is None else named.write_bytes(content)

    read = read_choice({"OPEDTUI_CONFIG": str(named)})

    assert read.settings == Settings()
    assert read.problems == (f"{named}: it cannot be read ({why}), and is ignored",)

"""What is taken along: citations, links, the address, the text."""

from __future__ import annotations

import base64
import json
import shlex
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from opedtui.cli.main import read
from opedtui.reading.citing import citation
from opedtui.reading.library import Library
from opedtui.reading.session import Session
from opedtui.render.citations import BY_NAME
from opedtui.ui import clipboard, outside
from opedtui.ui.app import OpedApp, Reading
from opedtui.ui.dialogs.leaving import Leaving
from opedtui.ui.screens.read import Read
from opedtui.ui.screens.taking import NO_STORE
from tests.making import a_claim, a_document, a_library, an_actor, ref, words
from tests.ui.reader import Reader, in_every_window, reading

HOSTILE = "[/] [@click=app.quit]x[/] \x1b]52;c;ZXZpbA==\x07\u202e"


@pytest.fixture(autouse=True)
def no_clipboard(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is put into the clipboard of whoever runs the tests, and no browser opened."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER", "PAGER", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)


def in_form(library: Library, name: str, form: str = "plain") -> str:
    return BY_NAME[form].text([citation(library, ref(name))])


async def test_one_key_copies_a_citation(bundled: Library) -> None:
    """As plain text where nobody has chosen; what was copied, and how, is said."""
    async with reading(bundled) as reader:
        await reader.press("j", "y")
        await reader.hears("Copied the citation of c2 as plain text, through the terminal")

        assert reader.app.clipboard == in_form(bundled, "c2")


async def test_a_letter_after_it_chooses_the_form_from_then_on(bundled: Library) -> None:
    """Today, tomorrow, and in every store."""
    async with reading(bundled) as reader:
        await reader.press("y", "m")
        await reader.hears("c1 as Markdown")
        assert reader.app.clipboard == in_form(bundled, "c1", "markdown")
        await reader.press("j", "y")
        await reader.hears("c2 as Markdown")

    async with reading(bundled) as reader:
        await reader.press("y")
        await reader.hears("c1 as Markdown")


@pytest.mark.parametrize(
    ("letter", "form"), [(form.letter, form.name) for form in BY_NAME.values()]
)
async def test_every_form_has_its_letter(bundled: Library, letter: str, form: str) -> None:
    """They are shown as long as they are waited for."""
    async with reading(bundled) as reader:
        await reader.press("y")
        assert f"{letter} {BY_NAME[form].title}" in reader.lines[-1]
        await reader.press(letter)
        await reader.hears(f"c1 as {BY_NAME[form].title}")

        assert reader.app.clipboard == in_form(bundled, "c1", form)


async def test_the_settings_choose_the_form(
    bundled: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A letter then is for once."""
    monkeypatch.setattr("opedtui.ui.form_file.chosen", lambda: Chosen())
    async with reading(bundled) as reader:
        await reader.press("y", "p")
        await reader.hears("as plain text")
        await reader.press("escape", "y")
        await reader.until(
            lambda: reader.said[-1].startswith("Copied the citation of c1 as BibTeX")
        )


class Chosen:
    """Settings that name a form."""

    class settings:
        citation = "bibtex"


async def test_what_is_typed_at_once_is_done_in_turn(bundled: Library) -> None:
    """The citation is of the record that the keys before it lead to."""
    async with reading(bundled) as reader:
        for key in ("j", "j", "j", "y"):
            reader.app.simulate_key(key)
        await reader.hears("Copied the citation of c4")

        assert reader.app.clipboard == in_form(bundled, "c4")


async def test_whoever_moves_on_has_chosen_no_form(bundled: Library) -> None:
    """The letter after that is a key like any other."""
    async with reading(bundled) as reader:
        await reader.press("y", "j")
        assert not reader.read.chord
        await reader.press("b")

        assert (reader.ref, len(reader.said)) == ("c2", 1)


async def test_chosen_words_are_cited_before_the_record(bundled: Library) -> None:
    """With their paragraph; they belong to no record."""
    async with reading(bundled, (120, 36)) as reader:
        await reader.press("enter", "v", "v", "y")
        await reader.hears("Copied the citation of d1")

        assert reader.read.selection
        assert reader.app.clipboard.startswith("“")
        assert "¶ 1" in reader.app.clipboard


async def test_what_is_in_no_text_is_told(bundled: Library) -> None:
    """And the clipboard is as it was."""
    library = Library([*a_library().values()])
    async with reading(library, session=Session().at(library, ref("a3"))) as reader:
        await reader.press("y")
        await reader.hears("a3 stands in no text, so it cannot be cited")

        assert reader.app.clipboard == ""


async def test_a_link_opens_the_app_at_the_record(bundled: Library, tmp_path: Path) -> None:
    """Pasted into a shell it names the very store, whatever the path holds."""
    store = tmp_path / "it's $(my) store" / "db.json"
    async with reading(bundled, store=store) as reader:
        await reader.press("j", "Y")
        await reader.hears("Copied the link to c2")

        program, *arguments = shlex.split(reader.app.clipboard)

    request = read(arguments)
    assert (program, request and request.command) == ("opedtui", "open")
    assert request
    assert (request.store, request.ref) == (str(store), ref("c2"))


async def test_without_a_store_there_is_no_link(bundled: Library) -> None:
    """Nor to one that no shell could be given."""
    async with reading(bundled) as reader:
        await reader.press("Y")
        await reader.hears(NO_STORE)
    async with reading(bundled, store=Path("/x/\x1b[2J/db.json")) as reader:
        await reader.press("Y")
        await reader.hears("no shell can be given")

        assert reader.app.clipboard == ""


def with_address(url: str) -> Library:
    document = a_document(url=url)
    return Library([document, an_actor(4), a_claim(1, words("The mayor said", document))])


async def test_an_address_is_shown_before_it_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """In full, with the host in the letters of DNS; only `y` opens it."""
    opened: list[str] = []
    monkeypatch.setattr(outside, "browse", opened.append)
    async with reading(with_address("https://аpple.example/a?b=[c]")) as reader:
        await reader.press("o")
        await reader.sees("https://xn--pple-43d.example/a?b=%5Bc%5D")
        await reader.sees("The host is аpple.example in other letters")
        await reader.press("enter")
        assert opened == []

        await reader.press("o")
        await reader.until(lambda: isinstance(reader.app.screen, Leaving))
        await reader.press("y")
        await reader.hears("Opened https://xn--pple-43d.example/a?b=%5Bc%5D")

    assert opened == ["https://xn--pple-43d.example/a?b=%5Bc%5D"]


@in_every_window
async def test_the_longest_address_can_be_seen(size: tuple[int, int]) -> None:
    """It is wrapped, and scrolls where the window is too small for it."""
    async with reading(with_address(f"https://news.example/{'x' * 100}-end"), size) as reader:
        await reader.press("o")
        await reader.until(lambda: isinstance(reader.app.screen, Leaving))
        await reader.press("end")

        await reader.sees("-end")


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("", "d1 has no address"),
        ("javascript:alert(1)", "only http and https are opened"),
        ("https://a@b.example", "a name before an @"),
    ],
)
async def test_what_is_no_address_is_told(url: str, told: str) -> None:
    """Nothing is asked then."""
    async with reading(with_address(url)) as reader:
        await reader.press("o")
        await reader.hears(told)

        assert not reader.is_asked


async def test_without_a_browser_it_is_said_in_a_line() -> None:
    """And nothing else happens."""
    async with reading(with_address("https://news.example")) as reader:
        await reader.press("o")
        await reader.until(lambda: isinstance(reader.app.screen, Leaving))
        await reader.press("y")

        await reader.hears("there is no browser to open it in; set $BROWSER")


async def test_where_no_terminal_can_be_lent_no_pager_is_shown(bundled: Library) -> None:
    """As on a page in a browser."""
    async with reading(bundled) as reader:
        await reader.press("vertical_line")

        await reader.hears("there is no terminal here that could be lent")


async def test_an_empty_library_gives_nothing_along() -> None:
    """In a line for each key."""
    async with bare() as reader:
        for key, told in (
            ("y", "There is no text here"),
            ("Y", NO_STORE),
            ("o", "There is no text here"),
            ("vertical_line", "There is no text here"),
        ):
            await reader.press(key)
            await reader.hears(told)


@asynccontextmanager
async def bare() -> AsyncIterator[Reader]:
    """The app on a library without texts, in which no pane asks for keys."""
    app = OpedApp(lambda: Reading(Library(), Session()))
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        reader = Reader(app, pilot)
        await reader.until(lambda: isinstance(app.screen, Read))
        yield reader


async def test_no_record_reaches_the_terminal_by_the_clipboard() -> None:
    """Neither as a sequence nor as markup."""
    document = a_document(f"{HOSTILE} end", title=HOSTILE, url="https://x.example")
    library = Library([document, an_actor(4, HOSTILE), a_claim(1, words(HOSTILE, document))])
    async with reading(library) as reader:
        for letter in ("p", "m", "b", "s"):
            await reader.press("y", letter)
        await reader.hears("CSL-JSON")

        assert json.loads(reader.app.clipboard)
        assert reader.app.clipboard.replace("\n", "").isprintable()


async def test_too_much_for_the_terminal_is_told(
    bundled: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half of it would be worse than nothing."""
    monkeypatch.setattr(clipboard, "TERMINAL_TAKES", 10)
    async with reading(bundled) as reader:
        await reader.press("y")
        await reader.hears("nothing was copied")

        assert reader.app.clipboard == ""


def test_nothing_is_limited_that_a_terminal_takes() -> None:
    """100,000 characters of base64."""
    assert len(base64.b64encode(bytes(clipboard.TERMINAL_TAKES))) <= 100_000

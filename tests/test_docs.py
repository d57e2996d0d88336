"""What the documents say is true of the program."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from textwrap import indent
from xml.etree import ElementTree

import pytest
from docs import draw

from opedtui import __version__
from opedtui.cli.main import read
from opedtui.model.fields import Fields
from opedtui.model.records import Mention
from opedtui.store.check import check
from opedtui.store.store import Store
from opedtui.ui.commands import COMMANDS, Command
from tests.making import BUNDLED, ROOT, a_store, bundled_library

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
NAMES = [str(path.relative_to(ROOT)) for path in PAGES]
CODE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LONGEST_README = 120


def text_of(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def code_in(name: str, language: str) -> list[str]:
    """The blocks of code of a page."""
    return [code for kind, code in CODE.findall(text_of(name)) if kind == language]


def shown_lines(name: str) -> list[str]:
    """What a page shows to be typed: the lines of its shell blocks, and code in its sentences."""
    blocks = [line for code in code_in(name, "sh") for line in code.splitlines()]
    return blocks + re.findall(r"`([^`\n]+)`", CODE.sub("", text_of(name)))


# What is drawn.


def test_the_picture_shows_the_app_of_today(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever draws it, it is the same, and nothing of theirs is read or written.

    If it is stale, `make docs` draws it again.
    """
    for variable in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, str(tmp_path))
    for variable, value in {"NO_COLOR": "1", "COLUMNS": "40", "TEXTUAL_THEME": "nord"}.items():
        monkeypatch.setenv(variable, value)

    assert draw.picture() == text_of(draw.PICTURE)
    assert list(tmp_path.iterdir()) == []


def test_the_picture_shows_a_central_claim_among_its_ties() -> None:
    """Its words in the text, and what supports and attacks it."""
    svg = ElementTree.fromstring(text_of(draw.PICTURE))

    shown = " ".join("".join(svg.itertext()).split())

    claim = next(claim for claim in bundled_library().claims if claim.central)
    assert f"Relations of {claim.ref}" in shown
    assert claim.text[:60] in shown
    assert "is supported by" in shown
    assert "is attacked by" in shown


def test_the_picture_fetches_nothing() -> None:
    """No font, no image, no style of another place."""
    svg = text_of(draw.PICTURE)

    assert "@font-face" not in svg
    assert not re.search(r"(href|src)\s*=|@import|url\((?!#)", svg)


@pytest.mark.parametrize("name", draw.PAGES)
def test_the_tables_are_those_of_the_program(name: str) -> None:
    """If they are stale, `make docs` draws them again."""
    assert draw.page(name) == text_of(name)


def test_every_kind_of_object_has_its_table() -> None:
    """What a store may hold is what the page explains."""
    drawn = draw.PAGES["docs/data.md"]

    missing = {cls.__name__ for cls in kinds_of(Fields) if f"fields of {cls.__name__}" not in drawn}

    assert not missing


def kinds_of(cls: type[Fields]) -> Iterator[type[Fields]]:
    """The program's own classes of objects; tests make some too."""
    for kind in cls.__subclasses__():
        if kind.__module__.startswith("opedtui."):
            yield kind
            yield from kinds_of(kind)


def test_drawing_mends_what_checking_finds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--check` says what is stale and writes nothing."""
    for name in (*draw.PAGES, draw.PICTURE):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    keys = tmp_path / "docs" / "keys.md"
    fresh = keys.read_text("utf-8")
    keys.write_text(fresh.replace("`j`", "`J`"), "utf-8")
    monkeypatch.setattr(draw, "ROOT", tmp_path)
    monkeypatch.setattr(draw, "picture", lambda: text_of(draw.PICTURE))

    assert draw.main(["--check"]) == 1
    assert capsys.readouterr().err == "docs/keys.md is stale; make docs draws it again\n"
    assert draw.main([]) == 0
    assert draw.main(["--check"]) == 0
    assert keys.read_text("utf-8") == fresh


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_is_on_the_page_of_keys(command: Command) -> None:
    """With all of its keys, and what they do."""
    keys = " ".join(f"`{key}`" for key in command.shown_keys).replace("|", r"\|")

    assert f"| {keys} | {command.help} |" in text_of("docs/keys.md")


# What is said.


@pytest.mark.parametrize("name", NAMES)
def test_the_commands_that_are_shown_can_be_given(name: str) -> None:
    """Each is read by the real command line."""
    lines = [line for line in shown_lines(name) if line.split()[:1] == ["opedtui"]]

    assert lines
    for line in lines:
        words = shlex.split(line.partition(" |")[0].replace("REF", "c1"), comments=True)
        read(words[1:])


@pytest.mark.parametrize("name", NAMES)
def test_the_make_verbs_that_are_shown_exist(name: str) -> None:
    """Nobody is sent to a target that is not in the Makefile."""
    targets = set(re.findall(r"^([a-z-]+):", text_of("Makefile"), re.MULTILINE))

    lines = [line for line in shown_lines(name) if line.startswith("make ")]

    assert {line.split()[1] for line in lines} <= targets
    assert lines or name in ("CHANGELOG.md", "docs/config.md", "docs/review.md", "docs/models.md")


@pytest.mark.parametrize("name", NAMES)
def test_links_lead_somewhere(name: str) -> None:
    """To a file of the repository, and to a heading that it has."""
    links = re.findall(r"\]\((?!https?:)([^)\s]+)\)", CODE.sub("", text_of(name)))

    for link in links:
        path, _, heading = link.partition("#")
        target = (ROOT / name).parent / path if path else ROOT / name
        assert target.is_file(), link
        assert not heading or heading in headings_of(target), link


def headings_of(path: Path) -> set[str]:
    """The anchors of a page, as forges make them."""
    headings = re.findall(r"^#+ (.+)$", CODE.sub("", path.read_text("utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_the_readme_is_read_in_a_minute_or_two() -> None:
    """What is longer belongs to a page of its own."""
    assert len(text_of("README.md").splitlines()) <= LONGEST_README


def test_the_changelog_begins_with_the_present_version() -> None:
    """A version that says nothing of itself is not ready."""
    versions = re.findall(r"^## \[(.+)\] - \d{4}-\d\d-\d\d$", text_of("CHANGELOG.md"), re.MULTILINE)

    assert versions[0] == __version__


def test_the_examples_of_code_are_of_this_code_base() -> None:
    """How code reads here is shown by code that is here."""
    found = re.findall(
        r"From `([^`]+)`:\n\n```python\n(.*?)```", text_of("CONTRIBUTING.md"), re.DOTALL
    )

    assert len(found) == 2
    for name, code in found:
        assert code in text_of(name) or indent(code, "    ") in text_of(name), name


# What the page on the data promises.


def test_the_store_made_by_hand_is_without_fault(tmp_path: Path) -> None:
    """Who copies it begins with a store that has nothing to mend."""
    (store,) = code_in("docs/data.md", "json")

    contents = Store(a_store(tmp_path, json.loads(store))).load()

    refs = {str(record.ref) for record in contents.records}
    assert refs == {"d1", "a1", "a2", "c1", "c2", "e1", "r1"}
    assert check(contents) == ()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where `db.json` is a copy of the bundled store."""
    shutil.copy(BUNDLED, tmp_path / "db.json")
    return tmp_path


def output_of(command: list[str], folder: Path) -> list[str]:
    """The lines that a command prints there."""
    done = subprocess.run(command, cwd=folder, capture_output=True, timeout=60)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode().splitlines()


def test_tinydb_answers_as_the_page_shows(folder: Path) -> None:
    """The central claims, and who says them in the end; the file stays as it is."""
    code = next(code for code in code_in("docs/data.md", "python") if "tinydb" in code)

    lines = output_of([sys.executable, "-X", "utf8", "-W", "error", "-c", code], folder)

    library = bundled_library()
    names = {actor.ref: actor.name for actor in library.actors}
    central = [claim for claim in library.claims if claim.central]
    assert lines == [f"{c.ref}\t{names[c.voice[-1].actor]}\t{c.text}" for c in central]
    assert (folder / "db.json").read_bytes() == BUNDLED.read_bytes()


def mentions_counted() -> dict[str, int]:
    """How often each actor is named, asked of the library."""
    mentions = [record for record in bundled_library().values() if isinstance(record, Mention)]
    return dict(Counter(str(mention.actor) for mention in mentions))


def counts_in(lines: list[str]) -> dict[str, int]:
    """`a1⇥3`, read back."""
    return {actor: int(times) for actor, times in (line.split("\t") for line in lines)}


def test_python_alone_answers_as_the_page_shows(folder: Path) -> None:
    """A store is JSON, and needs nothing of ours."""
    code = next(code for code in code_in("docs/data.md", "python") if "tinydb" not in code)

    lines = output_of([sys.executable, "-X", "utf8", "-W", "error", "-c", code], folder)

    assert counts_in(lines) == mentions_counted()


@pytest.mark.skipif(not shutil.which("jq"), reason="jq is not installed")
def test_jq_answers_as_the_page_shows(folder: Path) -> None:
    """The same question in a line."""
    line = next(code for code in code_in("docs/data.md", "sh") if code.startswith("jq"))

    lines = output_of(shlex.split(line), folder)

    assert counts_in(lines) == mentions_counted()

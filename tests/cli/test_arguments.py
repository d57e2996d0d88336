"""What the arguments ask for."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from opedtui import __version__
from opedtui.cli.main import read
from opedtui.cli.request import Choice, Request, Target, UsageError, Value
from opedtui.cli.table import COMMANDS
from opedtui.errors import OpedError
from opedtui.model.refs import Kind, RefError
from tests.making import ref

SURE = frozenset({"yes"})


@pytest.mark.parametrize(
    ("line", "request_"),
    [
        ("", Request("open")),
        ("x.json", Request("open", "x.json")),
        ("x.json#c1", Request("open", "x.json", ref("c1"))),
        ("c1", Request("open", ref=ref("c1"))),
        ("./c1", Request("open", "./c1")),
        ("./list", Request("open", "./list")),
        ("-- list", Request("open", "list")),
        ("--store x.json", Request("open", "x.json")),
        ("--store list", Request("open", "list")),
        ("open", Request("open")),
        ("open x.json#c1", Request("open", "x.json", ref("c1"))),
        ("open c1 --store x.json", Request("open", "x.json", ref("c1"))),
        ("open #c1", Request("open", ref=ref("c1"))),
        ("show c1", Request("show", ref=ref("c1"))),
        ("show c1 x.json", Request("show", "x.json", ref("c1"))),
        ("relations c1 x.json", Request("relations", "x.json", ref("c1"))),
        ("show x.json#c1 --json", Request("show", "x.json", ref("c1"), as_json=True)),
        ("show shelf#2/x.json#c1", Request("show", "shelf#2/x.json", ref("c1"))),
        ("--store x.json show c1", Request("show", "x.json", ref("c1"))),
        ("--store=x.json relations c1", Request("relations", "x.json", ref("c1"))),
        ("list claims", Request("list", kind=Kind.CLAIM)),
        ("list --json claims x.json", Request("list", "x.json", kind=Kind.CLAIM, as_json=True)),
        ("check x.json", Request("check", "x.json")),
        ("check shelf#2/x.json", Request("check", "shelf#2/x.json")),
        ("timeline --store x.json", Request("timeline", "x.json")),
        ("keys --store x.json", Request("keys", "x.json")),
        ("where", Request("where")),
        ("check --repair", Request("check", flags=frozenset({"repair"}))),
        ("undo x.json", Request("undo", "x.json")),
        ("history --back-to 3", Request("history", back_to=3)),
        ("restore x.json --store y.json", Request("restore", "y.json", file="x.json")),
        ("replace x.json#d1 -", Request("replace", "x.json", ref("d1"), file="-")),
        ("rm c1 c2 --yes", Request("rm", None, ref("c1"), refs=(ref("c2"),), flags=SURE)),
        ("join a1 a2", Request("join", ref=ref("a1"), refs=(ref("a2"),))),
    ],
)
def test_arguments_ask_for(line: str, request_: Request) -> None:
    """What is no command is a store; a store, a record of it and a record alone tell apart."""
    assert read(line.split()) == request_


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("show", "the following arguments are required: REF; try opedtui show --help"),
        ("show c1 c2", "one record is shown at a time; if c2 is a store, write ./c2"),
        ("show c1 x y", "unrecognized arguments: y; try opedtui show --help"),
        ("--colour", "unrecognized arguments: --colour; try opedtui --help"),
        ("--json", "unrecognized arguments: --json; try opedtui --help"),
        ("list", "the following arguments are required: KIND; try opedtui list --help"),
        ("check --store", "argument --store: expected one argument; try opedtui check --help"),
        ("show x.json#c1 --store y.json", "two stores are given, y.json and x.json; give one"),
        ("check --sto x.json", "unrecognized arguments: --sto; try opedtui check --help"),
        ("lists", "“lists” is neither a command nor a file; try opedtui --help"),
        ("edit", "the following arguments are required: REF; try opedtui edit --help"),
        ("edit c1 kind=fact kind=value", "kind is given 2 times; give it once"),
        ("edit x.json#c1 y.json#c2 a=b", "two stores are given, x.json and y.json; give one"),
        ("edit c1 d1:1-2 d1:3-4", "more than one place is given; give one"),
        ("edit c1 d1:1-2 --words her", "more than one place is given; give one"),
        ("new claim --nth 2", "--doc and --nth say where the --words are; give those too"),
        ("history --back-to x", "“x” is no whole number"),
        (
            "relate c1 supports c2 c3",
            "“c3” sets no field; write FIELD=VALUE, e.g. kind=policy",
        ),
    ],
)
def test_arguments_without_sense_are_told_in_a_line(line: str, message: str) -> None:
    """What was wrong, and where the right ones are listed."""
    with pytest.raises(UsageError) as caught:
        read(line.split())

    assert str(caught.value) == message


@pytest.mark.parametrize(
    "line",
    [
        "new claim kind=fact d1:3-9 tags=",
        "new claim d1:3-9 --json kind=fact tags=",
        "--json new --json claim kind=fact tags= d1:3–9",
    ],
)
def test_what_a_record_shall_hold_is_said_in_any_order(line: str) -> None:
    """Places and fields are told apart by how they are written; options stand anywhere."""
    request = read(line.split())

    assert request
    assert (request.command, request.kind) == ("new", Kind.CLAIM)
    assert request.choice == Choice(ref("d1"), 3, 9)
    assert request.values == (Value("kind", "fact"), Value("tags", ""))
    assert request.typed == {"kind": "fact", "tags": None}


def test_words_are_chosen_with_their_place() -> None:
    """Which of several, and in which document."""
    request = read(["edit", "--words", "the bridge", "c1", "--nth", "2", "--doc", "d1", "a.b=c=d"])

    assert request
    assert request.choice == Choice(ref("d1"), words="the bridge", nth=2)
    assert request.values == (Value("a.b", "c=d"),)


def test_an_unknown_kind_is_told_the_known_ones() -> None:
    """A list of what there is saves a second attempt."""
    with pytest.raises(UsageError, match=r"claim'.*documents.*try opedtui list --help"):
        read(["list", "claim"])


def test_an_empty_path_is_no_store() -> None:
    """`opedtui "$UNSET"` should not open something else."""
    with pytest.raises(UsageError, match="the path of the store is empty"):
        read([""])


@pytest.mark.parametrize("word", ["x.json", "claim 1", "x.json#", "x.json#1", "c0", "C1"])
def test_a_record_is_shown_by_its_ref(word: str) -> None:
    """Anything else is refused before a store is looked for."""
    with pytest.raises(RefError, match="is no ref"):
        read(["show", word])


def test_a_bare_word_may_be_a_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If there is such a file."""
    monkeypatch.chdir(tmp_path)
    Path("shelf").touch()

    assert read(["shelf"]) == Request("open", "shelf")


def test_a_target_without_ref_is_all_path() -> None:
    """A number sign in a folder's name is one of its letters."""
    assert Target.of("a#b/c.d") == Target("a#b/c.d")


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_command_has_its_module_and_its_help(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The table of commands names the modules that carry them out."""
    assert read([command, "--help"]) is None

    assert capsys.readouterr().out.startswith(f"usage: opedtui {command}")
    assert find_spec(f"opedtui.cli.commands.{command}")


def test_the_help_tells_of_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    """With what it does, and what the exit status means."""
    assert read(["--help"]) is None

    out = capsys.readouterr().out
    assert all(f"  {command.name:10} {command.help}\n" in out for command in COMMANDS)
    assert "exit status: 0 done, 1" in out


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    """It is written in one place."""
    assert read(["--version"]) is None

    assert capsys.readouterr().out == f"opedtui {__version__}\n"


def test_errors_of_usage_are_errors_of_ours() -> None:
    """So that they are told like every other."""
    assert issubclass(UsageError, OpedError)

"""What may follow on a command line that is being typed."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

import pytest

from opedtui.cli.commands.complete import _quoted
from opedtui.cli.completing import MOST, candidates
from opedtui.cli.table import COMMANDS
from opedtui.store.file import read_tables
from tests.cli.program import Program
from tests.making import BUNDLED, a_store, an_actor, tables_of


def values(line: str, store: Path = BUNDLED) -> list[str]:
    """What is offered at the end of this line, after which the word is still to come or to end."""
    words = line.split(" ")
    return [one.value for one in candidates(words, lambda named: read_tables(Path(named or store)))]


@pytest.mark.parametrize(
    ("line", "some"),
    [
        ("", {"show", "list", "cite", "undo"}),
        ("re", {"relations", "read", "relate", "replace", "redo", "restore"}),
        ("list ", {"claims", "actors", "mentions"}),
        ("list cl", {"claims"}),
        ("new c", {"claim"}),
        ("show c4", {"c4", "c40", "c45"}),
        ("cite c1 q", {"q1", "q10"}),
        ("relate c1 su", {"supports"}),
        ("relate c1 supports c2", {"c2", "c20"}),
        ("join ", {"a1", "a2"}),
        ("replace ", {"d1"}),
        ("cite --form ", {"plain", "bibtex"}),
        ("cite c1 --form=b", set()),
        ("new claim --doc ", {"d1"}),
        ("cite --", {"--form", "--json", "--store", "--help"}),
        ("completion ", {"bash", "zsh", "fish"}),
        ("actor v", {"Vasif Huseynov", "Volodymyr Zelensky"}),
        ("c1", {"c1", "c10"}),
        ("edit c1 c", {"c1"}),
    ],
)
def test_what_fits_is_offered(line: str, some: set[str]) -> None:
    """Commands, options and their words, kinds, ties, refs."""
    assert some <= set(values(line))


@pytest.mark.parametrize(
    ("line", "none"),
    [
        ("join ", "c1"),
        ("replace ", "c1"),
        ("show c", "q1"),
        ("re", "open"),
        ("serve --", "--json"),
        ("list claims ", "claims"),
        ("check --store ", "check"),
        ("show c1 ", "c1"),
        ("nonsense ", "show"),
    ],
)
def test_what_does_not_fit_is_not(line: str, none: str) -> None:
    """Where nothing is offered, a shell offers files."""
    assert none not in values(line)


def test_every_command_has_something_to_offer() -> None:
    """At least its options."""
    assert all("--help" in values(f"{command.name} --") for command in COMMANDS)


def test_refs_tell_what_they_are() -> None:
    """In a few words, and never more than anybody looks through."""
    claims = candidates(["show", "c1"], lambda _: read_tables(BUNDLED))

    assert claims[0].help.startswith("Sergei Lavrov’s visit to Baku")
    assert all(len(claim.help) <= 70 for claim in claims)
    many = tables_of(an_actor(number) for number in range(1, 2 * MOST))
    assert len(candidates(["join", "a"], lambda _: many)) == MOST


def test_the_store_that_is_named_is_asked(tmp_path: Path) -> None:
    """By an option, by a ref of it, or before the ref that is typed."""
    other = a_store(tmp_path)
    asked: list[str | None] = []

    for words in (
        ["show", "--store", str(other), ""],
        ["relate", f"{other}#c1", "supports", ""],
        ["show", f"{other}#c"],
    ):
        candidates(words, lambda named: asked.append(named) or read_tables(other))  # type: ignore[func-returns-value]

    assert asked == [str(other)] * 3
    assert values(f"show {other}#c2") == [f"{other}#c2"]


def test_a_store_that_cannot_be_read_offers_nothing(tmp_path: Path) -> None:
    """And a shell's line stays as it was."""
    (tmp_path / "bad.json").write_text("{")

    assert values("show c", tmp_path / "bad.json") == []
    assert values("show c", tmp_path / "none.json") == []


def test_odd_records_are_no_reason_to_fail(tmp_path: Path) -> None:
    """What was written by hand may lack anything."""
    tables = {
        "claims": {"1": {}, "2": {"text": 3}},
        "quotes": {"1": {"spans": [3]}},
        "actors": {"1": {"name": []}},
    }
    store = a_store(tmp_path, {"meta": {}, "documents": {}, **tables})

    assert {"c1", "c2"} <= set(values("show c", store))
    assert "q1" in values("show q", store)


def test_asking_makes_no_store(opedtui: Program) -> None:
    """A Tab is no wish for one."""
    done = opedtui("__complete", "plain", "show", "c")

    assert (done.out, done.err) == ("", "")
    assert not list(opedtui.home.rglob("db.json"))


@pytest.mark.parametrize(
    "word", ["c1", "It's", 'a "b"', "$(touch x)", "`x`", "a\\b", "Ağa é!", "~x;&|<>*?"]
)
@pytest.mark.parametrize("quote", ["", "'", '"'])
def test_bash_reads_back_the_very_word(opedtui: Program, word: str, quote: str) -> None:
    """Whatever it holds, and whichever quotation mark was typed before."""
    done = opedtui.run(["bash", "-c", f"printf %s {quote}{_quoted(word, quote)}{quote}"])

    read = done.out.replace("\\!", "!") if quote == '"' else done.out
    assert read == word
    assert done.err == ""


def test_an_answer_comes_within_the_patience_of_a_tab(opedtui: Program) -> None:
    """150 ms on a machine of its own; here it is twice that of the processor's time."""
    took = []
    for _ in range(5):
        before = _spent()
        opedtui("__complete", "plain", "show", "c1", OPEDTUI_DB=str(BUNDLED))
        took.append(_spent() - before)

    assert min(took) < 0.3


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_little_is_loaded_for_it(opedtui: Program) -> None:
    """Nothing that parses arguments, draws, or makes records."""
    heavy = {"argparse", "rich", "textual", "tinydb", "filelock"}
    code = (
        "import sys; from opedtui.cli.main import run; run(['__complete', 'plain', 'show', 'c1']);"
        f"print(sorted({heavy!r} & {{*sys.modules}}))"
    )
    done = opedtui.run([sys.executable, "-c", code], OPEDTUI_DB=str(BUNDLED))

    assert done.lines[0].startswith("c1\t")
    assert done.lines[-1] == "[]"

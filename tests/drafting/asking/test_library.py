"""Models of the `llm` library, which stands in for every service that has a plugin."""

from __future__ import annotations

import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from opedtui.drafting.asking import NoAnswer, ask

TEXT = "Sergei Lavrov came to Baku in May 2022."

LIBRARY = """
import time

asked = []

class UnknownModelError(KeyError):
    pass

class Response:
    def text(self):
        return TEXT()

class Model:
    supports_schema = SCHEMA
    def prompt(self, prompt, **named):
        asked.append((prompt, named))
        return Response()

def get_model(name):
    if name == "unknown":
        raise UnknownModelError(name)
    return Model()
"""

Install = Callable[..., None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Puts a library of that name where Python finds it."""

    def put(says: str, schema: bool = True) -> None:
        source = LIBRARY.replace("TEXT()", says).replace("SCHEMA", str(schema))
        (tmp_path / "llm.py").write_text(source, "utf-8")
        monkeypatch.syspath_prepend(tmp_path)
        monkeypatch.delitem(sys.modules, "llm", raising=False)

    yield put
    sys.modules.pop("llm", None)


def complaint(model: str = "llm:wise", patience: float = 5) -> NoAnswer:
    with pytest.raises(NoAnswer) as raised:
        ask(TEXT, model, published=None, patience=patience)
    return raised.value


@pytest.mark.parametrize("schema", [True, False])
def test_a_model_of_the_library_is_asked(install: Install, schema: bool) -> None:
    """With the schema, if the model takes one."""
    install("""'{"dates": [{"words": "May 2022", "edtf": "2022-05"}]}'""", schema)

    (date,) = ask(TEXT, "llm:wise", published=None).dates

    ((prompt, named),) = sys.modules["llm"].asked
    assert (str(date.date), date.rule) == ("2022-05", "model:wise")
    assert TEXT in prompt
    assert ("schema" in named, named["stream"]) == (schema, False)


def test_without_the_library_the_reader_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is nothing that everybody needs."""
    monkeypatch.setitem(sys.modules, "llm", None)

    assert "The library `llm` is not installed here" in str(complaint())


def test_a_failure_of_the_library_is_one_line_without_its_words(install: Install) -> None:
    """What plugins say may hold a key that this program does not know."""
    install("1 / 0 if not asked else {}['sk-Zq4vT9wLmX2']")

    error = complaint()

    assert str(error) == ("“wise” gave no answer (KeyError); see what `llm -m wise hello` says")
    assert "sk-Zq4" not in "".join(traceback.format_exception(error))


def test_a_model_that_the_library_does_not_know_is_told(install: Install) -> None:
    """By the name of the error, and how to see more."""
    install("''")

    assert "“unknown” gave no answer (UnknownModelError)" in str(complaint("llm:unknown"))
    assert "“wise” answered with nothing" in str(complaint())


def test_the_library_is_not_waited_for_longer_than_a_server(install: Install) -> None:
    """The patience is the reader's."""
    install("time.sleep(1) or ''")

    assert "“wise” has not answered within 0.3 s" in str(complaint(patience=0.3))


def test_the_library_is_loaded_for_nobody_else() -> None:
    """It takes a second."""
    code = "import sys, opedtui.drafting.asking; sys.exit('llm' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code]).returncode == 0

"""A model of the `llm` library, which the reader has installed and set up."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from ...errors import quoted
from .failing import NoAnswer
from .form import SCHEMA
from .prompt import INSTRUCTIONS
from .within import Late, Patience


class LibraryModel:
    """The library keeps keys and addresses itself; none of them pass through here."""

    def __init__(self, name: str, patience: Patience) -> None:
        self._name = name
        self._patience = patience
        self._model = self._tried(lambda: _module().get_model(name))

    def answer(self, handed: str) -> str:
        """What the model says to this; NoAnswer if it says nothing that can be used."""
        content = self._tried(lambda: self._prompt(handed))
        if not isinstance(content, str) or not content.strip():
            raise NoAnswer(f"{quoted(self._name)} answered with nothing; try another model")
        return content

    def _prompt(self, handed: str) -> str:
        schema = {"schema": SCHEMA} if getattr(self._model, "supports_schema", False) else {}
        asked = self._model.prompt(handed, system=INSTRUCTIONS, stream=False, **schema)
        return str(asked.text())

    def _tried(self, work: Callable[[], Any]) -> Any:
        """Plugins raise what they like, and what they say may hold a key."""
        try:
            return self._patience.within(work)
        except NoAnswer:
            raise
        except Late:
            raise NoAnswer(
                f"{quoted(self._name)} has not answered within {self._patience.seconds:g} s; "
                "give it longer, or a smaller model"
            ) from None
        except Exception as error:
            raise NoAnswer(
                f"{quoted(self._name)} gave no answer ({type(error).__name__}); "
                f"see what `llm -m {self._name} hello` says"
            ) from None


def _module() -> Any:
    """Loaded when it is asked for: it takes a second, and most readers have none."""
    try:
        return import_module("llm")
    except ImportError:
        raise NoAnswer(
            "The library `llm` is not installed here; install it, or name a model without llm:"
        ) from None

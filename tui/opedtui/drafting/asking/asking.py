"""A draft by a language model that the reader has, checked against the text."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from ...model.dates import Edtf
from ...model.stretch import Stretch
from ..found import FoundActor, FoundClaim, FoundDate, FoundQuote
from .actors import Drafted, drafted
from .answer import parsed
from .chat import Chat
from .checking import Checker
from .endpoint import LLM, OLLAMA, Endpoint
from .failing import CutOff, NoAnswer
from .library import LibraryModel
from .merging import actors, merged
from .parts import parts
from .places import Places
from .prompt import handed
from .tally import Tally
from .within import Patience

SHORTEST = 2_000
"""Characters of a part that is not cut again for a model that runs out of room."""


class Asked(NamedTuple):
    """What of a model's answers the text bears out."""

    actors: tuple[FoundActor, ...]
    quotes: tuple[FoundQuote, ...]
    claims: tuple[FoundClaim, ...]
    dates: tuple[FoundDate, ...]
    dropped: int
    """Answers whose words are not in the text, or that are not of the form asked for."""
    remarks: tuple[str, ...]
    """For the reader."""


class Model(Protocol):
    """Something that answers."""

    def answer(self, handed: str) -> str:
        """What it says to what it is handed; NoAnswer if it says nothing that can be used."""


def ask(
    text: str,
    model: str,
    *,
    published: Edtf | None,
    endpoint: str = "",
    key: str = "",
    patience: float = 120,
) -> Asked:
    """What the model finds in the text; NoAnswer if that is nothing that can be used.

    `model` is a name that the endpoint knows, or `llm:` and one that the `llm` library knows. The
    whole text goes to the endpoint, which is Ollama on this machine unless the reader named one.
    The patience is for all of it, in seconds.
    """
    if not model.removeprefix(LLM).strip():
        raise NoAnswer("No model is named; name one, such as llama3.1 or llm:NAME")
    asked = _model(model, Endpoint(endpoint or OLLAMA, key), Patience(patience))
    reading = _Reading(text, asked, published, f"model:{model.removeprefix(LLM)}")
    for part in parts(text, Stretch(0, len(text))):
        if text[slice(*part)].strip():
            reading.read(part)
    return reading.asked


def _model(name: str, endpoint: Endpoint, patience: Patience) -> Model:
    if name.startswith(LLM):
        return LibraryModel(name.removeprefix(LLM), patience)
    return Chat(name, endpoint, patience)


class _Reading:
    """A text that is read part by part."""

    def __init__(self, text: str, model: Model, published: Edtf | None, rule: str) -> None:
        self._places = Places(text)
        self._model = model
        self._published = published
        self._rule = rule
        self._tally = Tally()
        self._actors: list[Drafted] = []
        self._quotes: list[FoundQuote] = []
        self._claims: list[FoundClaim] = []
        self._dates: list[FoundDate] = []

    def read(self, part: Stretch) -> None:
        """Ask about a part; about its halves, if there is too much to say about it."""
        words = self._places.text[slice(*part)]
        names = [actor.name for actor in self._actors]
        try:
            content = self._model.answer(handed(words, self._published, names))
        except CutOff:
            if len(words) < SHORTEST:
                raise
            for half in parts(self._places.text, part, len(words) // 2 + 1):
                self.read(half)
        else:
            self._keep(content, part)

    def _keep(self, content: str, part: Stretch) -> None:
        answer, places = parsed(content), self._places.of(part)
        checker = Checker(places, self._rule, self._published, self._tally)
        found = drafted(answer["actors"], places, self._rule, self._tally)
        self._actors = merged([*self._actors, *found])
        self._quotes += checker.quotes(answer["quotes"])
        self._claims += checker.claims(answer["claims"])
        self._dates += checker.dates(answer["dates"])

    @property
    def asked(self) -> Asked:
        return Asked(
            actors=tuple(actors(self._actors, self._places, self._rule)),
            quotes=tuple(self._quotes),
            claims=tuple(self._claims),
            dates=tuple(self._dates),
            dropped=self._tally.dropped,
            remarks=self._tally.remarks,
        )

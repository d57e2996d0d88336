"""Any server that speaks as OpenAI's does: Ollama, llama.cpp, vLLM, one in a cloud."""

from __future__ import annotations

import json
from typing import Any, Literal

from ...errors import quoted
from .endpoint import Address, Endpoint, address_of
from .failing import CutOff, NoAnswer, told
from .form import SCHEMA
from .prompt import INSTRUCTIONS
from .wire import Reply, post
from .within import Patience

Form = Literal["json_schema", "json_object", "text"]
FORMS: tuple[Form, ...] = ("json_schema", "json_object", "text")
"""From what holds a model to the form best, to what every server understands."""
REFUSALS = (400, 422)


class Chat:
    """A model at an endpoint. What the server does not understand is not tried again."""

    def __init__(self, model: str, endpoint: Endpoint, patience: Patience) -> None:
        self._model = model
        self._key = endpoint.key
        self._address = address_of(endpoint)
        self._patience = patience
        self._forms = list(FORMS)
        self._is_plain = False
        """Whether the server chooses how freely the model speaks."""

    def answer(self, handed: str) -> str:
        """What the model says to this; NoAnswer if it says nothing that can be used."""
        reply = self._post(handed)
        while reply.status in REFUSALS and self._gives_way(reply):
            reply = self._post(handed)
        if reply.status != 200:
            raise NoAnswer(_refusal(self._address, self._model, reply, self._key))
        return _content(reply, self._address, self._model)

    def _post(self, handed: str) -> Reply:
        return post(self._address, self._key, self._question(handed), self._patience)

    def _question(self, handed: str) -> dict[str, Any]:
        question: dict[str, Any] = {
            "model": self._model,
            "messages": [
                {"role": "system", "content": INSTRUCTIONS},
                {"role": "user", "content": handed},
            ],
            "stream": False,
        }
        if not self._is_plain:
            question["temperature"] = 0
        return question | _response_format(self._forms[0])

    def _gives_way(self, reply: Reply) -> bool:
        """Whether there is another way of asking, which is taken."""
        if b"temperature" in reply.body and not self._is_plain:
            self._is_plain = True
            return True
        if len(self._forms) > 1:
            del self._forms[0]
            return True
        return False


def _response_format(form: Form) -> dict[str, Any]:
    if form == "text":
        return {}
    if form == "json_object":
        return {"response_format": {"type": form}}
    schema = {"name": "reading", "strict": True, "schema": SCHEMA}
    return {"response_format": {"type": form, "json_schema": schema}}


def _content(reply: Reply, address: Address, model: str) -> str:
    """What the model wrote, all of it."""
    try:
        choice = json.loads(reply.body)["choices"][0]
        content, why = choice["message"]["content"], choice.get("finish_reason")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        said = f"{address} does not answer as a model does; check OPEDTUI_MODEL_URL"
        raise NoAnswer(said) from None
    if why == "length":
        raise CutOff(f"{quoted(model)} had no room to finish; give it a larger context")
    if not isinstance(content, str) or not content.strip():
        raise NoAnswer(f"{quoted(model)} answered with nothing; try another model")
    return content


def _refusal(address: Address, model: str, reply: Reply, key: str) -> str:
    """What to do about a status that is not 200."""
    status = reply.status
    if status in (401, 403):
        return f"{address} refuses the key ({status}); check OPEDTUI_MODEL_KEY"
    if 300 <= status < 400:
        return f"{address} sends on to elsewhere ({status}); set OPEDTUI_MODEL_URL to that"
    said = f"{status}: {told(_complaint(reply), key)}"
    if status == 404:
        return f"{address} has no model {quoted(model)} ({said}); check its name and the address"
    if status == 429:
        return f"{address} was asked too much ({said}); wait, or name another model"
    return f"{address} has refused ({said}); its own log may say more"


def _complaint(reply: Reply) -> str:
    """The message within an error, in either of the forms that are about."""
    try:
        error = json.loads(reply.body)["error"]
        return str(error["message"] if isinstance(error, dict) else error)
    except (ValueError, LookupError, TypeError, RecursionError):
        return "no reason given"

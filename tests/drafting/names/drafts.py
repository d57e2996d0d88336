"""The actors of a text, as these tests ask for them."""

from __future__ import annotations

from opedtui.drafting.found import FoundActor
from opedtui.drafting.names import names
from opedtui.model.sentences import sentences


def drafted(text: str) -> dict[str, FoundActor]:
    """The actors of a text, by name."""
    return {actor.name: actor for actor in names(text, sentences(text))}


def words(text: str, actor: FoundActor, form: str) -> list[str]:
    """The words of the mentions of one form."""
    return [text[one.start : one.end] for one in actor.mentions if one.form == form]

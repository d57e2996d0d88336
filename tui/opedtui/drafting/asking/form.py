"""The form of an answer, as a JSON schema that every server of models understands."""

from __future__ import annotations

from typing import Any

from ...model.vocabulary import (
    ACTOR_KINDS,
    ATTRIBUTIONS,
    CERTAINTIES,
    CLAIM_KINDS,
    MENTION_FORMS,
    QUOTE_KINDS,
    Vocabulary,
)

LABELS = Vocabulary("label of a claim", ("opinion", "checkable"))

Schema = dict[str, Any]


def _one_of(vocabulary: Vocabulary) -> Schema:
    return {"type": "string", "enum": list(vocabulary.words)}


def _object(**properties: Schema) -> Schema:
    """All of it is required and nothing else allowed, as strict servers want it."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list_of(items: Schema) -> Schema:
    return {"type": "array", "items": items}


_WORDS: Schema = {"type": "string"}
_SURE: Schema = {"type": "number"}

SCHEMA = _object(
    actors=_list_of(
        _object(
            name=_WORDS,
            kind=_one_of(ACTOR_KINDS),
            aliases=_list_of(_WORDS),
            mentions=_list_of(_object(words=_WORDS, form=_one_of(MENTION_FORMS))),
            confidence=_SURE,
        )
    ),
    quotes=_list_of(
        _object(
            words=_list_of(_WORDS),
            kind=_one_of(QUOTE_KINDS),
            speaker=_WORDS,
            cue=_WORDS,
            attribution=_one_of(ATTRIBUTIONS),
            confidence=_SURE,
        )
    ),
    claims=_list_of(
        _object(
            words=_WORDS,
            label=_one_of(LABELS),
            kind=_one_of(CLAIM_KINDS),
            certainty=_one_of(CERTAINTIES),
            confidence=_SURE,
        )
    ),
    dates=_list_of(_object(words=_WORDS, edtf=_WORDS, confidence=_SURE)),
)
"""What is not there is an empty string."""

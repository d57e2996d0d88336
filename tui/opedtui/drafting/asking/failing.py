"""What is said when a model gives no answer that can be used; never with the key in it."""

from __future__ import annotations

from ...errors import OpedError, quoted

TELLING = 6
"""Characters of a key that may be shown to nobody, not even apart from the rest."""

LONGEST = 300
"""Characters of what a server says that are looked at."""


class NoAnswer(OpedError):
    """There is no draft by the model; the one by the rules takes its place."""


class CutOff(NoAnswer):
    """The model had more to say than it was given room for."""


def told(message: object, key: str) -> str:
    """What a server says, as one short line, without the words that hold a part of the key."""
    plain = "".join(char if char.isprintable() else " " for char in str(message)[:LONGEST])
    return quoted(" ".join("[hidden]" if _tells(word, key) else word for word in plain.split()))


def _tells(word: str, key: str) -> bool:
    size = min(TELLING, len(key))
    pieces = (key[at : at + size] for at in range(len(key) - size + 1))
    return size > 0 and any(piece in word for piece in pieces)

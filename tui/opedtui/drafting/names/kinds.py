"""What kind of actor a name is: its best known bearer, else the word that heads it."""

from __future__ import annotations

from .features import HEAD_KIND
from .gazetteer import gazetteer
from .words import KIND_OF_KNOWN

UNLIKE_PERSONS = ("party", "media", "ngo", "government", "military", "company", "igo")


def kind_of(name: str, sort: str, titled: bool) -> str:
    """The kind of the vocabulary that a name of a sort (PER, ORG, LOC) most likely is."""
    known = gazetteer()
    if titled:
        return "person"
    if name in known.countries:
        return "state"
    if name in KIND_OF_KNOWN:
        return KIND_OF_KNOWN[name]
    if known.is_place(name):
        return "place"
    head = _head(name)
    if sort == "PER":
        return head if head in UNLIKE_PERSONS and name.split()[0] not in known.first else "person"
    if sort == "LOC":
        return head if head in UNLIKE_PERSONS and " " in name else "place"
    return head if head and head != "place" else "group" if sort == "ORG" and not head else head


def _head(name: str) -> str:
    """The kind that the words of a name tell: the one before `of`, else the last that tells one."""
    before = name.split(" of ")[0].split(" for ")[0].split()
    after = name.split()[::-1]
    return next((HEAD_KIND[word] for word in [*before[::-1], *after] if word in HEAD_KIND), "")

"""Actors of several parts of a text become one where that is sure."""

from __future__ import annotations

import pytest

from opedtui.drafting.asking.actors import Drafted
from opedtui.drafting.asking.merging import merged
from opedtui.drafting.found import FoundMention

HE = FoundMention(40, 42, "pronoun", "model:wise", 0.5)


def person(name: str, *aliases: str, kind: str = "person") -> Drafted:
    return Drafted(name, kind, (name, *aliases), (), 0.5)


@pytest.mark.parametrize(
    ("drafts", "names"),
    [
        ([person("Ann Lee"), person("Ann  lee")], ["Ann Lee"]),
        ([person("Ann Lee", "Lee"), person("Lee")], ["Ann Lee"]),
        ([person("Ann Lee", "Lee"), person("Lee", kind="place")], ["Ann Lee", "Lee"]),
        ([person("Ann Lee", "Lee"), person("Bo Lee", "Lee"), person("Lee")], None),
        ([person("Ann Lee"), person("Bo Lee")], ["Ann Lee", "Bo Lee"]),
    ],
)
def test_actors_are_merged_by_name_or_by_an_alias_of_one(
    drafts: list[Drafted], names: list[str] | None
) -> None:
    """An alias of two is nobody's, and what is of another kind is another actor."""
    assert [draft.name for draft in merged(drafts)] == (names or [d.name for d in drafts])


def test_what_is_merged_keeps_what_either_had() -> None:
    """All names and mentions, and the greater confidence."""
    one, other = person("Ann Lee", "Lee"), person("Lee", "Ms Lee")

    (both,) = merged([one, other._replace(mentions=(HE,), confidence=0.8)])

    assert both == Drafted("Ann Lee", "person", ("Ann Lee", "Lee", "Ms Lee"), (HE,), 0.8)

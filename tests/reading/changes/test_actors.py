"""Merging and splitting actors, and moving what they are called."""

from __future__ import annotations

from dataclasses import replace

import pytest

from opedtui.model.records import Actor, Alias, Mention, Relation, Role
from opedtui.reading.changes.actors import (
    hand_over,
    mentions_of,
    merge,
    new_actor,
    split,
)
from opedtui.reading.changes.errors import ChangeError
from opedtui.reading.library import Library
from tests.making import (
    a_claim,
    a_document,
    a_library,
    a_mention,
    a_note,
    a_relation,
    an_actor,
    bundled_library,
    ref,
    words,
)
from tests.reading.changes.soundness import NOW, dangling, misplaced

RUSSIA, AZERBAIJAN = ref("a4"), ref("a3")


def actor(library: Library, address: str) -> Actor:
    record = library[ref(address)]
    assert isinstance(record, Actor)
    return record


def test_after_merging_nothing_names_the_one_that_is_gone() -> None:
    """Voices, speakers, mentions, ties, offices: all name the other."""
    library = bundled_library()
    before = {m.span for actor in (RUSSIA, AZERBAIJAN) for m in mentions_of(library, actor)}

    change = merge(library, RUSSIA, AZERBAIJAN, NOW)

    after = library.apply(change)
    assert change.label == "merge Russia into Azerbaijan"
    assert RUSSIA not in after
    assert dangling(after) == []
    assert misplaced(after) == []
    assert {m.span for m in mentions_of(after, AZERBAIJAN)} == before
    assert all(len(set(claim.about)) == len(claim.about) for claim in after.claims)


def test_a_tie_between_the_two_goes_with_what_hangs_on_it() -> None:
    """Nobody is tied to himself."""
    library = Library(
        [
            *[an_actor(number, f"actor {number}") for number in (1, 2, 3)],
            a_document(),
            a_claim(1, words("old"), voice="a3"),
            a_relation(1, "a1", "aids", "a2"),
            a_relation(2, "c1", "undercuts", "r1"),
            a_note(1, "r1"),
            a_note(2, "r1", "a1"),
            a_relation(3, "a1", "aids", "a3"),
        ]
    )

    after = library.apply(merge(library, ref("a1"), ref("a2"), NOW))

    assert set(library) - set(after) == {ref(gone) for gone in ("a1", "r1", "r2", "n1")}
    assert [(str(r.source), str(r.target)) for r in after.relations] == [("a2", "a3")]
    assert after.notes[0].on == (ref("a2"),)


def test_of_ties_and_mentions_that_have_become_the_same_one_stays() -> None:
    """With the words of both, and with what was on either of them."""
    library = Library(
        [
            *[an_actor(number, f"actor {number}") for number in (1, 2, 3)],
            a_document(),
            a_claim(1, words("old"), voice="a3"),
            a_relation(1, "a1", "at-odds-with", "a3", spans=(words("wrong"),)),
            a_relation(2, "a3", "at-odds-with", "a2", spans=(words("warned"),)),
            a_relation(3, "c1", "undercuts", "r1"),
            a_relation(4, "c1", "undercuts", "r2"),
            a_mention(1, "a1", words("She")),
            a_mention(2, "a2", words("She")),
            a_note(1, "r1"),
        ]
    )

    after = library.apply(merge(library, ref("a1"), ref("a2"), NOW))

    odds, undercut = after.relations
    assert set(odds.spans) == {words("wrong"), words("warned")}
    assert undercut.target == odds.ref
    assert after.notes[0].on == (odds.ref,)
    assert [m.actor for m in mentions_of(after, ref("a2"))] == [ref("a2")]
    assert dangling(after) == []


def test_the_one_that_stays_takes_over_what_only_the_other_had() -> None:
    """Names, roles, tags, a country; what both had stays as it was."""
    old = an_actor(
        1,
        "the Kremlin",
        aliases=(Alias(text="Moscow", kind="metonym"), Alias(text="Russia")),
        roles=(Role(role="host"), Role(role="ally", org=ref("a2"))),
        country="RUS",
        part_of=ref("a2"),
        tags=("east",),
    )
    new = an_actor(2, "Russia", aliases=(Alias(text="Russia"),), wikidata="Q159", tags=("war",))
    new = replace(new, part_of=ref("a1"))
    library = Library([old, new])

    after = library.apply(merge(library, ref("a1"), ref("a2"), NOW)).actors[0]

    assert [alias.text for alias in after.aliases] == ["Russia", "the Kremlin", "Moscow"]
    assert (after.country, after.wikidata, after.tags) == ("RUS", "Q159", ("war", "east"))
    assert after.roles == (Role(role="host"), Role(role="ally"))
    assert after.part_of is None


def test_merging_needs_two_actors() -> None:
    """And they have to be there."""
    library = a_library()

    with pytest.raises(ChangeError, match="a1 cannot be merged into itself; choose another actor"):
        merge(library, ref("a1"), ref("a1"), NOW)
    with pytest.raises(ChangeError, match="there is no a99"):
        merge(library, ref("a99"), ref("a1"), NOW)
    with pytest.raises(ChangeError, match="c1 is no actor"):
        merge(library, ref("a1"), ref("c1"), NOW)


def test_splitting_takes_aliases_their_mentions_and_chosen_records() -> None:
    """The rest stays with the first."""
    library = bundled_library()
    claim = next(c for c in library.claims if AZERBAIJAN in c.about)

    change = split(library, AZERBAIJAN, "Baku", NOW, aliases=["Baku"], records=[claim.ref])

    after = library.apply(change)
    new = actor(after, "a33")
    assert change.label == "split Baku from Azerbaijan"
    assert (new.name, new.kind) == ("Baku", "state")
    assert {m.span.exact for m in mentions_of(after, new.ref)} == {"Baku"}
    assert "Baku" not in {m.span.exact for m in mentions_of(after, AZERBAIJAN)}
    assert "Baku" not in {alias.text for alias in actor(after, "a3").aliases}
    moved = next(c for c in after.claims if c.ref == claim.ref)
    assert new.ref in moved.about and AZERBAIJAN not in moved.about
    assert dangling(after) == []


def test_splitting_moves_only_what_is_there() -> None:
    """An alias that it has not, a record that does not name it: nothing is changed."""
    library = a_library()

    with pytest.raises(ChangeError, match="the mayor is not called “the boss”"):
        split(library, ref("a1"), "the boss", NOW, aliases=["the boss"])
    with pytest.raises(ChangeError, match=r"c5 does not name the mayor \(a1\)"):
        split(library, ref("a1"), "the boss", NOW, records=[ref("c5")])
    with pytest.raises(ChangeError, match="an actor needs a name"):
        split(library, ref("a1"), "  ", NOW)


def test_splitting_what_was_merged_gives_the_mentions_back() -> None:
    """By the names that came with it."""
    library = bundled_library()
    names = [alias.text for alias in actor(library, "a4").aliases]
    before = {m.span for m in mentions_of(library, RUSSIA) if m.span.exact in names}
    merged = library.apply(merge(library, RUSSIA, AZERBAIJAN, NOW))

    after = merged.apply(split(merged, AZERBAIJAN, "Russia", NOW, aliases=names))

    assert {m.span for m in mentions_of(after, ref("a33"))} == before


def test_aliases_and_mentions_are_handed_over_to_another_actor() -> None:
    """Together, or a mention alone."""
    library = bundled_library()
    mention = mentions_of(library, RUSSIA)[0]

    aliases = hand_over(library, RUSSIA, AZERBAIJAN, NOW, aliases=["Moscow"])
    alone = hand_over(library, RUSSIA, AZERBAIJAN, NOW, records=[mention.ref])

    after = library.apply(aliases)
    assert aliases.label == "hand “Moscow” over from Russia to Azerbaijan"
    assert "Moscow" in {m.span.exact for m in mentions_of(after, AZERBAIJAN)}
    assert "Moscow" not in {m.span.exact for m in mentions_of(after, RUSSIA)}
    assert Alias(text="Moscow", kind="metonym") in actor(after, "a3").aliases
    assert alone.label == "hand 1 record over from Russia to Azerbaijan"
    assert [(e.ref, e.after.actor) for e in alone.edits if isinstance(e.after, Mention)] == [
        (mention.ref, AZERBAIJAN)
    ]


def test_ties_handed_over_are_folded_and_never_lead_to_themselves() -> None:
    """A tie that the other has already is not told twice; one between the two is refused."""
    ties = [
        a_relation(7, "a1", "at-odds-with", "a3"),
        a_relation(8, "a2", "at-odds-with", "a3"),
        a_relation(9, "a1", "allied-with", "a2"),
    ]
    library = Library([*a_library().values(), *ties])

    after = library.apply(hand_over(library, ref("a1"), ref("a2"), NOW, records=[ref("r7")]))

    assert (ref("r7") in after, ref("r8") in after) in ((True, False), (False, True))
    assert dangling(after) == []
    with pytest.raises(ChangeError, match="r9 would tie the engineers to itself"):
        hand_over(library, ref("a1"), ref("a2"), NOW, records=[ref("r9")])
    with pytest.raises(ChangeError, match="a2 would tie the engineers to itself"):
        hand_over(library, ref("a3"), ref("a2"), NOW, records=[ref("a2")])
    with pytest.raises(ChangeError, match="has them already"):
        hand_over(library, ref("a1"), ref("a1"), NOW)


def test_a_new_actor_is_called_by_its_name() -> None:
    """Which is its first alias, without blanks around it."""
    change = new_actor(a_library(), " Anna  Berg ", NOW, kind="x-ghost")

    made = change.edits[0].after
    assert isinstance(made, Actor)
    assert (str(made.ref), made.name, made.kind) == ("a5", "Anna Berg", "x-ghost")
    assert made.aliases == (Alias(text="Anna Berg"),)


def test_relations_are_of_the_kept_kind() -> None:
    """A relation that ends at the merged actor keeps everything else."""
    library = a_library()

    after = library.apply(merge(library, ref("a3"), ref("a4"), NOW))

    warning = after[ref("r4")]
    assert isinstance(warning, Relation)
    assert warning == library[ref("r4")]
    assert actor(after, "a2").part_of == ref("a4")

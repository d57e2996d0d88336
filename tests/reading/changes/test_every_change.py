"""What holds of every change to the bundled store, one after another."""

from __future__ import annotations

import random
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from opedtui.errors import OpedError
from opedtui.model.changes import Change
from opedtui.model.records import Document, Record
from opedtui.model.refs import Kind, Ref
from opedtui.model.vocabulary import CLAIM_KINDS, RELATIONS, STATUSES
from opedtui.reading.changes import actors, fields, many, marking, relating, removing, spans, texts
from opedtui.reading.changes.rewriting import spans_in
from opedtui.reading.library import Library
from tests.making import bundled_library
from tests.reading.changes.correcting import Corrected
from tests.reading.changes.soundness import NOW, dangling, misplaced

DOC = Ref(Kind.DOCUMENT, 1)


class Reader:
    """Somebody who does anything that can be done."""

    def __init__(self, library: Library, chance: random.Random) -> None:
        self.library, self.chance = library, chance

    def any(self, *kinds: Kind) -> Ref:
        refs = [ref for ref in self.library if not kinds or ref.kind in kinds]
        return self.chance.choice(refs)

    def somewhere(self) -> tuple[int, int]:
        text = self.document.text
        start = self.chance.randrange(len(text))
        return start, start + self.chance.randint(1, 200)

    @property
    def document(self) -> Document:
        return self.library.documents[0]

    def marks(self) -> Change:
        span = marking.span_of(self.library, DOC, *self.somewhere())
        new = (marking.new_claim, marking.new_quote, marking.new_event, marking.new_mention)
        return self.chance.choice(new)(self.library, span, NOW)

    def notes(self) -> Change:
        return marking.new_note(self.library, self.any(), "Is it so?", NOW)

    def sets(self) -> Change:
        kind = self.chance.choice(CLAIM_KINDS.words)
        values: dict[str, object] = {"kind": kind, "voice[+]": f"{self.any(Kind.ACTOR)} (direct)"}
        return fields.set_fields(self.library, self.any(Kind.CLAIM), values, NOW)

    def relates(self) -> Change:
        kind = self.chance.choice(list(RELATIONS.values()))
        source = self.any(*map(Kind, kind.sources))
        target = self.any(*map(Kind, kind.targets))
        return relating.relate(self.library, source, kind.name, target, NOW)

    def merges(self) -> Change:
        return actors.merge(self.library, self.any(Kind.ACTOR), self.any(Kind.ACTOR), NOW)

    def splits(self) -> Change:
        actor = self.library[self.any(Kind.ACTOR)]
        aliases = [
            a["text"] for a in actor.to_dict().get("aliases", ()) if self.chance.random() < 0.5
        ]
        naming = [r.ref for r in self.library.referring(actor.ref) if self.chance.random() < 0.3]
        return actors.split(
            self.library, actor.ref, "somebody else", NOW, aliases=aliases, records=naming
        )

    def hands_over(self) -> Change:
        actor = self.library[self.any(Kind.ACTOR)]
        mentions = [m.ref for m in actors.mentions_of(self.library, actor.ref)]
        some = [ref for ref in mentions if self.chance.random() < 0.5]
        heir = self.any(Kind.ACTOR)
        return actors.hand_over(self.library, actor.ref, heir, NOW, records=some)

    def deletes(self) -> Change:
        return removing.delete(self.library, [self.any(), self.any()], NOW)

    def moves(self) -> Change:
        record = self.library[self.any()]
        old = self.chance.choice(spans_in(record) or (None,))
        new = marking.span_of(self.library, DOC, *self.somewhere())
        if old is None:
            return spans.add_span(self.library, record.ref, new, NOW)
        return spans.move_span(self.library, record.ref, old, new, NOW)

    def replaces(self) -> Change:
        after = Corrected(self.document.text, self.chance)
        after.lose_letters(0.05)
        after.leave_out(*self.somewhere())
        return texts.replace_text(self.library, DOC, after.text, NOW).change

    def changes_many(self) -> Change:
        refs = [self.any() for _ in range(5)]
        return many.set_many(self.library, refs, "status", self.chance.choice(STATUSES.words), NOW)


DEEDS = [
    Reader.marks,
    Reader.notes,
    Reader.sets,
    Reader.relates,
    Reader.merges,
    Reader.splits,
    Reader.hands_over,
    Reader.deletes,
    Reader.moves,
    Reader.replaces,
    Reader.changes_many,
]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(DEEDS), min_size=1, max_size=6), st.integers(0, 10**6))
def test_every_change_can_be_taken_back_and_leaves_nothing_dangling(
    deeds: list[Callable[[Reader], Change]], seed: int
) -> None:
    """Applied and inverted it gives the same library; every span holds or is told to be lost."""
    library, chance = bundled_library(), random.Random(seed)
    for deed in deeds:
        try:
            change = deed(Reader(library, chance))
        except (OpedError, IndexError):
            continue
        after = library.apply(change)

        assert after.apply(change.inverse()) == library
        assert len({edit.ref for edit in change.edits}) == len(change.edits)
        assert all(edit.before != edit.after for edit in change.edits)
        assert change.label and "\n" not in change.label
        assert dangling(after) == []
        _check_places(after)
        library = after


def _check_places(library: Library) -> None:
    """A span that does not hold has no characters, and is among the orphans."""
    lost = [(ref, span) for ref, span in misplaced(library)]

    assert all(span.start == span.end for _, span in lost)
    if library.documents:
        assert {(o.ref, o.span) for o in texts.orphans(library)} == set(lost)


def test_the_stamps_are_those_that_the_caller_gave() -> None:
    """A new record has both; a changed one keeps when it was made."""
    library = bundled_library()
    claim: Record = library.claims[0]

    change = fields.set_field(library, claim.ref, "kind", "value", NOW)
    new = marking.new_note(library, claim.ref, "Hm.", NOW)

    after, note = change.edits[0].after, new.edits[0].after
    assert after and note
    assert (after.created, after.modified) == (claim.created, NOW)
    assert (note.created, note.modified) == (NOW, NOW)

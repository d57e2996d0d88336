"""Choosing words in the text, and making records of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from rich.text import Text
from textual import on, work
from textual.getters import query_one
from textual.reactive import var

from ...model.changes import Change
from ...model.records import Mention, Record
from ...model.refs import Kind, Ref
from ...model.spans import Span
from ...model.stretch import Stretch
from ...reading.changes.errors import ChangeError
from ...reading.changes.named import name_of, words_of
from ...reading.changes.removing import delete
from ...reading.changes.spans import add_span, move_span, remove_span
from ...reading.library import Library
from ...reading.places import Place, place_of
from ...render.labels import label
from ...render.visible import visible
from ..messages import Choose
from ..panes.source import SourceView
from ..saving import now
from .changing import READ_ONLY, Changing

if TYPE_CHECKING:
    from ...reading.changes.choosing import Edge, Unit

# What looks for sentences, cues and dates is loaded when words are chosen or marked: a start
# need not wait for it.

NO_WORDS = "There are no words here; go to some first"


class Marking(Changing):
    """The cursor preselects the words that are most likely meant; the reader may choose others."""

    selection: var[Stretch | None] = var(None)
    """The words that the reader chose; None while nobody is choosing."""

    held: var[Place | None] = var(None)
    """Where the reader was before choosing words, if there is a record."""

    source = query_one("#source", SourceView)

    @property
    def _text(self) -> str:
        document = self.library.document(self.place.doc) if self.place else None
        return document.text if document else ""

    # Choosing words.

    def action_select(self) -> None:
        """Begin with the sentence; then the next smaller whole at the cursor, down to the word."""
        if self.selection is None:
            self._begin_selection(self._preselected(Kind.CLAIM))
        else:
            from ...reading.changes.choosing import narrowed

            self.selection = narrowed(self._text, self.selection, self.source.cursor)

    def _begin_selection(self, words: Stretch | None) -> None:
        self.held = self.place if self.place and self.place.ref else None
        self.selection = words

    def action_widen(self) -> None:
        """The next larger whole around the words."""
        from ...reading.changes.choosing import widened

        if self.selection:
            self.selection = widened(self._text, self.selection)

    def action_stretch(self, edge: Edge, step: int, unit: Unit) -> None:
        from ...reading.changes.choosing import stretched

        if self.selection:
            self.selection = stretched(self._text, self.selection, edge, step, unit)

    def end_selection(self) -> None:
        self.selection = None

    def follow_cursor(self) -> None:
        """A cursor that has left the chosen words chooses anew."""
        if self.selection and not self.selection.holds(self.source.cursor):
            self.selection = self._preselected(Kind.CLAIM)

    @on(Choose)
    def _choose(self, event: Choose) -> None:
        from ...reading.preselecting import whole_words

        words = whole_words(self._text, event.words)
        if self.selection is None:
            self._begin_selection(words)
        else:
            self.selection = words

    def _preselected(self, kind: Kind) -> Stretch | None:
        from ...reading.preselecting import preselected

        document = self.library.document(self.place.doc) if self.place else None
        return preselected(document, self.source.cursor, kind) if document else None

    # Making records.

    def action_code(self, letter: str) -> None:
        """The chosen words, else the ones that are most likely meant, as a record of this kind."""
        kind = Kind(letter)
        words = self.selection or self._preselected(kind)
        if not self.place or not words:
            self.say(NO_WORDS)
        elif kind is Kind.NOTE:
            self._write_note(_span(self.library, self.place.doc, words))
        else:
            self._mark(kind, self.place.doc, words)

    @work(exit_on_error=False)
    async def _mark(self, kind: Kind, doc: Ref, words: Stretch) -> None:
        from ...reading.changes.marking import MAKERS

        make = MAKERS[kind]
        change = await self.save(lambda library: make(library, _span(library, doc, words), now()))
        if change:
            self._take_in_hand(change)

    def action_move_here(self) -> None:
        self._stand_here(move_span)

    def action_stand_here_too(self) -> None:
        self._stand_here(lambda library, ref, old, new, now: add_span(library, ref, new, now))

    @work(exit_on_error=False)
    async def _stand_here(self, put: Put) -> None:
        """The record that was at hand stands on the chosen words, and is at hand again."""
        held, words = self.held, self.selection
        if not held or not words:
            return
        change = await self.save(lambda library: _put_here(library, held, words, put))
        if change:
            self.selection = None
            self.arrive(Place(held.doc, *words, held.ref))

    @work(exit_on_error=False)
    async def leave_words(self, place: Place) -> None:
        """The record stands on its other words only."""
        await self.save(lambda library: _without_words(library, place))

    def _take_in_hand(self, change: Change) -> None:
        """What was made is where the reader is."""
        made = [edit.after for edit in change.edits if edit.after and not edit.before]
        self.selection = None
        if made and self.place:
            self.arrive(_place_of(self.library, made[-1], self.place))

    def arrive(self, place: Place) -> None:
        """The reader is here now."""
        self.place = self.sight = place

    def action_note(self) -> None:
        """On the record in sight, or on the words where there is none."""
        ref = self.sight.ref if self.sight else None
        if ref:
            self._write_note(ref)
        else:
            self.action_code(Kind.NOTE)

    def _write_note(self, on: Span | Ref) -> None:
        from ...reading.changes.marking import new_note
        from .note import NoteScreen

        async def keep(body: str) -> bool:
            change = await self.save(lambda library: new_note(library, on, body, now()))
            if change and isinstance(on, Span):
                self._take_in_hand(change)
            return change is not None

        if self._saver is None:
            self.say(READ_ONLY)
        else:
            self.app.push_screen(NoteScreen(self._named(on), self.palette, keep))

    def _named(self, on: Span | Ref) -> Text:
        words = words_of(on) if isinstance(on, Span) else f"{on}  {label(self.library, on)}"
        return Text(visible(words), self.palette.strong)


Put = Callable[[Library, Ref, Span, Span, str], Change]


def _span(library: Library, doc: Ref, words: Stretch) -> Span:
    from ...reading.changes.marking import span_of

    return span_of(library, doc, *words)


def _put_here(library: Library, held: Place, words: Stretch, put: Put) -> Change:
    ref, old = _standing(library, held)
    return put(library, ref, old, _span(library, held.doc, words), now())


def _without_words(library: Library, held: Place) -> Change:
    """A mention has no other words: it goes."""
    ref, span = _standing(library, held)
    if ref.kind is not Kind.MENTION:
        return remove_span(library, ref, span, now())
    assert held.ref, "somebody is mentioned"
    label = f"take {words_of(span)} from {name_of(library[held.ref])}"
    return replace(delete(library, ref, now()), label=label)


def _standing(library: Library, held: Place) -> tuple[Ref, Span]:
    """What stands on the words: of an actor it is the mention."""
    ref, spans = held.ref, library.spans(held.ref) if held.ref else ()
    here = (s for s in spans if (s.doc, s.start, s.end) == (held.doc, held.start, held.end))
    span = next(here, spans[0] if spans else None)
    if ref is None or span is None:
        raise ChangeError(f"{ref} stands on no words")
    mentions = (record for record in library.values() if isinstance(record, Mention))
    return next((m.ref for m in mentions if (m.actor, m.span) == (ref, span)), ref), span


def _place_of(library: Library, record: Record, here: Place) -> Place:
    """A mention is looked at for its actor."""
    if isinstance(record, Mention):
        return Place(record.span.doc, record.span.start, record.span.end, record.actor)
    return place_of(library, record.ref, here)

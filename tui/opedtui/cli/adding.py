"""One text after another into a store, and what became of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from ..drafting.bringing import Brought
from ..drafting.documents import Page
from ..drafting.draft import Draft
from ..drafting.linking import suggested
from ..drafting.records import added, drafts_in, title_of
from ..drafting.versions import Version, version_of
from ..errors import OpedError
from ..model.changes import Change
from ..model.frozen import frozen
from ..model.records import Actor, Document
from ..model.refs import Kind
from ..reading.changes.named import counted
from ..reading.changes.texts import replace_text
from ..render.sheets import Sheet
from .changing import Make, now, save_only
from .opened import Opened
from .streams import agreed, can_ask

if TYPE_CHECKING:
    from rich.console import RenderableType

    from ..render.palette import Palette

MOST_SUGGESTED = 3
UPDATE, ANYWAY = "update", "anyway"
"""What may be said beforehand of a text that is another version of one that is there."""


@frozen
class Outcome:
    """What became of one source."""

    source: str
    fate: str
    """added, updated, there, like or failed."""
    ref: str = ""
    """The document."""
    title: str = ""
    drafts: int = 0
    remarks: tuple[str, ...] = ()
    fault: str = ""


@frozen
class Outcomes:
    """All of them, in the order of the sources."""

    each: tuple[Outcome, ...]

    def lines(self) -> Iterator[str]:
        """`added⇥d3⇥41 drafts⇥column.txt⇥title; remarks`; what failed is told apart."""
        return self._sheet.lines()

    def drawn(self, palette: Palette, width: int) -> RenderableType:
        return self._sheet.drawn(palette, width)

    def data(self) -> list[dict[str, Any]]:
        """Every field of each."""
        return [
            {
                "source": one.source,
                "fate": one.fate,
                "ref": one.ref or None,
                "title": one.title,
                "drafts": one.drafts,
                "remarks": list(one.remarks),
            }
            | ({"fault": one.fault} if one.fault else {})
            for one in self.each
        ]

    @property
    def _sheet(self) -> Sheet:
        rows = (
            (one.fate, one.ref, counted(one.drafts, "draft"), one.source, "; ".join(_said(one)))
            for one in self.each
            if not one.fault
        )
        return Sheet(("fate", "doc", "drafts", "from", "what"), tuple(rows))


def _said(outcome: Outcome) -> Iterator[str]:
    yield outcome.title
    yield from outcome.remarks


class Adding:
    """A store that grows by one document at a time."""

    def __init__(self, opened: Opened, flags: frozenset[str]) -> None:
        self._opened = opened
        self._flags = flags

    @property
    def sums(self) -> set[str]:
        """Of the texts that are there."""
        return {document.text_sha256 for document in self._opened.library.documents}

    def add(self, brought: Brought) -> Outcome:
        """Store it, unless it is there; what cannot be stored is told like what cannot be read."""
        if brought.page is None:
            return Outcome(brought.source, "failed", fault=brought.fault)
        try:
            version = version_of(brought.page.text, brought.page.url, self._documents)
            if version and ANYWAY not in self._flags:
                return self._again(brought.page, version)
            return self._added(brought.page, brought.draft)
        except OpedError as error:
            return Outcome(brought.source, "failed", fault=f"{brought.source}: {error}")

    @property
    def _documents(self) -> tuple[Document, ...]:
        return self._opened.library.documents

    def _added(self, page: Page, found: Draft | None) -> Outcome:
        assert found, "what is new was drafted"
        known = self._opened.library.actors
        change = self._saved(lambda opened: _change(opened, page, found))
        document = change.edits[0].ref
        drafts = sum(1 for record in drafts_in(change) if record.ref.kind is not Kind.MENTION)
        return Outcome(
            page.source,
            "added",
            str(document),
            title_of(page),
            drafts,
            (*_remarks(page, found), *_suggestions(known, change)),
        )

    def _again(self, page: Page, version: Version) -> Outcome:
        """The same text needs nothing; another version of it becomes its text if that is wanted."""
        document = version.document
        if version.is_same:
            return Outcome(page.source, "there", str(document.ref), document.title)
        if not self._is_wanted(page, version):
            advice = (
                f"{version.share:.0%} of its words are in {document.ref};"
                " --update makes it the text of that, --anyway adds it beside it"
            )
            return Outcome(page.source, "like", str(document.ref), document.title, 0, (advice,))
        self._saved(lambda o: replace_text(o.library, document.ref, page.text, now()).change)
        return Outcome(page.source, "updated", str(document.ref), document.title, 0, page.remarks)

    def _is_wanted(self, page: Page, version: Version) -> bool:
        if UPDATE in self._flags or not can_ask():
            return UPDATE in self._flags
        document = version.document
        return agreed(
            f"{page.source} is like {document.ref}, {document.title}"
            f" ({version.share:.0%} of its words); is it the corrected text of that?"
        )

    def _saved(self, make: Make) -> Change:
        change = save_only(self._opened, make)
        library = self._opened.library.apply(change)
        contents = replace(self._opened.contents, records=tuple(library.values()))
        self._opened = replace(self._opened, contents=contents)
        return change


def _change(opened: Opened, page: Page, found: Draft) -> Change:
    return added(page, found, opened.library.whole.actors, opened.store.free_ref, now())


def _suggestions(known: Sequence[Actor], change: Change) -> Iterator[str]:
    """Whom the reader may want to merge; a few are enough for a line."""
    drafted = (record for record in drafts_in(change) if isinstance(record, Actor))
    for new, like in islice(suggested(known, drafted), MOST_SUGGESTED):
        yield f"{new.ref} {new.name} may be {like.ref} {like.name}"


def _remarks(page: Page, found: Draft) -> Iterator[str]:
    yield from page.remarks
    if waiting := sum(date.date is None for date in found.dates):
        yield f"{counted(waiting, 'date')} cannot be told without --published"

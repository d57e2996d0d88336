"""The way from the screen to the store: one write after another, off the screen's thread."""

from __future__ import annotations

from asyncio import Lock, to_thread
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple, Protocol

from ..errors import OpedError
from ..model.changes import Change, Edit
from ..reading.changes.errors import ChangeError
from ..reading.changes.numbering import numbered
from ..reading.library import Library
from ..store.contents import Contents
from ..store.errors import Conflict, StoreError
from ..store.history import History
from ..store.store import Archive, News

Shown = Callable[[], Library]
"""What the screen shows, when it is the turn of a write."""
Make = Callable[[Library], Change]
"""What the reader does to a library."""
TRIES = 3
"""For a ref that another program took first."""


class Folding(Archive, Protocol):
    """An archive that has a file to be brought up to date."""

    @property
    def notices(self) -> list[str]:
        """What the reader should be told; whoever tells it empties the list."""

    def fold(self) -> bool:
        """Bring the file up to date."""


class Written(NamedTuple):
    """What was saved, and the library with it."""

    change: Change
    library: Library


def now() -> str:
    """For the stamps of records."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class Saver:
    """Writes and asks for news, each in its turn, so that all is shown in the order of the store.

    Nothing is lost: a change that could not be saved is kept, to be tried again.
    """

    def __init__(self, archive: Folding) -> None:
        self.archive = archive
        self.unsaved: Change | None = None
        """The last change that could not be saved."""
        self.failure: StoreError | None = None
        """Why not."""
        self._turn, self._fold_turn = Lock(), Lock()

    async def save(self, shown: Shown, make: Make) -> Written:
        """Make a change of what is shown then, and save it; OpedError when it cannot be."""
        return await self._write(shown, lambda: self._saved(shown, make))

    async def save_again(self, shown: Shown) -> Written:
        """The change that could not be saved, whatever the records are by now."""
        unsaved = self.unsaved
        if unsaved is None:
            raise ChangeError("everything is saved")
        return await self.save(shown, lambda library: upon(library, unsaved))

    async def undo(self, shown: Shown) -> Written:
        return await self._write(shown, self.archive.undo)

    async def redo(self, shown: Shown) -> Written:
        return await self._write(shown, self.archive.redo)

    async def go_back_to(self, shown: Shown, seq: int) -> Written:
        return await self._write(shown, lambda: self.archive.go_back_to(seq))

    async def history(self) -> History:
        return await to_thread(lambda: self.archive.history)

    async def news(self, shown: Shown) -> Library | None:
        """The library with what others changed; None if they did nothing."""
        if self._turn.locked():
            return None
        async with self._turn:
            news = await to_thread(self.archive.news)
            return None if news is None else with_news(shown(), news)

    async def fold(self) -> None:
        """Bring the file up to date, while saving goes on."""
        async with self._fold_turn:
            await to_thread(self.archive.fold)

    async def settle(self) -> None:
        """Wait until all that was asked for so far is written."""
        async with self._turn:
            return

    def close(self) -> None:
        """The file is up to date when the program ends; if it cannot be, the journal has it all."""
        with suppress(OpedError):
            self.archive.fold()

    def notices(self) -> Iterator[str]:
        """What the store has to say, once."""
        while self.archive.notices:
            yield self.archive.notices.pop(0)

    async def _write(self, shown: Shown, act: Callable[[], Change]) -> Written:
        async with self._turn:
            return await to_thread(self._written, shown, act)

    def _written(self, shown: Shown, act: Callable[[], Change]) -> Written:
        change = act()
        return Written(change, self._after(change, shown()))

    def _after(self, change: Change, library: Library) -> Library:
        """What others wrote in between comes along, and before what was written now."""
        news = self._news()
        if news and not isinstance(news, Contents) and _overlap(change, news):
            news = self.archive.load()
        after = with_news(library, news) if news else library
        return after if isinstance(news, Contents) else after.apply(change)

    def _news(self) -> News:
        """The change is saved, even if the file cannot be read any more."""
        try:
            return self.archive.news()
        except StoreError as error:
            self.archive.notices.append(str(error))
            return None

    def _saved(self, shown: Shown, make: Make) -> Change:
        for attempt in range(TRIES):
            change = numbered(make(shown()), self.archive.free_ref)
            if not change.edits:
                raise ChangeError(f"“{change.label}” changes nothing")
            try:
                self._save(change)
                break
            except Conflict as error:
                if error.mine.before or attempt == TRIES - 1:
                    raise
        return change

    def _save(self, change: Change) -> None:
        try:
            self.archive.save(change)
        except StoreError as error:
            self.unsaved, self.failure = change, error
            raise
        self.unsaved = self.failure = None


def with_news(library: Library, news: tuple[Change, ...] | Contents) -> Library:
    """The library after what others did."""
    if isinstance(news, Contents):
        return Library(news.records)
    for change in news:
        library = library.apply(change)
    return library


def upon(library: Library, change: Change) -> Change:
    """The change made again, upon the records as they are now; a new record stays a new one."""
    edits = (
        Edit(library.get(edit.ref) if edit.before else None, edit.after) for edit in change.edits
        if edit.after or edit.ref in library
    )  # fmt: skip
    return replace(change, edits=tuple(edits))


def _overlap(change: Change, news: tuple[Change, ...]) -> bool:
    mine = {edit.ref for edit in change.edits}
    return any(edit.ref in mine for other in news for edit in other.edits)

"""A full-text index of a library, in memory; and the same answers without one."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby, islice
from typing import NamedTuple

from ...model.refs import Ref
from ..library import Library
from .entries import Entry, Shelf, entries_of, entries_on
from .folding import folded
from .query import Query

MOST = 40
"""Finds of one shelf that are shown; nobody reads more before typing another letter."""
CHUNK = 400
"""Entries that are indexed before somebody who asks is listened to."""
EVERY_SHELF = tuple(Shelf)
NAMED = (Shelf.ACTOR, Shelf.DOCUMENT)
"""Whose entries are names, so that it counts whether one begins with the words."""


class Find(NamedTuple):
    """An entry, and how well it fits; the least is the best."""

    rung: int
    row: int
    entry: Entry


class Answer(NamedTuple):
    """The best finds, and whether there are more of them or may still be."""

    finds: tuple[Find, ...] = ()
    has_more: bool = False
    is_whole: bool = True
    """False while the index is still being built."""


def scanned(
    library: Library, query: Query, shelves: Collection[Shelf] = EVERY_SHELF, limit: int = MOST
) -> Answer:
    """The answer of a single question: looking at everything once is less than indexing it."""
    every = (
        Find(_counted(rung, entry, query), entry.row, entry)
        for shelf in Shelf
        if shelf in shelves
        for entry in entries_on(library, shelf)
        if (rung := query.rung_of(entry.text)) is not None
    )
    best = once_each(sorted(every))
    return Answer(tuple(best[:limit]), len(best) > limit)


def _counted(rung: int, entry: Entry, query: Query) -> int:
    """That a sentence begins with the words makes it no better."""
    if entry.shelf in NAMED or not query.rungs[rung].begins:
        return rung
    compared = folded(entry.text, cased=query.is_cased)
    ways = enumerate(query.rungs)
    return next(
        at
        for at, way in ways
        if not way.begins and all(term.pattern.search(compared) for term in way.terms)
    )


def once_each(finds: Sequence[Find]) -> list[Find]:
    """A record that is found by two of its names is found once."""
    seen: set[object] = set()
    kept = []
    for find in finds:
        key = find.row if find.entry.shelf is Shelf.TEXT else find.entry.ref
        if key not in seen:
            seen.add(key)
            kept.append(find)
    return kept


class _Table:
    """An FTS5 table of one shelf; rows have the order in which they are shown."""

    def __init__(self, db: sqlite3.Connection, shelf: Shelf, *, cased: bool) -> None:
        self.name = f"{shelf.word}_{'cased' if cased else 'plain'}"
        self._db, self._cased = db, cased
        # A capital is two letters in a table with case.
        prefixes = "2 3 4" if cased else "1 2 3"
        db.execute(
            f"CREATE VIRTUAL TABLE {self.name} USING fts5(text, content='', columnsize=0,"
            f" prefix='{prefixes}', tokenize='unicode61 remove_diacritics 0')"
        )

    def add(self, entries: Iterable[tuple[int, Entry]]) -> None:
        self._db.executemany(
            f"INSERT INTO {self.name}(rowid, text) VALUES (?, ?)", self._folded(entries)
        )

    def remove(self, entries: Iterable[tuple[int, Entry]]) -> None:
        self._db.executemany(
            f"INSERT INTO {self.name}({self.name}, rowid, text) VALUES ('delete', ?, ?)",
            self._folded(entries),
        )

    def _folded(self, entries: Iterable[tuple[int, Entry]]) -> Iterator[tuple[int, str]]:
        return ((row, folded(entry.text, cased=self._cased)) for row, entry in entries)

    def rows(self, match: str, most: int, stretch: range | None = None) -> list[int]:
        """The first rows that fit, of all or of some of them."""
        first, last = (stretch.start, stretch.stop) if stretch else (0, 2**62)
        found = self._db.execute(
            f"SELECT rowid FROM {self.name} WHERE {self.name} MATCH ?"
            " AND rowid >= ? AND rowid < ? ORDER BY rowid LIMIT ?",
            (match, first, last, most),
        )
        return [row for (row,) in found]


class Index:
    """Built piece by piece and brought up to date, all by one thread."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._db = sqlite3.connect(":memory:", isolation_level=None)
        self._db.execute("BEGIN")
        self._entries: dict[int, Entry] = {}
        self._rows: dict[Ref, list[int]] = defaultdict(list)
        self._tables = {False: {s: _Table(self._db, s, cased=False) for s in Shelf}}
        self._work = self._build()
        self.is_whole = False

    def close(self) -> None:
        self._db.close()

    def go_on(self) -> bool:
        """A little of the work that is left; False when there is none."""
        self.is_whole = next(self._work, None) is None
        return not self.is_whole

    def finish(self) -> None:
        while self.go_on():
            pass

    def _build(self) -> Iterator[bool]:
        for shelf in Shelf:
            placed: list[tuple[int, Entry]] = []
            for some in _chunks(self._placed(entries_on(self._library, shelf))):
                placed += some
                yield True
            placed.sort()
            for some in _chunks(iter(placed)):
                self._tables[False][shelf].add(some)
                yield True

    def _placed(self, entries: Iterator[Entry]) -> Iterator[tuple[int, Entry]]:
        """Each entry at a row of its own."""
        for entry in entries:
            row = entry.row
            while row in self._entries:
                row += 1
            self._entries[row] = entry
            self._rows[entry.ref].append(row)
            yield row, entry

    def _build_with_case(self) -> Iterator[bool]:
        """Only readers who type capitals need it."""
        for some in _chunks(iter(sorted(self._entries.items()))):
            for shelf, entries in _shelved(some):
                self._tables[True][shelf].add(entries)
            yield True

    def update(self, library: Library) -> None:
        """Other records. What is still to be indexed is indexed first."""
        self.finish()
        before, self._library = self._library, library
        changed, gone = library.changed_since(before)
        self._forget([*changed, *gone])
        placed = [
            pair for ref in changed for pair in self._placed(entries_of(library, library[ref]))
        ]
        for shelf, entries in _shelved(sorted(placed)):
            for tables in self._tables.values():
                tables[shelf].add(entries)

    def _forget(self, refs: Sequence[Ref]) -> None:
        placed = [(row, self._entries.pop(row)) for ref in refs for row in self._rows.pop(ref, ())]
        for shelf, entries in _shelved(sorted(placed)):
            for tables in self._tables.values():
                tables[shelf].remove(entries)

    def find(self, query: Query, here: Ref | None = None, most: int = MOST) -> Answer:
        """The best of every shelf; passages of the document at hand before those of others."""
        tables = self._tables_for(query)
        finds: list[Find] = []
        has_more = False
        for shelf, table in tables.items():
            found = self._on_shelf(table, query, shelf, here, most)
            has_more |= len(found) > most
            finds += found[:most]
        return Answer(tuple(once_each(sorted(finds))), has_more, self.is_whole)

    def _tables_for(self, query: Query) -> dict[Shelf, _Table]:
        if query.is_cased and True not in self._tables:
            self.finish()
            self._tables[True] = {s: _Table(self._db, s, cased=True) for s in Shelf}
            self._work, self.is_whole = self._build_with_case(), False
        return self._tables[query.is_cased]

    def _on_shelf(
        self, table: _Table, query: Query, shelf: Shelf, here: Ref | None, most: int
    ) -> list[Find]:
        """One more than wanted, if there are more.

        What fits anyhow is asked for first: if that is little, nothing better need be looked for.
        """
        any_way = query.for_index(query.rungs[-1])
        near = self._near(table, any_way, here, most) if shelf is Shelf.TEXT else []
        rows = table.rows(any_way, most + 1)
        if len(rows) <= most:
            return sorted(self._weighed(query, row, here) for row in dict.fromkeys(near + rows))
        rungs: dict[int, int] = {}
        for rung, way in enumerate(query.rungs[:-1]):
            if len(rungs) <= most and (shelf in NAMED or not way.begins):
                for row in table.rows(query.for_index(way), most + 1):
                    rungs.setdefault(row, rung)
        for row in rows:
            rungs.setdefault(row, len(query.rungs) - 1)
        finds = {row: self._find(row, rung, here) for row, rung in rungs.items()}
        finds |= {row: self._weighed(query, row, here) for row in near}
        return sorted(finds.values())[: most + 1]

    def _near(self, table: _Table, match: str, here: Ref | None, most: int) -> list[int]:
        """In the document at hand."""
        if here is None:
            return []
        start = Entry(Shelf.TEXT, here, "").row
        return table.rows(match, most, range(start, start + 2**26))

    def _weighed(self, query: Query, row: int, here: Ref | None) -> Find:
        entry = self._entries[row]
        rung = query.rung_of(entry.text)
        last = len(query.rungs) - 1
        return self._find(row, last if rung is None else _counted(rung, entry, query), here)

    def _find(self, row: int, rung: int, here: Ref | None) -> Find:
        entry = self._entries[row]
        is_near = entry.shelf is Shelf.TEXT and entry.ref == here
        return Find(rung, row - 2**58 if is_near else row, entry)


def _chunks(entries: Iterator[tuple[int, Entry]]) -> Iterator[list[tuple[int, Entry]]]:
    while some := list(islice(entries, CHUNK)):
        yield some


def _shelved(
    placed: Sequence[tuple[int, Entry]],
) -> Iterator[tuple[Shelf, list[tuple[int, Entry]]]]:
    """In order by now; rows of one shelf lie side by side."""
    for shelf, entries in groupby(placed, key=lambda pair: pair[1].shelf):
        yield shelf, list(entries)

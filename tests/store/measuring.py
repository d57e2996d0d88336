"""What an acknowledged edit costs in a store of a thousand and of a hundred thousand records.

    python -m tests.store.measuring [records …]

Beside it, in the same run: appending a line and syncing it, which is the floor; TinyDB's own
update of the same store; and what happens off the screen's thread, opening and folding.
"""

from __future__ import annotations

import gc
import os
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from statistics import median

import orjson
import tinydb

from opedtui.model.changes import Change, Edit
from opedtui.model.records import Claim
from opedtui.model.refs import Kind
from opedtui.store.store import Store
from tests.making import a_claim, a_library, ref, tables_of, words

EDITS = 200
TINYDB_EDITS = 5


def a_large_store(folder: Path, records: int) -> Path:
    """The small library, and as many claims as are wanted."""
    here = words("The engineers warned her")
    claims = [a_claim(number, here, text=f"Claim {number}. " * 4) for number in range(6, records)]
    tables = tables_of([*a_library().values(), *claims])
    path = folder / "db.json"
    path.write_bytes(orjson.dumps(tables, option=orjson.OPT_INDENT_2) + b"\n")
    return path


class Measured:
    """One store, and what each thing done to it takes, in milliseconds."""

    def __init__(self, folder: Path, records: int) -> None:
        self.records = records
        self.path = a_large_store(folder, records)
        self.store = Store(self.path)
        self.floor_file = os.open(folder / "floor", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        self.times: dict[str, list[float]] = defaultdict(list)
        self.time("load", self.load)
        self.time("first edit", self.edit)

    def time(self, name: str, work: Callable[[], object]) -> None:
        start = time.perf_counter()
        work()
        self.times[name].append((time.perf_counter() - start) * 1000)

    def load(self) -> None:
        claims = {r.ref: r for r in self.store.load().records if isinstance(r, Claim)}
        self.claim = claims[ref("c1")]

    def edit(self) -> None:
        """From Enter to the edit acknowledged."""
        changed = replace(self.claim, text=f"Edit {time.time()}")
        self.store.save(Change("reword c1", (Edit(self.claim, changed),)))
        self.claim = changed

    def floor(self) -> None:
        """Appending what an entry comes to, to a file of its own, and syncing it."""
        os.write(self.floor_file, b"x" * 1200)
        os.fsync(self.floor_file)

    def round(self) -> None:
        """The parts that are short, in turn: what else the disk does disturbs them alike."""
        self.time("floor", self.floor)
        self.time("edit", self.edit)
        self.time("news", self.store.news)
        self.time("new ref", lambda: self.store.free_ref(Kind.CLAIM))

    def rest(self) -> None:
        self.time("undo", self.store.undo)
        self.time("redo", self.store.redo)
        self.time("fold", self.store.fold)
        copy = Path(shutil.copy(self.path, self.path.with_name("tiny.json")))
        with tinydb.TinyDB(copy) as db:
            claims = db.table("claims")
            for number in range(TINYDB_EDITS):
                edited = {"text": f"Edit {number}"}
                self.time("TinyDB", lambda: claims.update(edited, doc_ids=[1]))  # noqa: B023


def measure(sizes: list[int]) -> None:
    with ExitStack() as stack:
        folders = [Path(stack.enter_context(tempfile.TemporaryDirectory())) for _ in sizes]
        stores = [Measured(folder, size) for folder, size in zip(folders, sizes, strict=True)]
        gc.freeze()
        for _ in range(EDITS):
            for store in stores:
                store.round()
        for store in stores:
            store.rest()
        report(stores)


def report(stores: list[Measured]) -> None:
    """Medians, and of the edits what one in twenty exceeds."""
    for store in stores:
        print(f"{store.records} records, {store.path.stat().st_size / 1e6:.1f} MB")
        for name, times in store.times.items():
            slow = sorted(times)[len(times) * 95 // 100]
            print(f"    {name:<12}{median(times):>12.3f} ms {slow:>12.3f}")
        print(
            f"    TinyDB/edit {median(store.times['TinyDB']) / median(store.times['edit']):>12.0f}"
        )


if __name__ == "__main__":
    measure([int(size) for size in sys.argv[1:]] or [1_000, 10_000, 100_000])

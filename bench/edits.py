"""What an acknowledged edit costs in a store of a thousand and of a hundred thousand records.

    python -m bench.edits    writes docs/performance.md; exits 1 when a goal is missed

Beside it, in the same run: appending a line and syncing it, which is the floor, and TinyDB's own
update of the same store.
"""

from __future__ import annotations

import gc
import os
import platform
import shutil
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory

import tinydb
from bench.stores import make_store

from opedtui.model.changes import Change, Edit
from opedtui.model.records import Claim
from opedtui.store.store import Store

PAGE = Path(__file__).parent.parent / "docs" / "performance.md"
SIZES = (1_000, 10_000, 100_000)
EDITS = 300
TINYDB_EDITS = 3
SEED = 1

MOST_GROWTH = 1.5
"""How much more an edit may cost in the largest store than in the smallest."""
LEAST_GAIN = 50
"""How many times less it has to cost in the largest store than TinyDB's update."""

TEXT = """\
# Performance

From the Enter that ends an edit until the edit is on disk (`Store.save`, acknowledged), beside what
TinyDB's own `update` of a record in the same store takes. `opedtui` appends a line to its journal
and syncs it; TinyDB reads the file and writes it anew, without syncing. *Append and sync* is what
the disk alone takes for such a line. The stores are made by chance with the seed {seed}; their
records are op-eds with claims, quotes, mentions, relations and so on. Medians of {edits} edits, and
of {tinydb_edits} updates by TinyDB; *95 %* is what one edit in twenty exceeds.

| records | `db.json` | an edit | 95 % | append and sync | TinyDB's update | TinyDB ÷ edit |
| ---: | ---: | ---: | ---: | ---: | ---: | ---: |
{rows}

- In the largest store an edit costs {growth:.2f} times what it costs in the smallest; the goal is
  at most {most}.
- There it costs {gain:,.0f} times less than TinyDB's update; the goal is at least {least}. It costs
  {sure_gain:,.0f} times less than the processor time of that update alone, which other programs do
  not lengthen.

Measured on {date} by `make bench`, which takes a few minutes and writes this page.
{machine}.
"""


class Measured:
    """One store, and what each thing done to it takes, in milliseconds."""

    def __init__(self, folder: Path, records: int) -> None:
        self.records = records
        self.path = make_store(folder / "db.json", records, SEED)
        self.size = self.path.stat().st_size
        self.tiny = Path(shutil.copy(self.path, folder / "tiny.json"))
        self.store = Store(self.path)
        self.claims = [r for r in self.store.load().records if isinstance(r, Claim)]
        self.chance = Random(SEED)
        self.floor_file = os.open(folder / "floor", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        self.times: dict[str, list[float]] = defaultdict(list)
        # The first begins the journal.
        self.edit()

    def time(self, name: str, work: Callable[[], object]) -> None:
        start = time.perf_counter()
        work()
        self.times[name].append((time.perf_counter() - start) * 1000)

    def edit(self) -> int:
        """Reword a claim, and tell how long the line of its entry is."""
        at = self.chance.randrange(len(self.claims))
        claim = self.claims[at]
        reworded = replace(claim, text=claim.text[::-1])
        journal = self.path.with_name("db.json.journal")
        before = journal.stat().st_size if journal.exists() else 0
        self.time("edit", lambda: self.store.save(_change(claim, reworded)))
        self.claims[at] = reworded
        return journal.stat().st_size - before

    def round(self) -> None:
        """An edit and its floor, one after the other: what disturbs the disk disturbs both."""
        length = self.edit()
        self.time("floor", lambda: self.append(length))

    def append(self, length: int) -> None:
        os.write(self.floor_file, b"x" * length)
        os.fsync(self.floor_file)

    def update_by_tinydb(self) -> None:
        with tinydb.TinyDB(self.tiny) as db:
            number = self.chance.choice(self.claims).ref.number
            edited = {"text": f"Edit of {number}"}
            start = time.process_time()
            self.time("TinyDB", lambda: db.table("claims").update(edited, doc_ids=[number]))
            self.times["TinyDB alone"].append((time.process_time() - start) * 1000)

    def median(self, name: str) -> float:
        return median(self.times[name])

    def gain(self, over: str = "TinyDB") -> float:
        """How many times less an edit costs."""
        return self.median(over) / self.median("edit")

    @property
    def row(self) -> str:
        slow = sorted(self.times["edit"])[EDITS * 95 // 100]
        edit, floor, tinydb = map(self.median, ("edit", "floor", "TinyDB"))
        shown = f"{edit:.2f} ms | {slow:.2f} ms | {floor:.2f} ms | {tinydb:,.0f} ms"
        return f"| {self.records:,} | {self.size / 1e6:.1f} MB | {shown} | {self.gain():,.0f} |"


def _change(before: Claim, after: Claim) -> Change:
    return Change(f"reword {before.ref}", (Edit(before, after),))


def measured() -> list[Measured]:
    """The stores in turn, edit by edit: other work of the machine disturbs them alike."""
    with ExitStack() as stack:
        folders = [Path(stack.enter_context(TemporaryDirectory())) for _ in SIZES]
        stores = [Measured(folder, size) for folder, size in zip(folders, SIZES, strict=True)]
        # As the app does once it has read a store.
        gc.freeze()
        for _ in range(EDITS):
            for store in stores:
                store.round()
        for _ in range(TINYDB_EDITS):
            for store in stores:
                store.update_by_tinydb()
        return stores


def machine() -> str:
    """What it was measured on."""
    cores = f"{os.cpu_count()} cores of {processor()}"
    python = f"{platform.python_implementation()} {platform.python_version()}"
    busy = f"where {os.getloadavg()[1]:.0f} programs wanted them at a time"
    return f"{platform.system()} on {cores}, {busy}; {python}, TinyDB {version('tinydb')}"


def processor() -> str:
    """As the system calls it."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    names = [line.partition(": ")[2] for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def main() -> int:
    stores = measured()
    growth = stores[-1].median("edit") / stores[0].median("edit")
    gain = stores[-1].gain()
    page = TEXT.format(
        seed=SEED,
        edits=EDITS,
        tinydb_edits=TINYDB_EDITS,
        rows="\n".join(store.row for store in stores),
        growth=growth,
        most=MOST_GROWTH,
        gain=gain,
        sure_gain=stores[-1].gain("TinyDB alone"),
        least=LEAST_GAIN,
        date=datetime.now(UTC).date(),
        machine=machine(),
    )
    PAGE.write_text(page, "utf-8")
    print(page)
    return int(growth > MOST_GROWTH or gain < LEAST_GAIN)


if __name__ == "__main__":
    sys.exit(main())

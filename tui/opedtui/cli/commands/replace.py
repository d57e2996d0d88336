"""`opedtui replace d1 corrected.txt`"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...files import decoded, read_text
from ...model.changes import Change
from ...model.frozen import frozen
from ...reading.changes.named import counted, words_of
from ...reading.changes.reanchoring import Candidate
from ...reading.changes.texts import Orphan, Replacement, replace_text
from ...render.visible import visible
from ..changing import Done, now, save
from ..opened import Opened, open_store
from ..output import give
from ..request import Request
from ..streams import PIPE, PIPED, piped

if TYPE_CHECKING:
    from rich.console import Group

    from ...render.palette import Palette

LEFT_ORPHANS = 1


@frozen
class Replaced:
    """The text is another one; and what did not find its place in it."""

    done: Done
    moved: int
    orphans: tuple[Orphan, ...]

    def lines(self) -> Iterator[str]:
        """What was done, then `c3⇥orphan⇥words⇥d1:10-20⇥words there` for each that is lost."""
        yield from self.done.lines()
        for orphan in self.orphans:
            best = orphan.candidates[:1]
            there = [_address(c) for c in best] + [words_of(c.span) for c in best]
            yield "\t".join(
                map(visible, (str(orphan.ref), "orphan", words_of(orphan.span), *there))
            )
        yield self.summary

    def drawn(self, palette: Palette, width: int) -> Group:
        """The same, with what to do about the lost ones."""
        from rich.console import Group
        from rich.text import Text

        lost = (Text(line, palette.text) for line in self._advice())
        return Group(self.done.drawn(palette, width), *lost, Text(self.summary, palette.strong))

    def _advice(self) -> Iterator[str]:
        for orphan in self.orphans:
            best = next(iter(orphan.candidates), None)
            yield visible(f"{orphan.ref} lost {words_of(orphan.span)}")
            if best:
                there = f"{words_of(best.span)}? opedtui edit {orphan.ref} {_address(best)}"
                yield visible(f"    perhaps {there}")

    @property
    def summary(self) -> str:
        lost = counted(len(self.orphans), "orphan")
        return f"{counted(self.moved, 'place')} found again, {lost}"

    def data(self) -> dict[str, Any]:
        """With every candidate, the likeliest first."""
        return self.done.data() | {
            "moved": self.moved,
            "orphans": [_orphan(orphan) for orphan in self.orphans],
        }


def _orphan(orphan: Orphan) -> dict[str, Any]:
    candidates = [
        {"place": _address(c), "exact": c.span.exact, "score": round(c.score, 3)}
        for c in orphan.candidates
    ]
    return {"ref": str(orphan.ref), "exact": orphan.span.exact, "candidates": candidates}


def _address(candidate: Candidate) -> str:
    """As `edit` takes it."""
    span = candidate.span
    return f"{span.doc}:{span.start}-{span.end}"


def run(request: Request) -> int:
    """The document with this text; the status says whether all found their place in it."""
    opened = open_store(request)
    doc, text = opened.record(request.asked_ref).ref, _text_of(request.file)
    made: list[Replacement] = []

    def replaced(opened: Opened) -> Change:
        made.append(replace_text(opened.library, doc, text, now()))
        return made[-1].change

    done = Done.of(save(opened, replaced))
    result = Replaced(done, made[-1].moved, made[-1].orphans)
    give(request.as_json, data=result.data, shown=lambda: result)
    return LEFT_ORPHANS if result.orphans else 0


def _text_of(file: str) -> str:
    return decoded(piped(), PIPED) if file == PIPE else read_text(Path(file), file)

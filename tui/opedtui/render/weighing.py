"""What is read, who holds what, what bears on what, and what is missing: a row for each."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rich.style import Style
from rich.text import Text

from ..model.records import Claim
from ..model.refs import Ref
from ..reading.argument import Node, below
from ..reading.gaps import TITLES, Gap
from ..reading.library import Library
from ..reading.progress import Left, Progress, counted, left_of
from ..reading.voices import COLUMNS, VIEWS, Tally, Voices
from .labels import label, short_name, speaker
from .palette import CENTRAL, STANCES, Palette
from .visible import visible

FULL, EMPTY = "█", "░"
HEADINGS = dict(zip(COLUMNS, COLUMNS, strict=True)) | {
    "endorsed": "endors", "conceded": "conced", "reported": "report", "distanced": "distan",
    "rejected": "reject", "indirect": "indir",
}  # fmt: skip
CELL = 7
"""Cells of a column of numbers."""
ROOMY = 64
FOLDED, OPEN, LEAF, CIRCLE = "▸", "▾", " ", "↺"


def bar(part: int, whole: int, cells: int) -> str:
    """`███░░░`; what is not nothing is seen, and what is not all is not full."""
    full = round(cells * part / whole) if whole else 0
    if 0 < part < whole:
        full = min(max(full, 1), cells - 1)
    return FULL * full + EMPTY * (cells - full)


class ProgressRows:
    """`d1 ██████░░░░ 33 of 45 claims  12 of 17 ¶  8 min left  9 min spent  Baku's visitor …`"""

    def __init__(self, library: Library, progress: Progress, palette: Palette) -> None:
        self._library = library
        self._progress = progress
        self._palette = palette
        self._left: dict[Ref, Left] = {}

    def __len__(self) -> int:
        return len(self._library.documents)

    def ref(self, index: int) -> Ref:
        return self._library.documents[index].ref

    def left(self, doc: Ref) -> Left:
        if doc not in self._left:
            self._left[doc] = left_of(self._library, doc, self._progress.of(doc))
        return self._left[doc]

    def line(self, index: int, width: int) -> Text:
        doc = self.ref(index)
        left, seconds = self.left(doc), self._progress.of(doc).seconds
        whole = left.claims + left.paragraphs
        read = whole - left.unread_claims - left.unread_paragraphs
        return Text.assemble(
            (f"{doc!s:>4} ", self._palette.dim),
            (f"{bar(read, whole, 10)}  ", self._palette.strong),
            _of(left.claims - left.unread_claims, left.claims, "claims"),
            _of(left.paragraphs - left.unread_paragraphs, left.paragraphs, "¶"),
            (f"{_minutes(left.minutes):>9} left  ", self._palette.text),
            (f"{_minutes(seconds / 60):>9} spent  ", self._palette.dim),
            label(self._library, doc) if width >= ROOMY else "",
        )


def _of(read: int, whole: int, what: str) -> str:
    return f"{read:>3} of {whole:<3} {what}  "


def _minutes(minutes: float) -> str:
    return f"{round(minutes)} min" if minutes >= 1 else "< 1 min" if minutes > 0 else "0 min"


def all_progress(library: Library, progress: Progress) -> str:
    """`100 claims in 5 documents, 67 unread`"""
    here = (progress.documents[d.ref] for d in library.documents if d.ref in progress.documents)
    read = sum(len([ref for ref in headway.claims if ref in library]) for headway in here)
    every = len(library.claims)
    documents = counted(len(library.documents), "document")
    return f"{counted(every, 'claim')} in {documents}, {every - min(read, every):,} unread"


class VoiceRows:
    """Everybody's numbers, then each actor's."""

    def __init__(self, library: Library, voices: Voices, palette: Palette) -> None:
        self._library = library
        self._palette = palette
        self.columns = voices.columns
        self.tallies = (voices.every, *voices.actors) if voices.every.claims else ()

    def __len__(self) -> int:
        return len(self.tallies)

    def ref(self, index: int) -> Ref:
        """The actor; a claim, where the row is everybody's."""
        tally = self.tallies[index]
        return tally.actor or tally.claims[0]

    def line(self, index: int, width: int) -> Text:
        return self.with_cell(index, width, "", is_here=False)

    def with_cell(self, index: int, width: int, here: str, is_here: bool) -> Text:
        """The row, with the column that is at hand in view, and perhaps its number marked."""
        tally = self.tallies[index]
        row = Text(no_wrap=True)
        row.append_text(self._name(index, tally, width))
        for column in self.seen(width, here):
            refs = tally.of(column)
            style = (
                self._palette.cursor
                if is_here and column == here
                else _number_style(self._palette, refs)
            )
            row.append(" " * (CELL - 1 - len(str(len(refs) or "·"))))
            row.append(str(len(refs) or "·"), style)
            row.append(" ")
        room = width - row.cell_len - 1
        if room >= 6:
            cells = min(room, 30)
            row.append(" " + bar(len(tally.claims), len(self.tallies[0].claims), cells))
        return row

    def seen(self, width: int, here: str = "") -> Sequence[str]:
        """As many columns as there is room for, the one under the cursor among them."""
        room = max(1, (width - self.name_width(width)) // CELL)
        at = self.columns.index(here) if here in self.columns else 0
        first = max(0, at - room + 1)
        return self.columns[first : first + room]

    def name_width(self, width: int) -> int:
        return min(30, max(14, width - CELL * len(self.columns)))

    def heading(self, width: int, here: str) -> Text:
        names = "".join(f"{HEADINGS[column]:>{CELL - 1}} " for column in self.seen(width, here))
        return Text(" " * self.name_width(width) + names, self._palette.dim, no_wrap=True)

    def _name(self, index: int, tally: Tally, width: int) -> Text:
        if tally.actor:
            name = short_name(self._library, tally.actor)
            if tally.is_author:
                name = f"✎ {name}"
        else:
            name = "nobody named" if index else "all voices"
        cell = Text(name, self._palette.actor if index else self._palette.strong, no_wrap=True)
        cell.truncate(self.name_width(width) - 1, overflow="ellipsis")
        cell.pad_right(self.name_width(width) - cell.cell_len)
        return cell


def _number_style(palette: Palette, refs: Sequence[Ref]) -> Style:
    return palette.strong if refs else palette.dim


def chart(voices: Voices, palette: Palette, width: int) -> list[Text]:
    """A bar for each view that anybody's claim is given in, and what that means."""
    every, whole = voices.every, len(voices.every.claims)
    cells = min(40, max(8, width // 4))
    return [
        Text.assemble(
            (f" {view:<10}", palette.strong),
            (bar(len(every.of(view)), whole, cells), palette.claim),
            f"{len(every.of(view)):>5}  ",
            (meaning, palette.dim),
        )
        for view, meaning in VIEWS.items()
        if every.of(view)
    ]


class ArgumentRows:
    """The nodes that are seen."""

    def __init__(
        self,
        library: Library,
        nodes: Sequence[Node],
        open_ways: Collection[tuple[Ref | None, ...]],
        palette: Palette,
    ) -> None:
        self._library = library
        self._palette = palette
        self._open = open_ways
        self.nodes = nodes

    def __len__(self) -> int:
        return len(self.nodes)

    def ref(self, index: int) -> Ref:
        return self.nodes[index].ref

    def line(self, index: int, width: int) -> Text:
        """`  ▾ + is supported by  c10 ★ A quick overview …`"""
        node = self.nodes[index]
        claim = self._library.get(node.ref)
        tie = f"{node.glyph} {visible(node.label)}" if width >= ROOMY else node.glyph
        return Text.assemble(
            "  " * min(len(node.path), max(1, width // 8)),
            (f"{self._sign(node)} ", self._palette.strong),
            (f"{tie}  " if node.path else "", self._palette.dim),
            (f"{node.ref} ", self._palette.of(node.ref.kind)),
            (CENTRAL if isinstance(claim, Claim) and claim.central else " ", self._palette.central),
            (f"{STANCES.get(claim.stance, '?')} " if isinstance(claim, Claim) else "", "dim"),
            (self._summary(node), self._palette.strong),
            label(self._library, node.ref),
        )

    def _sign(self, node: Node) -> str:
        if node.is_above_itself:
            return CIRCLE
        if not below(self._library, node):
            return LEAF
        return OPEN if node.way in self._open else FOLDED

    def _summary(self, node: Node) -> str:
        """`2+ 1- `: what is folded away; `c1` would be a claim."""
        if node.way in self._open:
            return ""
        glyphs = [under.glyph for under in below(self._library, node)]
        return "".join(f"{glyphs.count(glyph)}{glyph} " for glyph in dict.fromkeys(glyphs))


class GapRows:
    """A heading for each kind of gap, and under it a row for each gap."""

    def __init__(self, library: Library, gaps: Sequence[Gap], palette: Palette) -> None:
        self._library = library
        self._palette = palette
        self.rows: list[Gap | str] = []
        self._counts = dict.fromkeys(TITLES, 0)
        for gap in gaps:
            self._counts[gap.kind] += 1
            if self._counts[gap.kind] == 1:
                self.rows.append(gap.kind)
            self.rows.append(gap)

    def __len__(self) -> int:
        return len(self.rows)

    def gap(self, index: int) -> Gap:
        """The one in the row; under a heading, the first."""
        row = self.rows[index]
        following = self.rows[index + 1] if isinstance(row, str) else row
        assert isinstance(following, Gap), "a heading stands above a gap"
        return following

    def ref(self, index: int) -> Ref:
        return self.gap(index).ref

    def line(self, index: int, width: int) -> Text:
        row = self.rows[index]
        if isinstance(row, str):
            return Text(f"{TITLES[row]}: {self._counts[row]}", self._palette.strong)
        return Text.assemble(
            (f"{row.ref!s:>6}  ", self._palette.of(row.ref.kind)),
            (f"{visible(row.why)}  ", self._palette.dim),
            (f"→ {row.other} " if row.other else ""),
            self._who(row),
            label(self._library, row.ref),
        )

    def _who(self, gap: Gap) -> str:
        record = self._library.get(gap.other) if gap.other else None
        return f"({speaker(self._library, record)})  " if record else ""


def named(library: Library, ref: Ref | None) -> str:
    """An actor in a title."""
    return short_name(library, ref) if ref else "all voices"

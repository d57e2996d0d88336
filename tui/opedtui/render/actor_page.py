"""The page of an actor: its groups under their headings, each row drawn when it is shown."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from rich.style import Style
from rich.text import Text

from ..model.date_words import short, spoken
from ..model.dates import Edtf
from ..model.frozen import frozen
from ..model.records import Actor, Claim, Document, Event, Quote, Relation
from ..model.refs import Ref
from ..reading.following.actor_page import ActorPage, Group, Naming, Office, Part, Row
from ..reading.library import Library
from ..reading.ties import Tie
from .facts import facts
from .labels import label, short_name, speaker, voice_chain
from .palette import CENTRAL, GLYPHS, STANCES, Palette
from .timeline import TimelineRows
from .visible import visible

if TYPE_CHECKING:
    from rich.console import RenderableType

ROOMY = 72
"""Cells from which a row has room for whole words in its narrow columns."""
CHAIN = 26
"""Cells for the voices of a claim, where there is little room."""
NO_ALIAS = "not listed"
"""A word for an actor, as a pronoun, that its record does not know."""


class PageRows:
    """A heading and its rows, for one group after another."""

    def __init__(self, library: Library, page: ActorPage, palette: Palette) -> None:
        self._library = library
        self._page = page
        self._palette = palette
        lengths = (1 + len(group.rows) for group in page.groups)
        self._starts = list(accumulate(lengths, initial=0))
        """Where the headings are, and the end."""

    def __len__(self) -> int:
        return self._starts[-1]

    def is_heading(self, index: int) -> bool:
        return self.row(index) is None

    def heading_near(self, index: int, step: int) -> int:
        """The heading of the next group, or of the one before; the last and first stay."""
        at = self._group_at(index) + step
        return self._starts[min(max(at, 0), len(self._page.groups) - 1)]

    def row(self, index: int) -> Row | None:
        """What stands in the row; None for a heading."""
        at = self._group_at(index)
        within = index - self._starts[at] - 1
        return self._page.groups[at].rows[within] if within >= 0 else None

    def ref(self, index: int) -> Ref:
        """The record whose card is shown for the row."""
        row = self.row(index)
        return (row and subject_of(self._page.actor, row)) or self._page.actor

    def index(self, ref: Ref) -> int | None:
        """The first row of a record, if it has one."""
        for start, group in zip(self._starts, self._page.groups, strict=False):
            if ref in group.rows:
                return start + 1 + group.rows.index(ref)
        return None

    def line(self, index: int, width: int) -> Text:
        at = self._group_at(index)
        group = self._page.groups[at]
        within = index - self._starts[at] - 1
        if within < 0:
            return heading(group, self._palette)
        drawn = _Row(self._library, self._palette, self._page.actor, group.part, width)
        before = group.rows[within - 1] if within else None
        return drawn.line(group.rows[within], before)

    def _group_at(self, index: int) -> int:
        return min(bisect_right(self._starts, index), len(self._page.groups)) - 1


def heading(group: Group, palette: Palette) -> Text:
    """`── is spoken of 24`"""
    words = f"{group.part.value} {len(group.rows)}"
    return Text.assemble(("── ", palette.dim), (words, palette.strong))


def subject_of(actor: Ref, row: Row) -> Ref | None:
    """The record that a row is about."""
    match row:
        case Ref():
            return row
        case Tie():
            return row.relation or row.other
        case Office():
            return row.other(actor)
    return None


@frozen
class _Row:
    """How the rows of one group are drawn."""

    library: Library
    palette: Palette
    actor: Ref
    part: Part
    width: int

    @property
    def is_roomy(self) -> bool:
        return self.width >= ROOMY

    def line(self, row: Row, before: Row | None) -> Text:
        """What stands in the row before it as well is not said twice."""
        return Text.assemble(*self.cells(row, before))

    def cells(self, row: Row, before: Row | None) -> tuple[Text, Text]:
        """What the rows of the group are in line with, and the rest."""
        match row:
            case Ref():
                date = self._date(row)
                told = isinstance(before, Ref) and self._date(before) == date
                return self._column("" if told else date, 14, 18), self._record(row)
            case Tie():
                told = isinstance(before, Tie) and before.label == row.label
                glyph = Text(f"{row.glyph} ", self.palette.strong)
                words = "" if told else visible(row.label)
                return glyph.append_text(self._column(words, 18, 20)), self._tie(row)
            case Office(role=role):
                return self._column(_term(role.since, role.until), 14, 18), self._office(row)
            case Naming():
                return Text(f"{row.times:>4}× ", self.palette.strong), self._naming(row)

    def _date(self, ref: Ref) -> str:
        """When it was published; for an event, when it is."""
        record = self.library.get(ref)
        if isinstance(record, Event):
            return short(record.date.edtf)
        return _short(_published(self.library, ref))

    def _record(self, ref: Ref) -> Text:
        record = self.library.get(ref)
        what = label(self.library, ref)
        match record:
            case Claim():
                return Text.assemble(self._ref(ref), self._terms(record), what)
            case Quote():
                return Text.assemble(self._ref(ref), self._quoted(record), what)
        return Text.assemble(self._ref(ref), " ", what)

    def _ref(self, ref: Ref) -> Text:
        """With the document, where there are several."""
        spans = self.library.spans(ref)
        doc = f"{spans[0].doc!s:<5}" if spans and len(self.library.documents) > 1 else ""
        where = doc if self.is_roomy else ""
        return Text.assemble((where, self.palette.dim), (f"{ref!s:>4} ", self.palette.of(ref.kind)))

    def _terms(self, claim: Claim) -> Text:
        """What the author makes of it, and through whom it comes."""
        stance = f"{STANCES.get(claim.stance, '?')} "
        if self.is_roomy:
            stance += "" if claim.stance == "endorses" else f"{visible(claim.stance)} "
        return Text.assemble(
            (CENTRAL if claim.central else " ", self.palette.central),
            (stance, self.palette.dim),
            (self._voices(claim), self.palette.strong),
        )

    def _voices(self, claim: Claim) -> str:
        """Through whom it comes; the actor's own name goes without saying."""
        own = self.part in (Part.OWN, Part.TOLD)
        voices = claim.voice[:-1] if own else claim.voice
        names = " ▸ ".join(short_name(self.library, voice.actor) for voice in voices)
        if names and not self.is_roomy:
            names = column(names, CHAIN, Style()).plain.rstrip()
        return (f"{names} ▸ " if own else f"{names}: ") if names else ""

    def _quoted(self, quote: Quote) -> Text:
        who = f"{speaker(self.library, quote)}: " if self.part is Part.ADDRESSED else ""
        return Text.assemble(
            " ", (f"{visible(quote.kind)} ", self.palette.dim), (who, self.palette.strong)
        )

    def _tie(self, tie: Tie) -> Text:
        relation = self.library.get(tie.relation) if tie.relation else None
        holds = relation.holds if isinstance(relation, Relation) else None
        return Text.assemble(
            self._ref(tie.other),
            label(self.library, tie.other),
            (f"  {spoken(holds)}" if holds else "", self.palette.dim),
            (f"  {tie.relation}" if tie.relation else "", self.palette.dim),
        )

    def _office(self, office: Office) -> Text:
        other = office.other(self.actor)
        role = visible(office.role.role)
        name = label(self.library, other) if other else ""
        words = f"{role} of {name}" if office.holder == self.actor else f"{name}: {role}"
        return Text(words if other else role)

    def _naming(self, naming: Naming) -> Text:
        return Text.assemble(
            (f"{visible(naming.text)}  ", self.palette.actor),
            (visible(naming.kind) or NO_ALIAS, self.palette.dim),
        )

    def _column(self, text: str, narrow: int, wide: int) -> Text:
        return column(text, wide if self.is_roomy else narrow, self.palette.dim)


def column(text: str, width: int, style: Style) -> Text:
    """The text cut or padded to the width, the last cell always free."""
    cell = Text(text, style, no_wrap=True)
    cell.truncate(width - 1, overflow="ellipsis")
    cell.pad_right(width - cell.cell_len)
    return cell


def _published(library: Library, ref: Ref) -> Edtf | None:
    """The date of the document that a record stands in."""
    spans = library.spans(ref)
    document = library.get(spans[0].doc if spans else ref)
    return document.published if isinstance(document, Document) else None


def _short(date: Edtf | None) -> str:
    return short(date) if date else ""


def _term(since: Edtf | None, until: Edtf | None) -> str:
    """`2004 – 2012`, `since 2004`, `until 2012`"""
    if since and until:
        return f"{short(since)} – {short(until)}"
    return f"since {short(since)}" if since else f"until {short(until)}" if until else ""


class MomentRows(TimelineRows):
    """What is dated of an actor, on one scale; the sign and the ref say what each is."""

    def what(self, ref: Ref) -> Text:
        return Text.assemble(
            (f"{GLYPHS[ref.kind]} ", self._palette.sign(ref.kind)),
            (f"{ref} ", self._palette.of(ref.kind)),
            label(self._library, ref),
        )


def actor_title(library: Library, actor: Ref, palette: Palette, among: Sequence[Ref] = ()) -> Text:
    """`Russia  a4 · state · RUS   1 of 4, . Huseynov`: of those to turn through, the next."""
    record = library.get(actor)
    if not isinstance(record, Actor):
        return Text(f"{actor} is missing")
    found = [value for what, value in facts(library, actor) if what in ("kind", "country")]
    docs = len({span.doc for span in library.spans(actor)})
    where = f"{docs} documents" if docs != 1 else ""
    told = " · ".join(filter(None, (str(actor), *found, where)))
    title = Text.assemble((label(library, actor), palette.actor), (f"  {told}", palette.dim))
    if len(among) > 1 and actor in among:
        at = among.index(actor) + 1
        title.append(f"   {at} of {len(among)}, . ", palette.dim)
        title.append(short_name(library, among[at % len(among)]))
    return title


@frozen
class PrintedPage:
    """The page without a screen: for a pipe in tab-separated lines, else as it is on the screen."""

    library: Library
    page: ActorPage

    def lines(self) -> Iterator[str]:
        """`says⇥2023-03⇥c5⇥endorses⇥Huseynov⇥The declaration …`"""
        for group in self.page.groups:
            for row in group.rows:
                cells = (group.part.value, *printed(self.library, self.page.actor, row))
                yield "\t".join(visible(cell) for cell in cells)

    def drawn(self, palette: Palette, width: int) -> RenderableType:
        """The name and the groups; what does not fit is wrapped, not cut."""
        from rich.console import Group as Stack
        from rich.table import Table

        shown: list[RenderableType] = [actor_title(self.library, self.page.actor, palette)]
        for group in self.page.groups:
            drawn = _Row(self.library, palette, self.page.actor, group.part, max(width, ROOMY))
            table = Table.grid()
            for before, row in zip((None, *group.rows), group.rows, strict=False):
                table.add_row("  ", *drawn.cells(row, before))
            shown += ["", heading(group, palette), table]
        return Stack(*shown)


def printed(library: Library, actor: Ref, row: Row) -> tuple[str, str, str, str, str]:
    """(date, ref, terms, who, what) of a row; what it has not is empty."""
    match row:
        case Ref():
            return _printed_record(library, row)
        case Tie():
            relation = library.get(row.relation) if row.relation else None
            holds = relation.holds if isinstance(relation, Relation) else None
            name = label(library, row.other)
            return str(holds or ""), str(row.relation or ""), row.label, str(row.other), name
        case Office():
            other = row.other(actor)
            name = label(library, other) if other else ""
            dates = _term(row.role.since, row.role.until)
            return dates, str(other or ""), row.role.role, short_name(library, row.holder), name
        case Naming():
            return "", str(actor), row.kind, str(row.times), row.text


def _printed_record(library: Library, ref: Ref) -> tuple[str, str, str, str, str]:
    record = library.get(ref)
    date = str(_published(library, ref) or "")
    terms, who = "", ""
    match record:
        case Claim():
            terms, who = record.stance, voice_chain(library, record)
        case Quote():
            terms, who = record.kind, speaker(library, record)
        case Event():
            date = str(record.date.edtf)
    return date, str(ref), terms, who, label(library, ref)

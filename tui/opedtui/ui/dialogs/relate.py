"""Tying a record to another: the kind of tie by its sign, then the other by a few letters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from rich.text import Text
from textual import on
from textual.app import ComposeResult

from ...model.changes import Change
from ...model.records import Relation
from ...model.refs import Ref
from ...model.spans import Span
from ...model.vocabulary import RELATIONS, RelationKind, relation_kind
from ...reading.changes.errors import ChangeError
from ...reading.changes.relating import kinds_from, relate, targets
from ...reading.finding import Finder
from ...reading.fuzzy import best, folded
from ...reading.library import Library
from ...render.labels import label
from ...render.visible import visible
from .dialog import Dialog
from .drawing import kind_row, record_row
from .picker import Picker
from .saying import Saying

KIND_PROMPT = "its sign, a few letters, or x-…"
TARGET_PROMPT = "a ref, or a few letters of its name or words"
FAR = 1 << 60
"""Further than any text is long."""


class RelateDialog(Dialog):
    """From one record; only kinds that fit it, and then only records that fit the kind.

    A second record is the tie under the cursor, for the kinds that lead to a tie.

    `typed`: `kind` (its name) and `target` (letters, or a ref), either of them if known before.
    """

    title_words = "Relate"
    kind: RelationKind | None = None

    @property
    def source(self) -> Ref:
        """Where the tie begins, as far as is known."""
        return self.end_of(self.kind) if self.kind else self.refs[0]

    def end_of(self, kind: RelationKind) -> Ref:
        """The record, or the tie if it is one that the kind leads to."""
        ties = (tie for tie in self.refs[1:] if kind in kinds_at(tie))
        return next(ties, self.refs[0])

    def state(self) -> Mapping[str, str]:
        text = self.query_one(Picker).query_text
        return {"kind": self.kind.name, "target": text} if self.kind else {}

    def body(self) -> ComposeResult:
        yield Saying(id="source")
        yield Picker(self._kinds, partial(_kind, self), prompt=KIND_PROMPT)

    def begin(self) -> None:
        self._tell_source()
        if self.typed.get("kind"):
            self._choose_kind(relation_kind(self.typed["kind"]), self.typed.get("target", ""))

    def make(self) -> Change:
        target = self.query_one(Picker).chosen
        if self.kind is None or target is None:
            raise ChangeError("nothing fits what is typed; type other letters")
        ends = (target, self.source) if leads_to(self.source, self.kind) else (self.source, target)
        return relate(self.library, ends[0], self.kind.name, ends[1], self.now())

    def _kinds(self, query: str) -> Sequence[RelationKind]:
        """Those that can begin here; one of the reader's own when it is written out."""
        own = query.strip()
        if own.startswith("x-"):
            return [relation_kind(own)] if len(own) > 2 else []
        named = [(kind, _names(kind)) for kind in kinds_at(self.source)]
        signed = [kind for kind, _ in named if kind.glyph == own]
        return [*signed, *(kind for kind in best(query, named) if kind not in signed)]

    @on(Picker.Typed)
    def _take_sign(self) -> None:
        """A sign that is no letter says all; a letter may be the first of a name."""
        picker = self.query_one(Picker)
        sign, rest = picker.query_text[:1], picker.query_text[1:]
        if self.kind is None and sign and not sign.isalnum():
            signed = (kind for kind in kinds_at(self.source) if kind.glyph == sign)
            kind = next(signed, None)
            if kind:
                self._choose_kind(kind, rest)

    @on(Picker.Chosen)
    def _choose(self) -> None:
        if self.kind:
            self.finish()
        else:
            self._choose_kind(self.query_one(Picker).chosen)

    def _choose_kind(self, kind: RelationKind | None, typed: str = "") -> None:
        self.kind = kind
        if kind:
            found = nearest_first(self.library, self.source, kind.name)
            find = Finder(self.library, found).find
            draw = partial(_target, self)
            self.query_one(Picker).offer(find, draw, typed, TARGET_PROMPT)
            self._tell_source()

    def _tell_source(self) -> None:
        """As much of the tie as there is."""
        kind = self.kind
        said = f" {kind.glyph} {_reads(self.source, kind)} " if kind else " "
        self.query_one("#source", Saying).text = Text.assemble(
            (str(self.source), self.palette.of(self.source.kind)),
            (visible(said), self.palette.strong),
            ("…  ", self.palette.strong),
            (label(self.library, self.source), self.palette.dim),
        )

    def action_leave(self) -> None:
        """Back to the choice of a kind, and out from there."""
        if self.kind:
            self.kind = None
            self.say(Text())
            self.query_one(Picker).offer(self._kinds, partial(_kind, self), "", KIND_PROMPT)
            self._tell_source()
        else:
            self.dismiss(None)


def nearest_first(library: Library, source: Ref, kind: str) -> tuple[Ref, ...]:
    """What can be at the other end, by how near it stands to the source in the same text."""
    homes = _places(library, source)[:1]

    def away(ref: Ref) -> int:
        pairs = ((span, home) for span in _places(library, ref) for home in homes)
        return min((abs(s.start - h.start) for s, h in pairs if s.doc == h.doc), default=FAR)

    fits = relation_kind(kind)
    if leads_to(source, fits):
        others = tuple(ref for ref in library.known if fits.joins(ref.kind, source.kind))
    else:
        others = targets(library, source, kind)
    return tuple(sorted(others, key=away))


def kinds_at(ref: Ref) -> tuple[RelationKind, ...]:
    """Those that can begin at the record; where none can, those that can lead to it."""
    return kinds_from(ref) or tuple(k for k in RELATIONS.values() if ref.kind in k.targets)


def leads_to(ref: Ref, kind: RelationKind) -> bool:
    """Whether the record can only be the target of the kind."""
    return ref.kind not in kind.sources


def _places(library: Library, ref: Ref) -> tuple[Span, ...]:
    """A tie stands where it begins."""
    record = library.get(ref)
    return library.spans(record.source if isinstance(record, Relation) else ref)


def _names(kind: RelationKind) -> list[str]:
    return [folded(kind.name), folded(kind.forward)]


def _reads(ref: Ref, kind: RelationKind) -> str:
    """From this end."""
    return kind.backward if leads_to(ref, kind) else kind.forward


def _kind(dialog: RelateDialog, kind: RelationKind, width: int) -> Text:
    end = dialog.end_of(kind)
    subject = f"{end} " if end != dialog.refs[0] else ""
    return kind_row(dialog.palette, kind, subject + _reads(end, kind))


def _target(dialog: RelateDialog, ref: Ref, width: int) -> Text:
    return record_row(dialog.library, dialog.palette, ref)

"""Spans whose words are not at their place, and where they may belong now."""

from __future__ import annotations

from collections.abc import Mapping

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding

from ...errors import OpedError
from ...model.changes import Change
from ...model.records import Document
from ...model.spans import Span
from ...reading.changes.joining import joined
from ...reading.changes.named import counted, name_of, the
from ...reading.changes.texts import MOST, Orphan, attach, orphans
from .choices import ChoiceRows, Choices
from .dialog import Dialog
from .drawing import candidate_line, orphan_row
from .question import Question
from .saying import Saying


class OrphansDialog(Dialog):
    """The orphans of a document, which is there; a digit attaches one, ctrl+s saves them all."""

    title_words = "Orphans"
    keys = "1-3 attach  u not yet  ^s save  Esc leave"
    BINDINGS = [
        *(Binding(str(n), f"attach({n})", f"attach to {n}") for n in range(1, MOST + 1)),
        Binding("enter", "attach(1)", "attach to the first"),
        Binding("u,backspace", "take_back", "take the last back"),
        Binding("ctrl+s", "save", "save"),
        Binding("j,down", "move('down')", show=False),
        Binding("k,up", "move('up')", show=False),
        Binding("pagedown", "move('page_down')", show=False),
        Binding("pageup", "move('page_up')", show=False),
    ]
    DEFAULT_CSS = "OrphansDialog #candidates { height: 4; }"

    def body(self) -> ComposeResult:
        yield Saying(id="head")
        yield Choices()
        yield Saying(id="candidates")

    def begin(self) -> None:
        self._document = the(self.library, self.refs[0], Document)
        self._orphans = orphans(self.library, self.refs[0])
        self._places = {o: self._typed(o) for o in self._orphans if _key(o) in self.typed}
        """Where the orphans stand that are attached by now."""
        self.query_one(Choices).empty = "Every record stands on its words."
        self._show(0)

    def _typed(self, orphan: Orphan) -> Span:
        start, end = self.typed[_key(orphan)].split()
        return Span.of(self._document.ref, self._document.text, int(start), int(end))

    def state(self) -> Mapping[str, str]:
        """The places by the orphans that stand there."""
        return {_key(o): f"{place.start} {place.end}" for o, place in self._places.items()}

    def make(self) -> Change:
        library, changes = self.library, []
        for orphan, place in self._places.items():
            changes.append(attach(library, orphan, place, self.now()))
            library = library.apply(changes[-1])
        number = counted(len(changes), "span")
        return joined(f"attach {number} of {name_of(self._document)}", changes)

    def _left(self) -> tuple[Orphan, ...]:
        return tuple(orphan for orphan in self._orphans if orphan not in self._places)

    def _show(self, at: int) -> None:
        """What is left, the cursor where it was."""
        choices, left = self.query_one(Choices), self._left()
        choices.rows = ChoiceRows(left, self._row)
        choices.cursor = max(0, min(at, len(left) - 1))
        head = f"{counted(len(left), 'span')} without a place"
        attached = f", {len(self._places)} attached" if self._places else ""
        self.query_one("#head", Saying).text = Text(head + attached, self.palette.strong)
        self._tell()

    @property
    def _orphan(self) -> Orphan | None:
        left = self._left()
        return left[self.query_one(Choices).cursor] if left else None

    @on(Choices.Moved)
    def _tell(self) -> None:
        orphan = self._orphan
        lines = []
        width = max(10, self.query_one("#candidates").size.width)
        for number, candidate in enumerate(orphan.candidates if orphan else (), 1):
            lines.append(candidate_line(self.palette, number, candidate.span, width))
        none = "No place is like it; move it in the text." if orphan and not lines else ""
        told = Text("\n").join(lines) if lines else Text(none, self.palette.dim)
        self.query_one("#candidates", Saying).text = told

    def _row(self, orphan: Orphan, width: int) -> Text:
        return orphan_row(self.palette, orphan, width)

    def action_attach(self, number: int) -> None:
        orphan = self._orphan
        if orphan is None or number > len(orphan.candidates):
            return
        self._places[orphan] = orphan.candidates[number - 1].span
        try:
            self.make()
        except OpedError as error:
            del self._places[orphan]
            self.refuse(str(error))
        self._show(self.query_one(Choices).cursor)

    def action_take_back(self) -> None:
        if self._places:
            self._places.popitem()
            self._show(self.query_one(Choices).cursor)

    def action_move(self, how: str) -> None:
        getattr(self.query_one(Choices), f"action_{how}")()
        self._tell()

    def action_save(self) -> None:
        self.finish()

    def action_leave(self) -> None:
        if not self._places:
            self.dismiss(None)
        else:
            question = Question(self.palette, "Leave, and attach none of them?")
            self.app.push_screen(question, self._leave)

    def _leave(self, is_sure: bool | None) -> None:
        if is_sure:
            self.dismiss(None)


def _key(orphan: Orphan) -> str:
    return f"{orphan.ref} {orphan.span.start} {orphan.span.exact}"

"""Another text for a document: from a file or an editor, and first what would become of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input

from ...errors import OpedError
from ...files import read_file
from ...model.changes import Change
from ...model.records import Document
from ...reading.changes.errors import ChangeError
from ...reading.changes.named import counted, the
from ...reading.changes.texts import Orphan, Replacement, replace_text
from ...render.labels import label
from ...render.visible import visible
from ..editor import edited
from .choices import ChoiceRows, Choices
from .drawing import candidate_line, orphan_row
from .path import PathDialog
from .question import Question
from .saying import Saying

EDITOR = "what you edited"
"""Where a text comes from that was read from no file."""


class ReplaceDialog(PathDialog):
    """A path and Enter, or ctrl+e, show what would become of the records; Enter replaces.

    `typed`: `path`, and `text` once there is one.
    """

    title_words = "Replace the text"
    keys = "⇥ complete  ⏎ look, and then replace  ^e editor  Esc leave"
    BINDINGS = [
        Binding("ctrl+e", "edit", "editor", priority=True),
        Binding("ctrl+s", "finish", "replace"),
        Binding("up", "move('up')", show=False),
        Binding("down", "move('down')", show=False),
        Binding("pageup", "move('page_up')", show=False),
        Binding("pagedown", "move('page_down')", show=False),
    ]
    DEFAULT_CSS = """
    ReplaceDialog #about { height: 1; }
    ReplaceDialog #candidates { height: 3; }
    """

    def body(self) -> ComposeResult:
        yield Saying(id="about")
        yield from self.path_entry("the path of the corrected text")
        yield Saying(id="head")
        yield Choices()
        yield Saying(id="candidates")

    def begin(self) -> None:
        self._document = the(self.library, self.refs[0], Document)
        self._text = self.typed.get("text")
        self._looked_at = self.typed.get("path", "")
        """The path whose text it is; nothing for one out of the editor."""
        self._found: Replacement | None = None
        self.query_one("#about", Saying).text = Text(
            label(self.library, self._document.ref), self.palette.strong
        )
        self.query_one(Choices).empty = ""
        self.offer()
        if self._text is not None:
            self._look(self._text)

    def state(self) -> Mapping[str, str]:
        text = {} if self._text is None else {"text": self._text}
        return {"path": self.path} | text

    def make(self) -> Change:
        if self._is_of_another_path or self._found is None:
            self._look_into_file()
        assert self._found, "a text was looked at"
        if not self._found.change.edits:
            raise ChangeError("the text is the same; nothing would change")
        return self._found.change

    @property
    def _is_of_another_path(self) -> bool:
        return self.path not in ("", self._looked_at)

    def _look_into_file(self) -> None:
        if not self.path:
            raise ChangeError("there is no other text yet; type the path of a file, or press ^e")
        self._look(read_file(Path(self.path)))
        self._looked_at = self.path

    def _look(self, text: str) -> None:
        """What would become of the records; ChangeError for a text that cannot be."""
        self._text, self._found = None, None
        self._show()
        self._found = replace_text(self.library, self._document.ref, text, self.now())
        self._text = text
        self._show()

    def _show(self) -> None:
        orphans = self._found.orphans if self._found else ()
        choices = self.query_one(Choices)
        choices.rows = ChoiceRows(orphans, self._row)
        choices.cursor = 0
        self.query_one("#head", Saying).text = self._head(self._found)
        self._tell()

    def _head(self, found: Replacement | None) -> Text:
        if not found:
            return Text()
        if not found.change.edits:
            return Text("The text is the same; nothing would change.", self.palette.strong)
        lost = len(found.orphans)
        stay, move = _doing(found.stayed, "stay"), _doing(found.moved - found.stayed, "move")
        whence = visible(self.path or EDITOR)
        head = Text(f"By {whence}: ", self.palette.dim)
        told = f"{stay}, {move}, {counted(lost, 'orphan')}."
        after = " O attaches them afterwards." if lost else ""
        head.append(told, self.palette.strong)
        return head.append(f"\n⏎ replaces the text.{after}", self.palette.text)

    @on(Choices.Moved)
    def _tell(self) -> None:
        """Where the orphan under the cursor may belong."""
        orphans = self._found.orphans if self._found else ()
        saying, at = self.query_one("#candidates", Saying), self.query_one(Choices).cursor
        width = max(10, saying.size.width)
        likely = orphans[at].candidates if orphans else ()
        lines = [candidate_line(self.palette, n, c.span, width) for n, c in enumerate(likely, 1)]
        none = "No place is like it." if orphans else ""
        saying.text = Text("\n").join(lines) if lines else Text(none, self.palette.dim)

    def _row(self, orphan: Orphan, width: int) -> Text:
        return orphan_row(self.palette, orphan, width)

    @on(Input.Submitted)
    def _entered(self) -> None:
        """A text that was not looked at is looked at first."""
        if self._found is None or self._is_of_another_path:
            self._try(self._look_into_file)
        else:
            self.finish()

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
            self.say(Text())
        except OpedError as error:
            self.refuse(str(error))

    @work(exit_on_error=False)
    async def action_edit(self) -> None:
        """What was looked at, or the text as it is."""
        text = self._document.text if self._text is None else self._text
        try:
            new = await edited(self.app, text)
        except OpedError as error:
            self.refuse(str(error))
        else:
            self.entry.write("")
            self._looked_at = ""
            self._try(partial(self._look, new))

    def action_move(self, how: str) -> None:
        getattr(self.query_one(Choices), f"action_{how}")()
        self._tell()

    def action_finish(self) -> None:
        self.finish()

    @property
    def unsaved(self) -> str:
        """What was written in an editor is nowhere else."""
        is_edited = not self._looked_at and self._found and self._found.change.edits
        return self._text or "" if is_edited else ""

    def action_leave(self) -> None:
        if not self.unsaved:
            self.dismiss(None)
        else:
            question = Question(self.palette, "Leave, and lose what you edited?")
            self.app.push_screen(question, self._leave)

    def _leave(self, is_sure: bool | None) -> None:
        if is_sure:
            self.dismiss(None)


def _doing(number: int, verb: str) -> str:
    """`1 place stays`, `2 places stay`"""
    return f"{counted(number, 'place')} {verb}{'s' * (number == 1)}"

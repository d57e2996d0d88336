"""Fields one under another, and one line to type in for the field at hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input

from ...model.frozen import frozen
from ...reading.changes.forms import Line
from ...reading.completing import Completer, Token, token_at
from ...render.visible import visible
from .choices import ChoiceRows, Choices
from .dialog import Dialog
from .entry import Entry
from .meaning import meaning
from .question import Question
from .saying import Saying

NAME_WIDTH = 16
SHOWN_OFFERS = 8
CHANGED, WRONG = "●", "✗"


@frozen
class Cycle:
    """The offers that Tab goes through, and what was typed before the first of them."""

    before: str
    token: Token
    offers: Sequence[str]
    at: int = -1
    written: str = ""


class FormDialog(Dialog):
    """Keeps what is typed in every field, says what is wrong with it, and completes it."""

    keys = "⇥ complete  ^s save  Esc leave"
    BINDINGS = [
        Binding("up", "move('up')", show=False),
        Binding("down", "move('down')", show=False),
        Binding("pageup", "move('page_up')", show=False),
        Binding("pagedown", "move('page_down')", show=False),
        Binding("tab", "complete(1)", "complete"),
        Binding("shift+tab", "complete(-1)", show=False),
        Binding("ctrl+j", "new_line", "new line"),
        Binding("ctrl+s", "save", "save"),
    ]

    def fields(self) -> tuple[Line, ...]:
        """What can be typed; at least one."""
        raise NotImplementedError

    def later_fields(self) -> tuple[Line, ...]:
        """What can be typed by now."""
        return self._lines

    def about(self) -> Text:
        """What it is that is changed."""
        raise NotImplementedError

    def check(self, path: str, value: str) -> str:
        """What is wrong with the value of one field."""
        raise NotImplementedError

    def body(self) -> ComposeResult:
        yield Saying(id="about")
        yield Choices()
        yield Entry()
        yield Saying(id="offers")

    def begin(self) -> None:
        self._changed = dict(self.typed)
        self._lines = self.fields()
        self._faults = {path: self.check(path, value) for path, value in self.typed.items()}
        self._completer = Completer(self.library)
        self._cycle: Cycle | None = None
        self._at = 0
        self.query_one("#offers").styles.height = 1
        self.query_one("#about", Saying).text = self.about()
        self.query_one(Choices).rows = ChoiceRows(self._lines, self._row)
        self._load()

    def state(self) -> Mapping[str, str]:
        return dict(self._changed)

    @property
    def unsaved(self) -> str:
        self._keep()
        lines = [f"{path}: {value}" for path, value in self._changed.items()]
        return "\n".join([self.title_words, " ".join(map(str, self.refs)), *lines] if lines else [])

    @property
    def entry(self) -> Entry:
        return self.query_one(Entry)

    @property
    def line(self) -> Line:
        """The field at hand."""
        return self._lines[self._at]

    def refuse(self, reason: str) -> None:
        """At the field that it is about, if it names one."""
        self.reason = reason
        path = reason.partition(":")[0]
        named = (at for at, line in enumerate(self._lines) if _is_within(path, line.path))
        self._turn(next(named, self._at))
        super().refuse(reason)

    def _value(self, line: Line) -> str:
        return self._changed.get(line.path, line.value)

    def _keep(self) -> None:
        """Remember what stands in the line, and what is wrong with it."""
        line, text = self.line, self.entry.value
        if text == self._value(line):
            return
        self.reason = ""
        self._changed.pop(line.path, None)
        self._faults.pop(line.path, None)
        if text != line.value:
            self._changed[line.path] = text
            self._faults[line.path] = self.check(line.path, text)

    def _turn(self, at: int) -> None:
        """To another field."""
        self._keep()
        path = self._lines[at].path
        self._list_anew()
        self._at = next((n for n, line in enumerate(self._lines) if line.path == path), self._at)
        self.query_one(Choices).cursor = self._at
        self._load()

    def _list_anew(self) -> None:
        """What was typed may have brought other fields, and taken some away."""
        lines = self.later_fields()
        paths = {line.path for line in lines}
        if paths == {line.path for line in self._lines}:
            self._lines = lines
            return
        self._lines, self._at = lines, min(self._at, len(lines) - 1)
        for path in self._changed.keys() - paths:
            del self._changed[path]
            self._faults.pop(path, None)
        self.query_one(Choices).rows = ChoiceRows(self._lines, self._row)

    def _load(self) -> None:
        line = self.line
        is_choice = bool(line.words or line.kinds) and not line.is_list
        self.entry.write(self._value(line), selected=is_choice)
        self._tell()

    def _tell(self) -> None:
        """Under the line: what it may become, and what is wrong or what it says."""
        self.query_one("#offers", Saying).text = self._offered()
        fault = self._faults.get(self.line.path) or self.reason
        if fault:
            super().refuse(fault)
        else:
            said = meaning(self.library, self.line, self.entry.value)
            self.say(Text(said, self.palette.dim))
        self.query_one(Choices).refresh()

    def _token(self) -> Token:
        return token_at(self.line, self.entry.value, self.entry.cursor_position)

    def _offered(self) -> Text:
        offers = self._completer.offers(self.line, self._token())
        shown = (self._offer(offer) for offer in offers[:SHOWN_OFFERS])
        return Text("⇥ " if offers else "", self.palette.strong).append_text(
            Text("   ").join(shown)
        )

    def _offer(self, offer: str) -> Text:
        name = meaning(self.library, self.line, offer)
        return Text.assemble(
            (visible(offer), self.palette.text), (f" {name}" if name else "", self.palette.dim)
        )

    def _row(self, line: Line, width: int) -> Text:
        value = self._value(line)
        sign = WRONG if self._faults.get(line.path) else CHANGED
        said = meaning(self.library, line, value)
        return Text.assemble(
            (f"{sign} " if line.path in self._changed else "  ", self.palette.strong),
            (f"{line.path:<{NAME_WIDTH}} ", self.palette.dim),
            visible(value[:width]),
            (f"  {said}" if said else "", self.palette.dim),
        )

    @on(Input.Changed)
    def _typed(self) -> None:
        self._keep()
        self._tell()

    @on(Input.Submitted)
    def _entered(self) -> None:
        """To the next field, or first to what the letters must mean."""
        self._keep()
        token = self._token()
        is_wrong = bool(self._faults.get(self.line.path))
        if is_wrong and token.text and self._completer.offers(self.line, token):
            self.action_complete(1)
        elif self._at + 1 < len(self._lines):
            self._turn(self._at + 1)

    @on(Choices.Moved)
    def _clicked(self) -> None:
        """By the mouse; the keys have turned already."""
        at = self.query_one(Choices).cursor
        if at != self._at:
            self._turn(at)

    def action_move(self, how: str) -> None:
        choices = self.query_one(Choices)
        getattr(choices, f"action_{how}")()
        self._turn(choices.cursor)

    def action_complete(self, step: int) -> None:
        cycle = self._cycle
        if cycle is None or cycle.written != self.entry.value:
            token = self._token()
            cycle = Cycle(self.entry.value, token, self._completer.offers(self.line, token))
        if cycle.offers:
            at = max(cycle.at + step, -1) % len(cycle.offers)
            written, cursor = cycle.token.replaced(cycle.before, cycle.offers[at])
            self._cycle = Cycle(cycle.before, cycle.token, cycle.offers, at, written)
            self.entry.value = written
            self.entry.cursor_position = cursor

    def action_new_line(self) -> None:
        self.entry.put_in("\n")

    def action_save(self) -> None:
        self._keep()
        if self._changed:
            self.finish()
        else:
            self.dismiss(None)

    def action_leave(self) -> None:
        """Nothing that was typed is lost without a word."""
        self._keep()
        if not self._changed:
            self.dismiss(None)
        else:
            question = Question(self.palette, "Leave, and lose what you typed?")
            self.app.push_screen(question, self._leave)

    def _leave(self, is_sure: bool | None) -> None:
        if is_sure:
            self.dismiss(None)


def _is_within(path: str, field: str) -> bool:
    return path == field or path.startswith((f"{field}[", f"{field}."))

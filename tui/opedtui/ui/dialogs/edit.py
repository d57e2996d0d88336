"""Every field of a record in one form."""

from __future__ import annotations

from rich.text import Text

from ...model.changes import Change
from ...reading.changes.fields import problem, set_fields
from ...reading.changes.forms import Line, form_of
from ...render.labels import label, words
from ...render.visible import visible
from .form import FormDialog


class EditDialog(FormDialog):
    """One record, which is there; its words stand on top. `typed`: the fields that differ."""

    title_words = "Edit"

    def fields(self) -> tuple[Line, ...]:
        return form_of(self.library[self.refs[0]])

    def about(self) -> Text:
        ref = self.refs[0]
        anchored = words(self.library[ref])
        said = f"“{visible(anchored)}”" if anchored else label(self.library, ref)
        return Text.assemble((f"{ref}  ", self.palette.of(ref.kind)), said)

    def check(self, path: str, value: str) -> str:
        return problem(self.library, self.refs[0], path, value)

    def make(self) -> Change:
        return set_fields(self.library, self.refs[0], self.state(), self.now())

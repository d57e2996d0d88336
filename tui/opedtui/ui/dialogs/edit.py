"""Every field of a record in one form."""

from __future__ import annotations

from rich.text import Text

from ...model.changes import Change
from ...reading.changes.fields import problem, set_fields
from ...reading.changes.forms import Line, form_of
from ...render.labels import label, words
from ...render.visible import visible
from .form import FormDialog

WITH_ITEMS = ("voice", "roles")
"""Lists whose items have fields that their line does not say."""


class EditDialog(FormDialog):
    """One record, which is there; its words stand on top. `typed`: the fields that differ."""

    title_words = "Edit"

    def fields(self) -> tuple[Line, ...]:
        """An item that is typed into a list has fields of its own from then on."""
        record = self.library[self.refs[0]]
        whole = self._whole_lists()
        if not whole:
            return form_of(record)
        change = set_fields(self.library, record.ref, whole, self.now())
        after = change.edits[0].after if change.edits else record
        assert after, "a record that is edited is still there"
        stored = {line.path: line for line in form_of(record)}
        return tuple(line if "[" in line.path else stored[line.path] for line in form_of(after))

    def later_fields(self) -> tuple[Line, ...]:
        return self.fields()

    def _whole_lists(self) -> dict[str, str]:
        """What is typed into the lists of objects, where it is right."""
        typed = {path: self.state().get(path) for path in WITH_ITEMS}
        return {path: t for path, t in typed.items() if t is not None and not self.check(path, t)}

    def about(self) -> Text:
        ref = self.refs[0]
        anchored = words(self.library[ref])
        said = f"“{visible(anchored)}”" if anchored else label(self.library, ref)
        return Text.assemble((f"{ref}  ", self.palette.of(ref.kind)), said)

    def check(self, path: str, value: str) -> str:
        lists = self._whole_lists() if "[" in path else {}
        return problem(self.library, self.refs[0], path, value, lists)

    def make(self) -> Change:
        """The lists first, then what is said of their items."""
        typed = dict(sorted(self.state().items(), key=lambda item: "[" in item[0]))
        return set_fields(self.library, self.refs[0], typed, self.now())

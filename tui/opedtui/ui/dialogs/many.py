"""The same change to many records."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from rich.text import Text

from ...errors import OpedError
from ...model.changes import Change
from ...model.vocabulary import STATUSES
from ...reading.changes.forms import Line, form_of
from ...reading.changes.joining import joined
from ...reading.changes.many import set_many, tag_many, untag_many
from ...reading.changes.named import counted
from ...reading.changes.slots import items_in
from ...reading.library import Library
from .form import FormDialog

Make = Callable[[Library, str], Change]


class ChangeManyDialog(FormDialog):
    """Status, kind and tags of the records given, which are there; what stays empty stays so."""

    which = ""
    """Which they are, in a word."""

    def fields(self) -> tuple[Line, ...]:
        return tuple(self._fields())

    def about(self) -> Text:
        kinds = [kind.word for kind in dict.fromkeys(ref.kind for ref in self.refs)]
        noun = kinds[0] if len(kinds) == 1 else "record"
        named = ", ".join(str(ref) for ref in self.refs)
        return Text.assemble(
            (f"{self.which}{counted(len(self.refs), noun)}", self.palette.strong),
            (f"  {named}", self.palette.dim),
        )

    def check(self, path: str, value: str) -> str:
        try:
            self._makers()[path](self.library, value)
        except OpedError as error:
            return str(error)
        return ""

    def make(self) -> Change:
        """One after another, in the order of the fields."""
        library, changes = self.library, []
        for path, make in self._makers().items():
            if value := self.state().get(path, "").strip():
                changes.append(make(library, value))
                library = library.apply(changes[-1])
        label = ", ".join(change.label for change in changes)
        return joined(label, changes)

    def _fields(self) -> Iterator[Line]:
        yield Line("status", "", STATUSES.words)
        if len({ref.kind for ref in self.refs}) == 1:
            first = form_of(self.library[self.refs[0]])
            yield from (Line("kind", "", line.words) for line in first if line.path == "kind")
        yield Line("tag", "", self._tags(), is_list=True)
        yield Line("untag", "", self._tags(), is_list=True)

    def _tags(self) -> tuple[str, ...]:
        """Those that any record has."""
        records = self.library.values()
        found = {tag: None for record in records for tag in getattr(record, "tags", ())}
        return tuple(sorted(found))

    def _makers(self) -> Mapping[str, Make]:
        return {
            "status": partial(self._set, "status"),
            "kind": partial(self._set, "kind"),
            "tag": lambda library, value: tag_many(library, self.refs, items_in(value), self.now()),
            "untag": lambda library, value: untag_many(
                library, self.refs, items_in(value), self.now()
            ),
        }

    def _set(self, path: str, library: Library, value: str) -> Change:
        return set_many(library, self.refs, path, value.strip(), self.now())


class ChangeAllDialog(ChangeManyDialog):
    """No row was ticked: it is the whole list."""

    title_words = "Change all in the list"
    which = "All "


class ChangeTickedDialog(ChangeManyDialog):
    """The rows that were ticked."""

    title_words = "Change the ticked"
    which = "Ticked: "

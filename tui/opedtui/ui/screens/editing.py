"""What is changed in dialogs: they are dismissed with a change, and come back if it fails."""

from __future__ import annotations

from functools import partial

from textual import work

from ...model.changes import Change
from ...model.refs import Kind, Ref
from ...reading.library import Library
from ...reading.places import Place, place_of
from ..dialogs.dialog import Dialog
from ..panes.lists import RecordList
from ..panes.relations import RelationsList
from ..saving import now
from .changing import READ_ONLY
from .marking import Marking

NOT_IN_A_PAGE = "A text is not replaced from a web page; use opedtui replace where the store is"
# Each dialog is imported when it is asked for: a start need not wait for it.


class Editing(Marking):
    """Opens a dialog on the record that the reader looks at, and saves what comes of it."""

    @property
    def subject(self) -> Ref | None:
        """What is under the cursor of a list, a tie with a record too; else what is in sight."""
        match self.focused:
            case RelationsList(relation=Ref() as ref) | RecordList(here=Ref() as ref):
                return ref
        ref_in_sight = self.sight.ref if self.sight else None
        return ref_in_sight if ref_in_sight in self.library else None

    @property
    def end(self) -> Ref | None:
        """Where a tie begins: at the record at hand while the reader is among its neighbours."""
        if isinstance(self.focused, RelationsList):
            return self.place.ref if self.place else None
        return self.subject

    @property
    def tie(self) -> Ref | None:
        """The record of the tie under the cursor, which may be what another leads to."""
        return self.focused.relation if isinstance(self.focused, RelationsList) else None

    @property
    def actor(self) -> Ref | None:
        """The subject, if it is an actor."""
        return self.subject if self.subject and self.subject.kind is Kind.ACTOR else None

    @property
    def listed(self) -> tuple[Ref, ...]:
        """The records of the list that keys reach."""
        return self.focused.refs if isinstance(self.focused, RecordList) else ()

    @property
    def ticked(self) -> tuple[Ref, ...]:
        """Those of them that the reader ticked."""
        return self.focused.ticked_refs if isinstance(self.focused, RecordList) else ()

    def action_tick(self) -> None:
        if isinstance(self.focused, RecordList):
            self.focused.tick()

    def action_tick_all(self) -> None:
        if isinstance(self.focused, RecordList):
            self.focused.tick_all()

    def untick(self) -> None:
        """No row of the list is ticked any more."""
        if isinstance(self.focused, RecordList):
            self.focused.untick()

    def action_edit(self) -> None:
        from ..dialogs.edit import EditDialog

        self._change_in(EditDialog, self.subject)

    def action_relate(self) -> None:
        from ..dialogs.relate import RelateDialog

        self._change_in(RelateDialog, self.end, self.tie)

    def action_leave_words(self) -> None:
        """Those that the reader is at, if they are of the subject; else its first."""
        ref, place = self.subject, self.place
        if ref and place:
            self.leave_words(place if ref == place.ref else place_of(self.library, ref, place))

    def action_remove(self) -> None:
        from ..dialogs.remove import RemoveDialog

        self._change_in(RemoveDialog, *(self.ticked or (self.subject,)))

    def action_merge(self) -> None:
        from ..dialogs.merge import MergeDialog

        self._change_in(MergeDialog, self.actor)

    def action_split(self) -> None:
        from ..dialogs.split import SplitDialog

        self._change_in(SplitDialog, self.actor)

    def action_hand_over(self) -> None:
        from ..dialogs.hand_over import HandOverDialog

        self._change_in(HandOverDialog, self.actor)

    def action_change_all(self) -> None:
        from ..dialogs.many import ChangeAllDialog, ChangeTickedDialog

        if self.ticked:
            self._change_in(ChangeTickedDialog, *self.ticked)
        else:
            self._change_in(ChangeAllDialog, *self.listed)

    def action_replace(self) -> None:
        """Not from a page of the web: the files of this machine are not for its visitors."""
        if self.app.is_web:
            self.say(NOT_IN_A_PAGE)
            return
        from ..dialogs.replace import ReplaceDialog

        self._change_in(ReplaceDialog, self.place and self.place.doc)

    def action_orphans(self) -> None:
        from ..dialogs.orphans import OrphansDialog

        self._change_in(OrphansDialog, self.place and self.place.doc)

    @work(exit_on_error=False)
    async def _change_in(self, kind: type[Dialog], *asked: Ref | None) -> None:
        await self.change_in(kind, *asked)

    async def change_in(self, kind: type[Dialog], *asked: Ref | None) -> None:
        """What comes of a dialog about these records, if there are any, is saved."""
        refs = [ref for ref in asked if ref]
        if self._saver is None:
            self.say(READ_ONLY)
        elif refs:
            await self.ask(kind(self.library, self.palette, now, *refs))

    async def ask(self, dialog: Dialog) -> Change | None:
        """The dialog, again and again until what comes of it is saved or nothing does."""
        asked: Dialog | None = dialog
        while asked and (change := await self.app.push_screen_wait(asked)):
            if saved := await self.save(partial(_is, change)):
                self._go_onward(asked.onward)
                return saved
            asked = await self._again(asked)
        return None

    async def _again(self, dialog: Dialog) -> Dialog | None:
        """With what was typed, and why it could not be saved; None if its records are gone."""
        await self.follow_others()
        there = all(ref in self.library for ref in dialog.refs)
        return dialog.again(self.reason, self.library) if there else None

    def jump(self, place: Place) -> None:
        """Go to these words, by way of the trail."""
        raise NotImplementedError

    def _go_onward(self, ref: Ref | None) -> None:
        if ref in self.library and ref and self.place:
            self.arrive(place_of(self.library, ref, self.place))


def _is(change: Change, library: Library) -> Change:
    """Whatever the library is by now."""
    return change

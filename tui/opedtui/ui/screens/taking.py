"""What is taken along: citations, links, the address, the text in a pager."""

from __future__ import annotations

import shlex
from asyncio import Lock, to_thread
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from ...errors import OpedError
from ...model.records import Document
from ...reading.places import Place
from .editing import Editing

if TYPE_CHECKING:
    from ...reading.citing import Citation
    from ...render.citations import Form

# What cites, copies and opens is loaded when it is asked for: a start need not wait for it.

NO_STORE = "This library is in no file, so that no link can lead to it"
NO_TEXT = "There is no text here"
CITE = "y"
"""The key that copies at once, and lets a letter say in which form it should have been."""


class Taking(Editing):
    """Copies, opens and shows what is at hand; nothing of it changes the library."""

    store: Path | None = None
    """The file that the library is from."""

    def on_mount(self) -> None:
        self._clipboard = Lock()
        """What is asked for later is what the clipboard holds in the end."""

    def wait_for_letter(self, key: str) -> None:
        """A letter may follow this key for a moment."""
        raise NotImplementedError

    @property
    def _document(self) -> Document | None:
        return self.library.document(self.place.doc) if self.place else None

    # Citations and links.

    def action_cite_chord(self) -> None:
        """In the form that was chosen last."""
        from ..form_file import load_form

        self.wait_for_letter(CITE)
        self._copy_citation(load_form())

    def action_cite(self, name: str) -> None:
        """In this form, and from now on."""
        from ...render.citations import BY_NAME

        self._copy_citation(BY_NAME[name], is_chosen=True)

    @work(exit_on_error=False, group="clipboard")
    async def _copy_citation(self, form: Form, is_chosen: bool = False) -> None:
        from ..form_file import save_form

        try:
            citation = self._citation()
            text = form.text([citation])
        except OpedError as error:
            return self._complain(error)
        await self._copy(text, f"the citation of {citation.ref} as {form.title}")
        if is_chosen:
            save_form(form)

    def _citation(self) -> Citation:
        """Of the words that are chosen, else of the record in sight, else of the words there."""
        from ...reading.citing import NotCitable, citation, citation_of_words

        sight = self.sight or self.place
        if sight is None or self._document is None:
            raise NotCitable(NO_TEXT)
        if self.selection:
            return citation_of_words(self.library, Place(sight.doc, *self.selection))
        if sight.ref in self.library:
            assert sight.ref, "it is in the library"
            return citation(self.library, sight.ref, sight)
        return citation_of_words(self.library, sight)

    def action_link(self) -> None:
        """A command that opens the app at the record in sight."""
        ref = self.subject or (self.place and self.place.doc)
        if self.store is None or ref is None:
            return self.say(NO_STORE)
        target = f"{self.store.resolve()}#{ref}"
        if not target.isprintable():
            return self.say("The path of this store has characters that no shell can be given")
        self._copy_link(f"opedtui open {shlex.quote(target)}", f"the link to {ref}")

    @work(exit_on_error=False, group="clipboard")
    async def _copy_link(self, text: str, what: str) -> None:
        await self._copy(text, what)

    async def _copy(self, text: str, what: str) -> None:
        from ..clipboard import NOWHERE, copy

        async with self._clipboard:
            ways = await copy(self.app, text)
        self.say(f"Copied {what}, {ways}" if ways else NOWHERE)

    # The browser and the pager.

    @work(exit_on_error=False, group="outside", exclusive=True)
    async def action_address(self) -> None:
        """Ask, and then open what was shown, and nothing else."""
        from ...reading.addresses import web_address
        from ..dialogs.leaving import Leaving

        document = self._document
        if document is None or not document.url:
            return self.say(f"{document.ref} has no address" if document else NO_TEXT)
        try:
            address = web_address(document.url)
            self.app.clear_notifications()  # which would stand upon it
            if await self.app.push_screen_wait(Leaving(self.palette, address)):
                await self._browse(address.url)
        except OpedError as error:
            self._complain(error)

    async def _browse(self, url: str) -> None:
        """On a page of the web it is the visitor's browser that goes there."""
        from ..outside import browse

        if self.app.is_web:
            self.app.open_url(url)
        else:
            await to_thread(browse, url)
        self.say(f"Opened {url}")

    @work(exit_on_error=False, group="outside", exclusive=True)
    async def action_pager(self) -> None:
        """The text from the paragraph at hand, read only."""
        from ...render.annotated import COLUMN, Annotated
        from ..outside import show

        document = self._document
        if document is None or self.place is None:
            return self.say(NO_TEXT)
        page = Annotated(self.library, document, has_notes=False)
        width = min(COLUMN, self.app.size.width)
        at = self.library.paragraphs(document.ref).at(self.place.start)
        text = "".join(f"{line}\n" for line in page.lines(width))
        line = page.line_of(at.number, width) if at else 1
        try:
            await show(self.app, f"{document.ref}.txt", text, line)
        except OpedError as error:
            self._complain(error)

"""Bringing a text in: a path, an address or what is pasted; then what it does not say of itself."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Mapping

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import Input

from ...drafting.bringing import (
    QUESTIONS,
    Source,
    Wish,
    fetch,
    open_questions,
    with_answer,
)
from ...drafting.documents import Page
from ...drafting.draft import draft
from ...drafting.records import added, title_of
from ...drafting.versions import Version, version_of
from ...errors import OpedError
from ...model.changes import Change
from ...reading.changes.errors import ChangeError
from ...render.visible import visible
from .entry import Entry
from .path import PathDialog
from .saying import Saying

PASTED = "what you pasted"
SHOWN = 300
"""Characters of a text, or of what was cut, that are shown."""


class PathOrText(Entry):
    """A line for a path; what is pasted with several lines is no path."""

    class Pasted(Message):
        """This text came instead of a path."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def put_in(self, text: str) -> None:
        if "\n" in text.strip():
            self.post_message(self.Pasted(text))
        else:
            super().put_in(text)


class AddDialog(PathDialog):
    """Enter reads what is named, then answers one question after another, then adds it."""

    title_words = "Bring a text in"
    keys = "⇥ complete  ⏎ read, answer, add  Esc leave"
    entry_kind = PathOrText
    DEFAULT_CSS = "AddDialog #page { height: 1fr; }"

    def body(self) -> ComposeResult:
        yield from self.path_entry("a file or an address, or paste the text")
        yield Saying(id="page")

    def begin(self) -> None:
        self._page: Page | None = None
        self._open: list[str] = []
        """The questions that are not answered yet."""
        self._change: Change | None = None

    def state(self) -> Mapping[str, str]:
        return {"path": self._page.source if self._page else self.path}

    def make(self) -> Change:
        if self._change is None:
            raise ChangeError("nothing is read yet; name a file or an address and press ⏎")
        return self._change

    @on(PathOrText.Pasted)
    def _pasted(self, event: PathOrText.Pasted) -> None:
        if self._page is None:
            self._read(Source(PASTED, event.text.encode()))

    @on(Input.Submitted)
    def _entered(self) -> None:
        if self._page is None:
            self._read(Source(self.path))
        else:
            self._answer(self._page, self.entry.value.strip())

    @work(exclusive=True, exit_on_error=False)
    async def _read(self, source: Source) -> None:
        """A page from far away takes its time; the keys are not held up."""
        self.say(Text("reading …", self.palette.dim))
        brought = await to_thread(fetch, source, Wish())
        self.say(Text())
        if brought.page is None:
            self.refuse(brought.fault)
        else:
            self._look_at(brought.page)

    def _look_at(self, page: Page) -> None:
        version = version_of(page.text, page.url, self.library.documents)
        if version and version.is_same:
            self.refuse(f"it is there already: {version.document.ref}, {version.document.title}")
            return
        self._page = page
        self._open = list(open_questions(page))
        self._tell(page, version)
        self._ask()

    def _tell(self, page: Page, version: Version | None) -> None:
        """What is known of it; and if it is like another, what can be done about that."""
        known = (title_of(page), ", ".join(page.authors), page.outlet, str(page.published or ""))
        lines = [" · ".join(part for part in known if part), f"{len(page.text):,} characters"]
        lines += page.remarks
        if version:
            lines.append(
                f"{version.share:.0%} of its words are in {version.document.ref}: Esc, and R there"
                " replaces that text; ⏎ adds this one beside it"
            )
        said = Text("\n".join(map(visible, lines)), self.palette.text)
        said.append("\n")
        for words in (_beginning(page.text), *(f"✂ {_beginning(block)}" for block in page.cut)):
            said.append(f"\n{visible(words)}", self.palette.dim)
        self.query_one("#page", Saying).text = said

    def _ask(self) -> None:
        """The next question; after the last the text is drafted."""
        if self._open:
            self.entry.write("")
            self.offer()
        elif self._page:
            self._draft(self._page)

    def hint(self) -> Text:
        """The question at hand, once there is a page."""
        question = QUESTIONS[self._open[0]] if self._open else ""
        return Text(question, self.palette.strong) if self._page else super().hint()

    def _answer(self, page: Page, said: str) -> None:
        """Nothing said leaves it open; what cannot be is asked again."""
        try:
            self._page = with_answer(page, self._open[0], said) if self._open and said else page
        except OpedError as error:
            self.refuse(str(error))
            return
        del self._open[:1]
        self._tell(self._page, None)
        self._ask()

    @work(exclusive=True, exit_on_error=False)
    async def _draft(self, page: Page) -> None:
        self.say(Text("drafting …", self.palette.dim))
        found = await to_thread(draft, page.text, page.published)
        library = self.library
        self._change = added(page, found, library.whole.actors, library.free_ref, self.now())
        self.finish()


def _beginning(text: str) -> str:
    """Enough of it to see that it is the text."""
    words = " ".join(text[: 2 * SHOWN].split())
    return words if len(words) <= SHOWN else f"{words[:SHOWN]} …"

"""`opedtui read d1`"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ...errors import OpedError
from ...model.frozen import frozen
from ...render.annotated import COLUMN, Annotated, of_record
from ..opened import Opened, open_store
from ..output import give
from ..request import Request
from ..streams import is_terminal, write

if TYPE_CHECKING:
    from rich.console import Group

    from ...render.palette import Palette


class NothingToRead(OpedError):
    """There is no text, or the record stands in none."""


def run(request: Request) -> int:
    """A document, the paragraphs of a record, or every text of the store."""
    texts = Texts(tuple(_texts(open_store(request), request)))
    if "plain" in request.flags and not request.as_json:
        write("".join(f"{line}\n" for line in texts.lines(_width())))
    else:
        give(
            request.as_json, data=lambda: [text.data() for text in texts.texts], shown=lambda: texts
        )
    return 0


@frozen
class Texts:
    """One under the other."""

    texts: Sequence[Annotated]

    def lines(self, width: int = 0) -> Iterator[str]:
        for number, text in enumerate(self.texts):
            yield from ("", "") if number else ()
            yield from text.lines(width)

    def drawn(self, palette: Palette, width: int) -> Group:
        from rich.console import Group

        return Group(*(text.drawn(palette, width) for text in self.texts))


def _texts(opened: Opened, request: Request) -> Iterator[Annotated]:
    library = opened.library
    if request.ref:
        found = list(of_record(library, opened.record(request.ref).ref))
    else:
        found = [Annotated(library, document) for document in library.documents]
    if not found:
        what = f"{request.ref} stands in no text" if request.ref else "it holds no texts"
        raise NothingToRead(f"{opened.found.path}: {what}; opedtui list documents shows them")
    yield from found


def _width() -> int:
    """Of the terminal, as far as it is easily read; none in a pipe."""
    return min(COLUMN, shutil.get_terminal_size().columns) if is_terminal(sys.stdout) else 0

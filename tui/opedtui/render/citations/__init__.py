"""A citation in the forms that readers paste into their own texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING

from ...model.frozen import frozen

if TYPE_CHECKING:
    from ...reading.citing import Citation

# The command line and the table of keys know the forms, and need not wait for what writes them.


@frozen
class Form:
    """How citations are written; the module of the name does it."""

    name: str
    letter: str
    """Chooses the form, after the key that copies."""
    title: str

    def text(self, citations: Iterable[Citation]) -> str:
        """All of the citations, ready to paste."""
        # Seldom more than one of them is needed.
        module = import_module(f"{__name__}.{self.name.replace('-', '_')}")
        write: Callable[[Iterable[Citation]], str] = module.text
        return write(citations)


FORMS = (
    Form("plain", "p", "plain text"),
    Form("markdown", "m", "Markdown"),
    Form("bibtex", "b", "BibTeX"),
    Form("csl-json", "s", "CSL-JSON"),
)
"""The first is taken where nobody has chosen."""
BY_NAME = {form.name: form for form in FORMS}

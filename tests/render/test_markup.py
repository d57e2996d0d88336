"""Data is never markup: what a record holds is what is seen."""

from __future__ import annotations

from typing import Any

import pytest
from rich.text import Text

from opedtui.model.records import Alias, Role
from opedtui.model.refs import Ref
from opedtui.reading.library import Library
from opedtui.render.facts import card
from opedtui.render.labels import label
from opedtui.render.palette import Palette
from tests.making import (
    a_claim,
    a_document,
    a_mention,
    a_note,
    a_quote,
    a_relation,
    an_actor,
    an_event,
    words,
)
from tests.render.test_rows import every_list
from tests.render.test_source import page_of

MARKUP = [
    "[red]x[/]",
    "[/]",
    "[sic]",
    "[@click=app.quit]x[/]",
    "[link=file:///]x[/link]",
    ":skull:",
]


def marked_up(markup: str) -> Library:
    """A store in which every string that may hold anything holds this."""
    text = f"{markup} was here.\n"
    document = a_document(text, title=markup, url=markup, rights=markup, tags=(markup,))
    here = words(markup, document)
    any_words: dict[str, Any] = {"kind": markup, "tags": (markup,), "status": markup, "by": markup}
    return Library(
        [
            document,
            an_actor(1, markup, aliases=(Alias(text=markup, kind=markup),), country=markup,
                     roles=(Role(role=markup),), **any_words),
            a_claim(1, here, text=markup, stance=markup, certainty=markup, polarity=markup,
                    **any_words),
            a_claim(2, here, text=markup),
            a_quote(1, here, attribution=markup, cue=here, speaker="a1", **any_words),
            an_event(1, "2021", here, label=markup, mod=markup, state=markup),
            a_relation(1, "c1", markup, "c2", certainty=markup),
            a_relation(2, "c1", "supports", "c2"),
            a_note(1, "c1", here, body=markup),
            a_mention(1, "a1", here, form=markup),
        ]
    )  # fmt: skip


def speaks(text: Text) -> bool:
    """Whether something of the text would act: a link, or an action on a click."""
    styles = [span.style for span in text.spans]
    return any(isinstance(style, str) or style.link or style.meta for style in styles)


@pytest.mark.parametrize("markup", MARKUP)
@pytest.mark.parametrize("name", every_list(marked_up("x")))
def test_rows_show_markup_as_it_is(name: str, markup: str) -> None:
    """On every list, at a width at which nothing is cut."""
    rows = every_list(marked_up(markup))[name]

    lines = [rows.line(index, 200) for index in range(len(rows))]

    assert lines
    for line in lines:
        assert markup in line.plain
        assert not speaks(line)


@pytest.mark.parametrize("markup", MARKUP)
def test_the_text_shows_markup_as_it_is(markup: str) -> None:
    """In the text of a document."""
    line = page_of(marked_up(markup)).line(0)

    assert line.plain.endswith(f"{markup} was here.")
    assert not speaks(line)


@pytest.mark.parametrize("markup", MARKUP)
@pytest.mark.parametrize("address", list(map(str, marked_up("x"))))
def test_cards_show_markup_as_it_is(address: str, markup: str) -> None:
    """Facts and statement of every kind of record."""
    library = marked_up(markup)

    line, statement = card(library, Ref.parse(address), Palette())

    assert markup in line.plain + statement.plain
    assert markup in label(library, Ref.parse(address)) or address.startswith("r")
    assert not speaks(line) and not speaks(statement)

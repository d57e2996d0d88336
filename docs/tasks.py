"""What readers of opinion texts do all the time: the keys it takes here, and what elsewhere."""

from __future__ import annotations

from typing import NamedTuple

TYPED = "…"
"""Stands for what the reader types, such as a few letters of a name."""


class Task(NamedTuple):
    """One task, from a reader's situation to its end."""

    need: str
    keys: tuple[str, ...]
    """As Textual names them, one after the other."""
    best: str
    """The tool that takes the least elsewhere, and what it takes there."""

    @property
    def cost(self) -> str:
        """How many keys, and whether something is typed between them."""
        typed = TYPED in self.keys
        return f"{len(self.keys) - typed} K{' + t' * typed}"


TASKS = (
    Task("From a row of a list to its words", (), "INCEpTION: 1 C"),
    Task("From the words to their row", (), "DNA, INCEpTION: 1 C, the first of several only"),
    Task("To the next record in the text", ("]",), "INCEpTION: 1 K"),
    Task("To the next claim, quote, dated phrase or actor", ("]", "c"), "none by kind"),
    Task("Who says this?", (), "InkVisitor, OVA: hover"),
    Task("Everything that an actor says", ("a",), "VisiData on a table: 3 to 4 K"),
    Task("An actor over time", ("a", "t"), "DATS: about 4 C"),
    Task("What supports and attacks this claim", (), "Kialo: 1 C a step"),
    Task("To what supports it", ("5", "enter"), "Kialo, INCEpTION: 1 C"),
    Task("Back to where one was", ("<",), "Zotero, Bookokrat: 1 K"),
    Task("Forward again", (">",), "Zotero, Bookokrat: 1 K"),
    Task("Mark a place", ("m", "x"), "Bookokrat: 2 K"),
    Task("Go to a mark", ("'", "x"), "Bookokrat: 2 K"),
    Task("A note on a claim", ("n", TYPED, "ctrl+s"), "Hypothesis: 2 K + t"),
    Task("Make a sentence a claim", ("c", "c"), "QualCoder: 1 D + 2 K"),
    Task("Relate two claims", ("r", "-", "enter"), "INCEpTION: 1 D + 2 C"),
    Task("Relate to one found by its words", ("r", "-", TYPED, "enter"), "doccano: 6 C"),
    Task("What an actor says in every text", ("a",), "Kialo, DATS: 2 to 3 C"),
    Task("Find words in texts and records", ("/", TYPED), "Bookokrat: 1 K + t"),
    Task("Take back the last change", ("u",), "INCEpTION: 1 K, one text at a time"),
    Task("Go on where one stopped", (), "Zotero, Bookokrat, epy: 0 K"),
    Task("Copy a citation", ("y",), "ZotFlow: 1 K"),
    Task("Only the claims that matter now", ("f", TYPED, "enter"), "VisiData: 3 K + t"),
    Task("The values of a field, and one of them", ("F", "enter"), "VisiData: 2 K"),
    Task("A view that was saved", ("f", TYPED, "enter"), "Newsboat: 1 K"),
    Task("Whose views does the text give?", ("A",), "none"),
)  # fmt: skip

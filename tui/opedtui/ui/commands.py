"""Everything a reader can do. Bindings, footer, palette, help and the README come from here.

Imports no Textual, so that the command line can print it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model.frozen import frozen
from ..render.citations import FORMS
from ..settings.file import chosen
from .keymap import rebound

CHORD_MENU = {"]": "next", "[": "previous", "c": "code", "y": "copied; now as"}
"""Keys that wait for a letter; the brackets and `y` act at once, and wait a moment only."""


@frozen
class Command:
    """One thing to do."""

    id: str
    keys: tuple[str, ...]
    """As Textual calls them; `] c` is two keys after one another."""
    label: str
    """A word or two, for the footer and the palette."""
    help: str
    """A sentence."""
    group: str
    action: str = ""
    """What the screen or the focused pane does; the id, where nothing else is said."""
    in_footer: bool = False

    @property
    def does(self) -> str:
        return self.action or self.id.replace("-", "_")

    @property
    def shown_keys(self) -> tuple[str, ...]:
        """The keys as a reader knows them."""
        return tuple(shown_key(key) for key in self.keys)


_SHOWN = {
    "enter": "⏎", "escape": "Esc", "backspace": "⌫", "tab": "Tab", "shift+tab": "⇧Tab",
    "up": "↑", "down": "↓", "left": "←", "right": "→", "pageup": "PgUp", "pagedown": "PgDn",
    "home": "Home", "end": "End", "space": "Space", "delete": "Del", "comma": ",", "f1": "F1",
    "semicolon": ";", "apostrophe": "'",
}  # fmt: skip


def shown_key(key: str) -> str:
    """`ctrl+d` as `^d`, `pageup` as `PgUp`, `] c` as `]c`."""
    if " " in key:
        return key.replace(" ", "")
    if key.startswith("ctrl+"):
        return f"^{key[5:]}"
    if key.startswith("alt+"):
        return f"Alt{_SHOWN.get(key[4:], key[4:])}"
    return _SHOWN.get(key, key)


MOVE, FOLLOW, PANES, PROGRAM = "Move", "Follow", "Panes", "Program"
CODE, CHANGE, FIND = "Code", "Change", "Find"
WEIGH, TAKE = "Weigh", "Take along"

STANDARD = (
    Command("down", ("j", "down"), "down", "Move down; the text follows.", MOVE),
    Command("up", ("k", "up"), "up", "Move up; the text follows.", MOVE),
    Command("page-down", ("pagedown", "space", "ctrl+d"), "page down", "Move a page down.", MOVE),
    Command("page-up", ("pageup", "ctrl+u"), "page up", "Move a page up.", MOVE),
    Command("first", ("g", "home"), "first", "Move to the beginning.", MOVE),
    Command("last", ("G", "end"), "last", "Move to the end.", MOVE),
    Command("left", ("h", "left"), "left",
            "The list before (Claims, Actors, Quotes); in the text, a word back.", MOVE),
    Command("right", ("l", "right"), "right",
            "The list after (Claims, Actors, Quotes); in the text, a word on.", MOVE),
    Command("next-paragraph", ("}",), "paragraph on", "In the text, the next paragraph.", MOVE),
    Command("previous-paragraph", ("{",), "paragraph back",
            "In the text, the paragraph before.", MOVE),
    Command("go", ("enter",), "go",
            "From a list to the words, from the words to their ties, along a tie to its other end."
            " Joins the trail.", FOLLOW, in_footer=True),
    Command("back-out", ("escape", "backspace"), "out",
            "Back out one level: from a zoomed pane, from the text to the list.", FOLLOW),
    Command("back", ("<", "alt+left", "ctrl+o"), "back", "Back along the trail.", FOLLOW,
            in_footer=True),
    Command("forward", (">", "alt+right"), "forward", "Forward along the trail.", FOLLOW,
            in_footer=True),
    Command("actor", ("a",), "actor",
            "Who says this, and all there is on them: what they say and what is said of them.",
            FOLLOW, in_footer=True),
    Command("jump", ("semicolon",), "jump",
            "A letter at everything in view; typing it goes there.", FOLLOW),
    Command("trail", ("p",), "trail",
            "Where you have been; a few letters find a step, Enter goes to it.", FOLLOW),
    Command("set-mark", ("m",), "mark",
            "Mark the words by a letter: a small one for this text, a capital for the store.",
            FOLLOW),
    Command("go-mark", ("apostrophe",), "to a mark",
            "Your marks; a letter goes to its words, ' again to the place before the last jump.",
            FOLLOW),
    Command("know", ("i",), "all about it",
            "All that is known of the record in sight: its statement and its words in full.",
            FOLLOW),
    Command("next-here", (".",), "cycle here",
            "The next of the records that share these words.", FOLLOW, "cycle_here(1)",
            in_footer=True),
    Command("previous-here", ("comma",), "cycle back",
            "The record before, of those that share these words.", FOLLOW, "cycle_here(-1)"),
    Command("next-record", ("]",), "next",
            "The next record in the text, of any kind; a letter after it says which kind.",
            FOLLOW, "chord(']')", in_footer=True),
    Command("previous-record", ("[",), "previous",
            "The record before in the text; a letter after it says which kind.",
            FOLLOW, "chord('[')", in_footer=True),
    Command("next-claim", ("] c",), "next claim", "The next claim in the text.", FOLLOW,
            "leap(1, 'c')"),
    Command("previous-claim", ("[ c",), "previous claim", "The claim before.", FOLLOW,
            "leap(-1, 'c')"),
    Command("next-quote", ("] q",), "next quote", "The next quotation in the text.", FOLLOW,
            "leap(1, 'q')"),
    Command("previous-quote", ("[ q",), "previous quote", "The quotation before.", FOLLOW,
            "leap(-1, 'q')"),
    Command("next-event", ("] e",), "next event", "The next dated words in the text.", FOLLOW,
            "leap(1, 'e')"),
    Command("previous-event", ("[ e",), "previous event", "The dated words before.", FOLLOW,
            "leap(-1, 'e')"),
    Command("next-actor", ("] a",), "next actor", "The next mention of an actor.", FOLLOW,
            "leap(1, 'a')"),
    Command("previous-actor", ("[ a",), "previous actor", "The mention before.", FOLLOW,
            "leap(-1, 'a')"),
    Command("next-same", ("] s",), "next of the same",
            "The next words of the same record: where else the actor is named.", FOLLOW,
            "leap_same(1)"),
    Command("previous-same", ("[ s",), "previous of the same",
            "The words before of the same record.", FOLLOW, "leap_same(-1)"),
    Command("search", ("/",), "search",
            "Find words in texts, claims, quotes, names, events and notes as you type; the text"
            " shows each find, Enter goes there, Esc comes back.", FIND, in_footer=True),
    Command("next-hit", ("n",), "next hit",
            "After a search, the next place in the text that has the words, until Esc.", FIND,
            "hit(1)"),
    Command("previous-hit", ("N",), "previous hit",
            "After a search, the place before in the text that has the words.", FIND, "hit(-1)"),
    Command("select", ("v",), "choose",
            "In the text, choose the sentence; again, the clause, and then the word.", CODE),
    Command("widen", ("V",), "wider",
            "The next larger part around the chosen words: clause, sentence, paragraph.", CODE),
    Command("word-on", ("w",), "word more", "The chosen words end a word later.", CODE,
            "stretch('end', 1, 'word')"),
    Command("word-back", ("W",), "word less", "The chosen words end a word earlier.", CODE,
            "stretch('end', -1, 'word')"),
    Command("start-back", ("b",), "begin earlier", "The chosen words begin a word earlier.", CODE,
            "stretch('start', -1, 'word')"),
    Command("start-on", ("B",), "begin later", "The chosen words begin a word later.", CODE,
            "stretch('start', 1, 'word')"),
    Command("clause-on", (")",), "clause more", "The chosen words end a clause later.", CODE,
            "stretch('end', 1, 'clause')"),
    Command("clause-back", ("(",), "clause less", "The chosen words end a clause earlier.", CODE,
            "stretch('end', -1, 'clause')"),
    Command("sentence-on", ("s",), "sentence more", "The chosen words end a sentence later.", CODE,
            "stretch('end', 1, 'sentence')"),
    Command("sentence-back", ("S",), "sentence less",
            "The chosen words end a sentence earlier.", CODE, "stretch('end', -1, 'sentence')"),
    Command("code", ("c",), "code",
            "Make a record of the chosen words, or of those at the cursor; a letter after it says"
            " of which kind.", CODE, "code_chord", in_footer=True),
    Command("code-claim", ("c c",), "claim",
            "The sentence is a claim, the author's own until you say otherwise.", CODE,
            "code('c')"),
    Command("code-quote", ("c q",), "quote",
            "The words in quotation marks are a quote; the cue proposes who is quoted.", CODE,
            "code('q')"),
    Command("code-event", ("c e",), "event",
            "The words that tell when are an event; they propose its date.", CODE, "code('e')"),
    Command("code-actor", ("c a",), "mention",
            "The name mentions an actor: the one so called, or a new one.", CODE, "code('a')"),
    Command("code-note", ("c n",), "note", "Write a note on the words.", CODE, "code('n')"),
    Command("code-move", ("c m",), "move here",
            "The record that was at hand before choosing stands on the chosen words instead.",
            CODE, "move_here"),
    Command("code-more", ("c p",), "stand here too",
            "The record that was at hand before choosing stands on the chosen words too.",
            CODE, "stand_here_too"),
    Command("leave-words", ("X",), "not these words",
            "The record at hand does not stand on these words any more, but on its others only;"
            " an actor is not mentioned by them.", CODE),
    Command("edit", ("e",), "edit", "Edit every field of the record at hand.", CHANGE,
            in_footer=True),
    Command("relate", ("r",), "relate",
            "Tie the record at hand to another: the sign of the tie, then a few letters.", CHANGE,
            in_footer=True),
    Command("remove", ("x", "delete"), "delete",
            "Delete the record at hand, the tie under the cursor, or the ticked rows; what hangs on"
            " them is told.", CHANGE),
    Command("merge", ("M",), "merge actors", "Two actors are one: choose which one stays.",
            CHANGE),
    Command("split", ("%",), "split an actor",
            "One actor is two: say what belongs to the new one.", CHANGE),
    Command("hand-over", ("@",), "hand over",
            "Names, mentions and records of the actor go to another that is there.", CHANGE),
    Command("tick", ("t",), "tick",
            "In a list, tick the row, or untick it; C and x then act on the ticked rows.", CHANGE),
    Command("tick-all", ("*",), "tick all", "Tick every row of the list; again, none.", CHANGE),
    Command("change-all", ("C",), "change many",
            "Status, kind and tags of the ticked records, or of all in the list.", CHANGE),
    Command("replace", ("R",), "replace the text",
            "A corrected text for the document, from a file or your editor; first you see what"
            " becomes of the records.", CHANGE),
    Command("bring-in", ("I",), "bring a text in",
            "A file, an address or a pasted text becomes a document, with drafts of who says what"
            " and when; D goes through them.", CHANGE),
    Command("review", ("D",), "review drafts",
            "One draft after another: a accepts, x rejects, e changes it first; A accepts all that"
            " are sure, u takes back. Esc leaves, and the rest waits.", CHANGE),
    Command("orphans", ("O",), "orphans",
            "Records whose words are not in the text any more, and where they may belong.",
            CHANGE),
    Command("note", ("n",), "note", "Write a note on the record at hand.", CHANGE),
    Command("undo", ("u",), "undo", "Take back the last change.", CHANGE, in_footer=True),
    Command("redo", ("U", "ctrl+r"), "redo", "Do again what was taken back.", CHANGE),
    Command("history", ("H",), "history",
            "What was changed when; Enter goes back to a point of it.", CHANGE),
    Command("save-again", ("ctrl+s",), "save again",
            "Try again to save what could not be saved, upon the records as they are now.",
            CHANGE, in_footer=True),
    Command("filter", ("f",), "filter",
            "Narrow the list, e.g. to kind=prediction actor=Russia date:2022; it follows as you"
            " type. ⏎ keeps the filter, Esc takes it back, ^l clears it, ^s saves it by name.",
            FIND, in_footer=True),
    Command("facets", ("F",), "facets",
            "The values of a field of the list and how often each occurs; ⏎ narrows to one.",
            FIND),
    Command("next-unread", ("] u",), "next unread",
            "The next claim in the text that you have not read; after the last comes the first.",
            WEIGH, "leap_unread(1)"),
    Command("previous-unread", ("[ u",), "previous unread", "The unread claim before.", WEIGH,
            "leap_unread(-1)"),
    Command("progress", ("P",), "progress",
            "What is read of each document, what is left, and how long it takes.", WEIGH),
    Command("voices", ("A",), "all voices",
            "Whose view is this: the claims counted by who holds them and what the writer makes"
            " of them; ⏎ leads from a number to its claims.", WEIGH),
    Command("argument", ("E",), "argument",
            "The central claims with what speaks for and against them, as a tree; Tab shows what"
            " is missing.", WEIGH),
    Command("cite", ("y",), "cite",
            "Copy a citation of the words at hand, in the form used last; a letter after it says"
            " in which form it should be.", TAKE, "cite_chord"),
    *(Command(f"cite-{form.name}", (f"y {form.letter}",), form.title,
              f"Copy the citation as {form.title}, and so from now on.", TAKE,
              f"cite('{form.name}')") for form in FORMS),
    Command("link", ("Y",), "link",
            "Copy a command that opens the app at the record at hand.", TAKE),
    Command("address", ("o",), "open address",
            "Open the address of the text in the browser, after showing it.", TAKE),
    Command("pager", ("|",), "pager",
            "Show the text in $PAGER, or in $EDITOR; read only.", TAKE),
    Command("claims", ("1",), "claims", "The list of claims.", PANES, "pane('claims')"),
    Command("actors", ("2",), "actors", "The list of actors.", PANES, "pane('actors')"),
    Command("quotes", ("3",), "quotes", "The list of quotes.", PANES, "pane('quotes')"),
    Command("source", ("4",), "source", "The text.", PANES, "pane('source')"),
    Command("relations", ("5",), "relations", "The ties of the record at hand.", PANES,
            "pane('relations')"),
    Command("timeline", ("6",), "timeline", "The events in order of time.", PANES,
            "pane('timeline')"),
    Command("next-pane", ("tab",), "next pane", "The next pane.", PANES, "turn_pane(1)"),
    Command("previous-pane", ("shift+tab",), "previous pane", "The pane before.", PANES,
            "turn_pane(-1)"),
    Command("zoom", ("z",), "zoom", "One pane over the whole screen, and back.", PANES,
            in_footer=True),
    Command("wider", ("+",), "larger", "More room for the pane.", PANES, "grow(1)"),
    Command("narrower", ("-",), "smaller", "Less room for the pane.", PANES, "grow(-1)"),
    Command("hide", ("\\",), "hide", "The pane goes; its number brings it back.", PANES),
    Command("reset-layout", ("0",), "all panes", "The panes as at first.", PANES),
    Command("documents", ("d",), "library",
            "Every document with its author, date, drafts and progress: s orders them, f finds,"
            " e, R and x change one, Enter opens it.", PROGRAM),
    Command("palette", ("ctrl+p", ":"), "commands", "Find a command by its name.", PROGRAM,
            "app.command_palette"),
    Command("theme", ("T",), "light or dark", "Change between the light and the dark theme.",
            PROGRAM, "app.turn_theme"),
    Command("help", ("?", "f1"), "help", "Every key, and what the signs mean.", PROGRAM,
            "app.help", in_footer=True),
    Command("suspend", ("ctrl+z",), "suspend", "To the shell; its command fg leads back here.",
            PROGRAM, "app.suspend_process"),
    Command("quit", ("q", "ctrl+q"), "quit", "Leave; you come back to this place.", PROGRAM,
            "app.quit", in_footer=True),
)  # fmt: skip

KEYMAP = rebound(STANDARD, chosen().settings.keys, CHORD_MENU)
"""What the reader's settings make of them."""
COMMANDS = KEYMAP.commands

BY_ID = {command.id: command for command in COMMANDS}


def in_group(group: str) -> Iterator[Command]:
    return (command for command in COMMANDS if command.group == group)


def groups() -> tuple[str, ...]:
    return tuple(dict.fromkeys(command.group for command in COMMANDS))


def chords(prefix: str) -> dict[str, Command]:
    """The letter after the prefix → what it does."""
    return {
        key.removeprefix(f"{prefix} "): command
        for command in COMMANDS
        for key in command.keys
        if key.startswith(f"{prefix} ")
    }

"""The rules that tell who says a quotation, the surest first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...model.stretch import Stretch
from .context import Context
from .cues import CUE, NAMING, OF, PASSIVE, PRONOUNS, SAYING
from .speakers import before, behind, between

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
"""In a list of sources it stands behind the title and where that appeared."""
_SIGNATURE = re.compile(r"(?:[A-Z][\w.’'-]*(?:\s|$)){1,5}")
"""`Sergey Lavrov: “…”`, as in a transcript."""
NEAR = 100
"""Characters between a cue and the words that it introduces."""
SURE = {
    "said-after": 0.97,
    "said-before": 0.96,
    "introduced": 0.94,
    "according": 0.93,
    "signed": 0.9,
    "listed": 0.9,
    "within": 0.88,
    "goes-on": 0.9,
    "sentence-before": 0.7,
    "same-paragraph": 0.7,
    "subject": 0.5,
    "paragraph-before": 0.55,
    "none": 0.3,
}
"""How sure each is. Checked on the quotations of GUM's news reports and interviews, where those
from 0.85 on named the right speaker 100 times of 104."""


class Told(NamedTuple):
    """Who says it, by which rule."""

    rule: str
    speaker: Stretch | None = None
    cue: Stretch | None = None


def told_of(text: str, context: Context, previous: Told | None, persons: Sequence[Stretch]) -> Told:
    """The first rule that fits.

    `previous`: of the quotation before; `persons`: where persons are mentioned, in text order.
    """
    for told in _cued(text, context, previous):
        return told
    if previous and previous.cue and context.is_beside:
        return Told("within", previous.speaker, previous.cue)
    if previous and previous.speaker and context.follows == "quotation":
        return Told("goes-on", previous.speaker)
    if who := _of_sentence_before(text, context, persons):
        return Told("sentence-before", who)
    if previous and previous.speaker and context.follows == "paragraph":
        return Told("same-paragraph", previous.speaker)
    if subject := _subject(text, context):
        return Told("subject", subject)
    if previous and previous.speaker and context.opens_paragraph:
        return Told("paragraph-before", previous.speaker)
    return Told("none")


def _cued(text: str, context: Context, previous: Told | None) -> Iterator[Told]:
    introduced = list(_introduced(text, context, previous))
    if introduced and (context.is_introduced or context.is_stopped):
        yield introduced[0]
    yield from _behind(text, context)
    yield from introduced
    yield from _signed(text, context)


def _behind(text: str, context: Context) -> Iterator[Told]:
    """`“…,” said X` and `“…,” X said`."""
    start, end = context.after
    for cue in CUE.finditer(text, start, end):
        here = Stretch(*cue.span())
        lead = text[start : cue.start()].strip(" ,—–-\n")
        if cue[0].lower() in OF:
            if not lead and (who := behind(text, cue.end(), end)):
                yield Told("according", who, here)
            return
        if cue[0].lower() not in SAYING or not _is_lead(lead, context):
            return
        if not lead and (who := behind(text, cue.end(), end)):
            yield Told("said-after", who, here)
            return
        if lead and len(lead.split()) <= 20 and not context.introduces_next(text, cue.end()):
            who = between(text, start, cue.start())
            if who and not text[who.start].isdigit():
                yield Told("said-before", who, here)
        return


def _is_lead(lead: str, context: Context) -> bool:
    """Whether a cue behind it can be about it: else it is the verb of the sentence around."""
    return context.is_held_open or not lead or lead[0].isupper() or lead.lower() in PRONOUNS


def _introduced(text: str, context: Context, previous: Told | None) -> Iterator[Told]:
    """`X said: “…”`, `X called it “…”`, `according to X, “…”`."""
    start, end = context.before
    for cue in reversed(list(CUE.finditer(text, start, end))):
        here = Stretch(*cue.span())
        if end - cue.end() > NEAR:
            return
        if cue[0].lower() in OF:
            if who := behind(text, cue.end(), end):
                yield Told("according", who, here)
            return
        is_passive = PASSIVE.search(text, start, cue.start())
        if is_passive and (cue[0] in NAMING or cue[0] == "told"):
            continue
        if who := before(text, start, cue.start()) or _earlier(text, start, cue.start()):
            yield Told("introduced" if context.is_introduced else "within", who, here)
            return
        if previous and previous.speaker and context.follows:
            yield Told("within", previous.speaker, here)
            return


def _earlier(text: str, start: int, end: int) -> Stretch | None:
    """`X said … and added “…”`: the subject of the cue before."""
    for cue in reversed(list(CUE.finditer(text, start, end))):
        if who := before(text, start, cue.start()):
            return who
    return None


def _signed(text: str, context: Context) -> Iterator[Told]:
    """`“…” — X`, or `X: “…”`."""
    start, end = context.after
    words = text[start:end]
    dash = len(words) - len(words.lstrip())
    if words[dash : dash + 1] in ("—", "–", "-") and (who := behind(text, start + dash + 1, end)):
        yield Told("listed" if _YEAR.search(words) else "signed", who)
    lead = text[slice(*context.before)].rstrip()
    if lead.endswith(":") and _SIGNATURE.fullmatch(lead[:-1]):
        yield Told("signed", Stretch(context.before.start, context.before.start + len(lead) - 1))


def _of_sentence_before(text: str, context: Context, persons: Sequence[Stretch]) -> Stretch | None:
    """Words that stand alone are of whom the sentence before them is about."""
    if context.before.start < context.quoted.start or not context.sentence_before:
        return None
    there = context.sentence_before
    for cue in CUE.finditer(text, *there):
        return before(text, there.start, cue.start())
    return next((p for p in persons if there.start <= p.start < there.end), None)


def _subject(text: str, context: Context) -> Stretch | None:
    """The words before the first verb would need a parser; the first name is mostly the subject."""
    words = text[slice(*context.before)]
    first = words.split(" ", 1)[0]
    if first.lower() in PRONOUNS:
        return Stretch(context.before.start, context.before.start + len(first))
    return None

"""What stands around a quotation: the words before it and behind it in its sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ...model.frozen import frozen
from ...model.stretch import Stretch
from .cues import CUE
from .marks import Quoted

_NEXT_SENTENCE = re.compile(r"[.!?…]\s+(?=[\"“‘'A-Z])|\n\s*\n")


@frozen
class Context:
    """A quotation and its surroundings; offsets are of the text."""

    quoted: Stretch
    inner: Stretch
    before: Stretch
    """From where its sentence begins, or where the quotation before it ends, to its first mark."""
    after: Stretch
    """From its last mark to the end of the sentence, or to the next quotation."""
    sentence_before: Stretch | None
    """In the same paragraph, if no quotation stands between."""
    follows: str
    """What it comes after in its paragraph: `quotation`, with only who said that one between;
    `paragraph`, with more between; nothing for the first."""
    is_beside: bool
    """Only an `and` or the like stands between the quotation before and it, in one sentence."""
    opens_paragraph: bool
    is_apart: bool
    """Nothing of its sentence stands before it."""
    is_introduced: bool
    """A comma, a colon or nothing stands between a cue and it."""
    is_stopped: bool
    """A full stop ends it: what stands behind it is another sentence."""
    is_stopped_inside: bool
    """Some mark stands right before the last one, as it does where somebody speaks."""
    is_held_open: bool
    """A comma, a question mark and the like end it, or a comma stands behind it."""
    is_open: bool
    """No mark closes it in its paragraph."""
    goes_on: bool
    """It is the rest of the quotation before it, which a cue interrupted or a paragraph broke."""

    def introduces_next(self, text: str, cue_end: int) -> bool:
        """The cue behind it belongs to the next quotation: `“…” X said: “…”`."""
        rest = text[cue_end : self.after.end]
        is_next = text[self.after.end : self.after.end + 1] in ('"', "“", "‘")
        closed = text[self.quoted.end - 2 : self.quoted.end - 1] in ".!?"
        return is_next and closed and rest.strip() in (":", ",", "")


def contexts(
    text: str, sentences: Sequence[Stretch], by_paragraph: Sequence[Sequence[Quoted]]
) -> Iterator[Context]:
    """Every quotation in the order of the text."""
    starts = [sentence.start for sentence in sentences]
    last: Quoted | None = None
    for found in by_paragraph:
        for at, one in enumerate(found):
            before = _before(text, starts, found[:at], one, last)
            after = _after(text, one, found[at + 1 :])
            yield Context(
                quoted=Stretch(one.start, one.end),
                inner=one.inner,
                before=before,
                after=after,
                sentence_before=_sentence_before(sentences, starts, found[:at], one),
                follows=_follows(text, found, at),
                is_beside=at > 0 and _is_beside(text[found[at - 1].end : one.start]),
                opens_paragraph=one.start == one.paragraph.start,
                is_apart=before.start == before.end,
                is_introduced=_is_introduced(text, before),
                is_stopped=text[one.end - 2 : one.end - 1] in ".…",
                is_stopped_inside=text[one.end - 2 : one.end - 1] in ",.!?…—–-",
                is_held_open=text[one.end - 2 : one.end - 1] in ",!?—–-"
                or text[one.end : one.end + 1] in (",", "—", "–"),
                is_open=one.is_open,
                goes_on=_goes_on(text, found, at, last),
            )
            last = one


def _before(
    text: str, starts: Sequence[int], earlier: Sequence[Quoted], one: Quoted, last: Quoted | None
) -> Stretch:
    at = bisect_right(starts, one.start) - 1
    start = max(starts[at] if at >= 0 else one.start, one.paragraph.start)
    if one.start == one.paragraph.start:
        return _led_in(text, starts, one, last)
    if earlier:
        start = max(start, earlier[-1].end)
    return Stretch(min(start, one.start), one.start)


def _sentence_before(
    sentences: Sequence[Stretch], starts: Sequence[int], earlier: Sequence[Quoted], one: Quoted
) -> Stretch | None:
    at = bisect_right(starts, one.start) - 2
    if at < 0 or sentences[at].start < one.paragraph.start:
        return None
    return None if earlier and earlier[-1].end > sentences[at].start else sentences[at]


def _led_in(text: str, starts: Sequence[int], one: Quoted, last: Quoted | None) -> Stretch:
    """A paragraph that ends in a colon or a comma leads to the quotation below it."""
    lead = text[: one.start].rstrip()
    at = bisect_right(starts, len(lead) - 1) - 1
    if not lead or lead[-1] not in ":," or at < 0:
        return Stretch(one.start, one.start)
    start = max(starts[at], last.end if last else 0)
    return Stretch(min(start, one.start), one.start)


def _after(text: str, one: Quoted, later: Sequence[Quoted]) -> Stretch:
    end = later[0].start if later else one.paragraph.end
    stop = _NEXT_SENTENCE.search(text, one.end, end)
    return Stretch(one.end, min(end, stop.start() if stop else end))


def _follows(text: str, found: Sequence[Quoted], at: int) -> str:
    if not at:
        return ""
    between = text[found[at - 1].end : found[at].start]
    sentences = len(_NEXT_SENTENCE.findall(between + "A"))
    short = len(between.split()) <= 14
    return "quotation" if short and sentences <= 1 and CUE.search(between) else "paragraph"


def _is_beside(between: str) -> bool:
    words = between.split()
    return (
        0 < len(words) <= 7
        and bool({"and", "or", "nor", "but"} & {*words})
        and not ({".", "!", "?"} & {*between})
    )


def _is_introduced(text: str, before: Stretch) -> bool:
    words = text[slice(*before)].rstrip()
    if words.endswith((",", ":")):
        return bool(CUE.search(words))
    last = [match for match in CUE.finditer(words)][-1:]
    return bool(last) and last[0].end() == len(words) and text[before.end - 1 : before.end] != "\n"


def _goes_on(text: str, found: Sequence[Quoted], at: int, last: Quoted | None) -> bool:
    one = found[at]
    if at == 0:
        return bool(last and last.is_open and one.start == one.paragraph.start)
    between = text[found[at - 1].end : one.start].rstrip()
    is_small = text[one.inner.start : one.inner.start + 1].islower()
    return (
        between.endswith(",")
        and is_small
        and len(between.split()) <= 12
        and bool(CUE.search(between))
    )

"""Words between quotation marks: which mark opens, which closes, and where one is forgotten."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ...model.stretch import Stretch

_PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?!\s*\n))*")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_MARK = re.compile(r"''|``|[\"“”„«»‟＂]|(?<!\w)[‘'‚](?=[\w\[…$£€¿¡])|(?<=\S)['’](?!\w)")
_DOUBLE = {"“": "”", "„": "“”", "‟": "”", "«": "»", "``": "''", "‘": "’", "‚": "’‘"}
"""An opening mark, and what closes it; straight ones close themselves."""
_SINGLE = frozenset("‘’'‚")
_ELIDED = re.compile(r"['’‘](?:\d0s|em|tis|twas|til|cause|n)\b", re.IGNORECASE)
LONGEST_SINGLE = 400
"""Characters after which a single mark was an apostrophe."""


class Quoted(NamedTuple):
    """Words between marks, the marks included."""

    start: int
    end: int
    paragraph: Stretch
    is_single: bool
    is_open: bool = False
    """No mark closes it in its paragraph; the next one goes on with it, or the mark was lost."""

    @property
    def inner(self) -> Stretch:
        return Stretch(self.start + 1, self.end if self.is_open else self.end - 1)


def paragraphs(text: str) -> list[Stretch]:
    """What blank lines divide; every line, where there is none."""
    pattern = _PARAGRAPH if re.search(r"\n[ \t]*\n", text) else _LINE
    return [Stretch(*match.span()) for match in pattern.finditer(text)]


def quoted(text: str, paragraph: Stretch) -> list[Quoted]:
    """From left to right; what stands inside another quotation is left out."""
    found: list[Quoted] = []
    for one in _pairs(text, paragraph):
        if not found or one.start >= found[-1].end:
            found.append(one)
        elif found[-1].is_single and not one.is_single and one.end >= found[-1].end:
            found[-1] = one
    return found


def _pairs(text: str, paragraph: Stretch) -> Iterator[Quoted]:
    marks = [m for m in _MARK.finditer(text, *paragraph) if not _ELIDED.match(text, m.start())]
    opening = _Opening(text, paragraph, marks)
    at = 0
    while at < len(marks):
        closing = _closing(text, marks, at, opening)
        if closing is not None:
            yield Quoted(marks[at].start(), marks[closing].end(), paragraph, _is_single(marks[at]))
            at = closing
        elif _is_left_open(text, paragraph, marks[at]):
            yield Quoted(marks[at].start(), paragraph.end, paragraph, False, True)
            return
        at += 1


class _Opening:
    """Which marks of a paragraph open a quotation."""

    def __init__(self, text: str, paragraph: Stretch, marks: list[re.Match[str]]) -> None:
        self._text = text
        self._paragraph = paragraph
        straight = [mark for mark in marks if mark[0] == '"']
        odd = sum(self._looks_open(mark) == bool(n % 2) for n, mark in enumerate(straight))
        self._turns = {
            mark.start(): bool(n % 2) == (2 * odd > len(straight))
            for n, mark in enumerate(straight)
        }

    def __call__(self, mark: re.Match[str]) -> bool:
        """Straight double marks take turns, in the order that fits more of them."""
        if (turn := self._turns.get(mark.start())) is not None:
            return turn
        return mark[0] not in "”»’" and self._looks_open(mark)

    def _looks_open(self, mark: re.Match[str]) -> bool:
        if mark[0] == "``":
            return True
        before = self._text[mark.start() - 1] if mark.start() > self._paragraph.start else " "
        after = self._text[mark.end()] if mark.end() < self._paragraph.end else " "
        stands_free = before.isspace() or before in "([{—–-/‘“"
        leads = after.isalnum() or after in "([{‘“'\"…$£€#@¿¡.*"
        return leads and (stands_free or mark[0] in _DOUBLE)


def _closing(text: str, marks: list[re.Match[str]], at: int, opens: _Opening) -> int | None:
    """The mark that closes this one; None if it opens nothing."""
    mark = marks[at]
    if not opens(mark):
        return None
    ends = (*_DOUBLE.get(mark[0], mark[0]), _DOUBLE.get(mark[0], mark[0]))
    later = range(at + 1, len(marks))
    fitting = [n for n in later if marks[n][0] in ends and not opens(marks[n])]
    if not fitting and not _is_single(mark):
        fitting = [n for n in later if not _is_single(marks[n]) and not opens(marks[n])]
    if _is_single(mark):
        fitting = _ends_of_single(text, mark, [marks[n] for n in fitting], fitting)
    return fitting[0] if fitting else None


def _ends_of_single(
    text: str, mark: re.Match[str], marks: list[re.Match[str]], at: list[int]
) -> list[int]:
    """A mark behind a stop is no apostrophe; one behind an s may be."""
    near = [
        (n, text[one.start() - 1])
        for n, one in zip(at, marks, strict=True)
        if one.end() - mark.start() <= LONGEST_SINGLE
    ]
    stopped = [n for n, letter in near if letter in ",.!?…—–"]
    return stopped[:1] or [n for n, letter in near if letter != "s"] or [n for n, _ in near]


def _is_single(mark: re.Match[str]) -> bool:
    return mark[0] in _SINGLE


def _is_left_open(text: str, paragraph: Stretch, mark: re.Match[str]) -> bool:
    """Each paragraph of a long quotation begins with a mark, only the last ends with one."""
    if mark[0] not in ('"', "“", "„", "«", "``", "''"):
        return False
    lead = text[paragraph.start : mark.start()].rstrip()
    return not lead or lead[-1] in ",:"

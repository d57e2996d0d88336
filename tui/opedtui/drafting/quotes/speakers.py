"""The words that say who speaks, before a cue or behind it."""

from __future__ import annotations

import re

from ...model.stretch import Stretch

_END = re.compile(
    r"[,.;:()\[\]“”\"—–]|\s-\s|\s+(?:on|in|at|during|after|before|when|while|as|who|whom|which|that"
    r"|to|from|by|with|about|last|yesterday|today|tonight|this|earlier|later|recently|speaking"
    r"|adding|referring|noting|saying|told|said|and|but|because|if|here|there|again)\b"
)
"""Where the words for a speaker end behind a cue."""
_TRAILING = re.compile(
    r"(?:[\s,]+(?:has|have|had|also|then|later|further|recently|reportedly|previously|repeatedly"
    r"|once|even|will|would|was|were|is|are|been|being|be|did|does|do|not|never|often|now|still"
    r"|since|soon|quickly|simply|himself|herself|themselves|itself|already|first|just|himself"
    r"|to|can|could|may|might|must|should|\w+ly))+[\s,]*$",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"[;:—–(“”\"]|\s-\s|,\s(?:with\s)?|\s(?:and|but|that|because|as|when|while|if|though|although|where"
    r"|whereas|so|yet|or)\s"
)
_LEAD_IN = re.compile(
    r"(?:in|at|on|after|before|during|for|by|with|as|when|while|if|although|though|despite|since"
    r"|from|to|of|about|among|under|over|asked|speaking|writing|however|meanwhile|moreover"
    r"|instead|yesterday|today|later|earlier|yet|still|then|also|but|and|so|thus|indeed)\b",
    re.IGNORECASE,
)
_CONJUNCTION = re.compile(r"[\s,—–-]*(?:and|but|or|while|as|which|that|to|in|at|by|with)\b")
_BARE = re.compile(r"and|but|or|then|also|so|yet|however", re.IGNORECASE)
_SUBJECT = re.compile(r"[\"“]?[\w@#]")
_VERB = re.compile(r"((?:[A-Z][\w.’'-]*\s)*[A-Z][\w.’'-]*)\s[a-z]+ed\s")
"""`Mary Brown telephoned and` said: a name, and what its bearer did first."""
_INDEFINITE = re.compile(r"(?:an?|one|another|some|many|several|two|three)\s", re.IGNORECASE)
_NAME_AFTER = re.compile(r",\s+[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*)+")
"""`the prosecutor, Mark Brown`: the name behind the office."""
_LEAD = re.compile(
    r"\s*(?:(?:as|when|but|and|while|yesterday|today|earlier|later|on\s+\w+day|in\s+(?:\d{4}|[A-Z][a-z]+)"
    r"|(?:last|this|next|that)\s+(?:week|month|year|night|morning|evening|spring|summer|autumn|winter"
    r"|\w+day))\s+)*",
    re.IGNORECASE,
)
"""What may stand before a subject: a conjunction, or when it was."""
LONGEST = 12
"""Words of a speaker; more of them are a clause."""


def behind(text: str, start: int, end: int) -> Stretch | None:
    """Whoever stands right behind a cue: `said the minister for roads on Monday`."""
    start += len(text[start:end]) - len(text[start:end].lstrip())
    words = text[start:end]
    if not re.match(
        r"[A-Z@]|(?:the|an?|his|her|its|their|one|another|some|many|he|she|they|it|we)\b", words
    ):
        return None
    return _speaker(text, start, _first_end(words, start, end))


def before(text: str, start: int, cue: int) -> Stretch | None:
    """The subject of a cue: `In June the minister, a former judge, later` said."""
    bare = _TRAILING.sub("", text[start:cue]).rstrip()
    parts = [
        part
        for part in _parts(text, start, start + len(bare.rstrip(",")))
        if not _BARE.fullmatch(text, *part)
    ]
    if bare.endswith(",") and len(parts) > 1:
        subjects = [part for part in parts if not _LEAD_IN.match(text, part.start)]
        return _speaker(text, *subjects[0]) if subjects else None
    return _speaker(text, *parts[-1]) if parts else None


def between(text: str, start: int, cue: int) -> Stretch | None:
    """Whoever stands between a quotation and its cue: `” the minister, a former judge,` said."""
    words = text[start:cue]
    if _CONJUNCTION.match(words) or _LEAD_IN.match(words.lstrip(" ,—–-\n")):
        return None
    start += len(words) - len(words.lstrip(" ,—–-"))
    end = start + len(_TRAILING.sub("", text[start:cue]).rstrip(" ,"))
    first = re.search(r",|\s(?:who|which|in|at|on|of whom)\s", text[start:end])
    return _speaker(text, start, start + first.start() if first else end)


def _first_end(words: str, start: int, end: int) -> int:
    found = _END.search(words)
    stop = start + found.start() if found else end
    if words[0].islower() and (name := _NAME_AFTER.match(words, stop - start)):
        return start + name.end()
    return _without_office(words[: stop - start], start, stop)


def _without_office(words: str, start: int, stop: int) -> int:
    """`a spokesman for the ministry`: the ministry does not speak, one of its people does."""
    office = re.search(r"\s(?:for|of|from|with)\s", words)
    return start + office.start() if office and _INDEFINITE.match(words) else stop


def _parts(text: str, start: int, end: int) -> list[Stretch]:
    """Of the words before a cue, those between commas and joints."""
    parts, at = [], start
    for joint in _JOINT.finditer(text, start, end):
        if text[at : joint.start()].strip():
            parts.append(Stretch(at, joint.start()))
        at = joint.end()
    if text[at:end].strip():
        parts.append(Stretch(at, end))
    return [_trimmed(text, part) for part in parts]


def _speaker(text: str, start: int, end: int) -> Stretch | None:
    lead = _LEAD.match(text[start:end])
    found = _trimmed(text, Stretch(start + (lead.end() if lead else 0), end))
    if verb := _VERB.match(text[slice(*found)]):
        found = Stretch(found.start, found.start + verb.end(1))
    words = text[slice(*found)].split()
    if not words or not _SUBJECT.match(words[0]):
        return None
    if len(words) > LONGEST:
        named = [m.start() for m in re.finditer(r"\b[A-Z]", text[slice(*found)])]
        return Stretch(found.start + named[-1], found.end) if named and named[-1] else None
    return found


def _trimmed(text: str, part: Stretch) -> Stretch:
    words = text[slice(*part)]
    return Stretch(
        part.end - len(words.lstrip(" ,\n\t-—–")), part.start + len(words.rstrip(" ,\n\t-—–"))
    )

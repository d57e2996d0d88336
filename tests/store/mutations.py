"""The small library's file, damaged by chance: with the same seed always in the same way."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable, Iterator
from random import Random
from typing import Any, NamedTuple

from tests.making import a_library, tables_of

WHOLE = json.dumps(tables_of(a_library().values()))
NUMBER = re.compile(r"(?<=[ \[,:])-?\d+(?=[,\s\]}])")
NAME = re.compile(r'"((?:[^"\\]|\\.)*)": ?')
QUOTE = re.compile(r'(?<!\\)"')
MARK = "what is nested deeply"

VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1.5, 2**63, [], {}, [[]], [None], {"": {}}, "", "d1", "c99", "x-y"),
    *("\0", "\x1b[31m", "\u202e", "a\nb", "\ufeff", "x" * 100_000, {"ref": "c1"}, ["c1", 1]),
)
NUMBERS = (
    *("NaN", "Infinity", "-Infinity", "1e999", "1e-400", "9" * 30, "9" * 5000, "-" + "9" * 19),
    *("1e-99999999999999999999", "0e99999999999999999999", "1e" + "9" * 5000),
    *("18446744073709551615", "18446744073709551616", "-9223372036854775809", "-0", "-0.0", "1.0"),
    *("1e3", "01", "+1", ".5", "0x1", "5e-324", "0.1", "0.10000000000000000001", "1e22"),
)
SURROGATES = (r"\ud800", r"\udc00", r"\udc00\ud800", r"\ud83d\ude00", r"\u0000", r"\ud800\u0041")
IDS = ("01", " 1", "1 ", "0", "-1", "١", "", "x", "1.0", "7", "9" * 18, "9" * 19, "\n")
DEPTHS = (2, 50, 200, 240, 250, 253, 254, 255, 300, 500, 900, 1000, 1020, 1030, 100_000)


class Place(NamedTuple):
    """Where a value stands in the tree."""

    holder: Any
    key: Any


def places(value: Any) -> Iterator[Place]:
    """Every value but the whole."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in pairs:
        yield Place(value, key)
        if isinstance(inner, dict | list):
            yield from places(inner)


# What is done to the tables.


def retype(chance: Random, tables: Any) -> None:
    """A value is of another type, or any value."""
    for _ in range(chance.randint(1, 3)):
        holder, key = chance.choice(list(places(tables)))
        holder[key] = chance.choice(VALUES)


def remove(chance: Random, tables: Any) -> None:
    """A table, a record, a field or a word is missing."""
    holder, key = chance.choice(list(places(tables)))
    del holder[key]


def rename(chance: Random, tables: Any) -> None:
    """A name is another, and perhaps no id."""
    named = [place for place in places(tables) if isinstance(place.holder, dict)]
    holder, key = chance.choice(named)
    holder[chance.choice([*IDS, key.upper(), "meta", "claims"])] = holder.pop(key)


def add(chance: Random, tables: Any) -> None:
    """There is more than anybody knows."""
    holders = [place.holder for place in places(tables) if isinstance(place.holder, dict)]
    chance.choice(holders)[chance.choice(["extra", "1", "12", *IDS])] = chance.choice(VALUES)


def nest(chance: Random, tables: Any) -> None:
    """A value is far down, see `deepened`."""
    holder, key = chance.choice(list(places(tables)))
    holder[key] = MARK


# What is done to the text.


def deepened(chance: Random, text: str) -> str:
    """The brackets for `nest`."""
    depth, (start, end) = chance.choice(DEPTHS), chance.choice(["[]", ('{"x": ', "}")])
    return text.replace(json.dumps(MARK), start * depth + "1" + end * depth)


def say_twice(chance: Random, text: str) -> str:
    """A name stands twice in one object, perhaps in other letters."""
    match = chance.choice(list(NAME.finditer(text)))
    name = match[1]
    if name and name[0].isascii() and chance.random() < 0.3:
        name = f"\\u{ord(name[0]):04x}{name[1:]}"
    value = json.dumps(chance.choice(VALUES))
    return f'{text[: match.start()]}"{name}": {value}, {text[match.start() :]}'


def renumber(chance: Random, text: str) -> str:
    """A number that JSON does not have, or that no program keeps."""
    numbers = list(NUMBER.finditer(text))
    return _put(text, chance.choice(numbers), chance.choice(NUMBERS)) if numbers else text


def halve(chance: Random, text: str) -> str:
    """Half a character stands in a string, or just before or behind one."""
    return _put(text, chance.choice(list(QUOTE.finditer(text))), '"' + chance.choice(SURROGATES))


def _put(text: str, match: re.Match[str], new: str) -> str:
    return text[: match.start()] + new + text[match.end() :]


# What is done to the bytes.


def cut(chance: Random, content: bytes) -> bytes:
    """The end is missing."""
    return content[: chance.choice([0, 1, chance.randrange(len(content)), len(content) - 2])]


def flip(chance: Random, content: bytes) -> bytes:
    """A few bits are other ones."""
    flipped = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
    return bytes(flipped)


def insert(chance: Random, content: bytes) -> bytes:
    """NULs, a byte order mark, blanks or anything, at the ends or somewhere."""
    new = [b"\0", b"\0" * 4096, codecs.BOM_UTF8, b" \n\t", b"\xff", b"{}", b"\xed\xa0\x80", b",\n"]
    at = chance.choice([0, len(content), chance.randrange(len(content))])
    return content[:at] + chance.choice(new) + content[at:]


def recode(chance: Random, content: bytes) -> bytes:
    """The encoding is another."""
    codec = chance.choice(["utf-16", "utf-16-le", "utf-32", "utf-8-sig", "cp1252"])
    return content.decode("utf-8", "replace").encode(codec, "replace")


def move(chance: Random, content: bytes) -> bytes:
    """A block stands elsewhere, or twice."""
    start, end, at = sorted(chance.randrange(len(content)) for _ in range(3))
    kept = content if chance.random() < 0.5 else content[:start] + content[end:]
    return kept[:at] + content[start:end] + kept[at:]


ON_TABLES: tuple[Callable[[Random, Any], None], ...] = (retype, remove, rename, add, nest)
ON_TEXT: tuple[Callable[[Random, str], str], ...] = (say_twice, renumber, halve)
ON_BYTES: tuple[Callable[[Random, bytes], bytes], ...] = (cut, flip, insert, recode, move)
LAYOUTS: tuple[dict[str, Any], ...] = ({"indent": 2, "ensure_ascii": False}, {"indent": 1}, {})


def mutated(seed: int) -> bytes:
    """A file in one of a few layouts, with one to three things done to it."""
    chance = Random(seed)
    ways = chance.sample([*ON_TABLES * 2, *ON_TEXT * 2, *ON_BYTES], chance.choice([1, 1, 2, 3]))
    tables = json.loads(WHOLE)
    for on_tables in ON_TABLES:
        if on_tables in ways:
            on_tables(chance, tables)
    text = deepened(chance, json.dumps(tables, **chance.choice(LAYOUTS)) + "\n")
    for on_text in ON_TEXT:
        if on_text in ways:
            text = on_text(chance, text)
    content = text.encode()
    for on_bytes in ON_BYTES:
        if on_bytes in ways and content:
            content = on_bytes(chance, content)
    return content

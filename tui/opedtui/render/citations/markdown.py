"""A citation as a quotation in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...reading.citing import Citation
from .wording import address, author, is_web_address, outlet, passage, place, published, title

_SIGNS = re.compile(
    r"[\\`*_{}\[\]<>#|~!&$]|^[-+=]"
    r"|(?<=[A-Za-z]):(?=//)|(?<=\bwww)\.|@"  # bare words that are links in GitHub's dialect
)
_NUMBERED = re.compile(r"^(\d+)([.)])")
"""What would begin a list."""


def text(citations: Iterable[Citation]) -> str:
    """Each with an empty line after it but the last."""
    return "\n\n".join(map(_quotation, citations))


def _quotation(citation: Citation) -> str:
    """`> words`, and under it `— Author, [Title](https://…), *outlet*, 2023, ¶ 4`"""
    words, where = escaped(passage(citation)), escaped(outlet(citation))
    told = (
        escaped(author(citation)),
        _link(citation),
        f"*{where}*" if where else "",
        published(citation),
        place(citation),
    )
    source = ", ".join(filter(None, told))
    return f"> {words}\n>\n> — {source}" if words else source


def escaped(words: str) -> str:
    """Words that stay words, whatever they look like."""
    return _NUMBERED.sub(r"\1\\\2", _SIGNS.sub(r"\\\g<0>", words))


def _link(citation: Citation) -> str:
    """An address that is none of the web's is no link."""
    name = escaped(title(citation)) or "untitled"
    return f"[{name}]({address(citation)})" if is_web_address(citation) else name

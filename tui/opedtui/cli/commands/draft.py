"""`opedtui draft column.txt --published 2023-03-06`"""

from __future__ import annotations

from ...drafting.bringing import Brought, Wish
from ..bringing import brought_all, sources, status_of
from ..output import give, give_line
from ..request import Request
from ..streams import tell


def run(request: Request) -> int:
    """What the rules find in each of the texts; nothing is stored."""
    wish = Wish(
        published=request.published,
        allows_private="private" in request.flags,
        model=request.model,
    )
    faults: list[str] = []
    for brought in brought_all(sources(request.words, pastes="clipboard" in request.flags), wish):
        faults.append(brought.fault)
        if brought.fault:
            tell(brought.fault)
        else:
            _print(brought, as_json=request.as_json)
    return status_of(faults)


def _print(brought: Brought, *, as_json: bool) -> None:
    assert brought.page and brought.draft, "it was read and drafted"
    page, draft = brought.page, brought.draft
    if as_json:
        from ...drafting.printed import about
        from ...drafting.printed import as_json as printed

        give_line(printed(draft, brought.source, about(page)))
        return
    from ...render.drafted import DraftSheet

    give(False, data=dict, shown=lambda: DraftSheet(page, draft))

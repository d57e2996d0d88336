"""`opedtui add columns/ --published 2023-03`"""

from __future__ import annotations

from collections.abc import Iterator

from ...drafting.bringing import (
    QUESTIONS,
    Brought,
    Wish,
    drafted,
    fetch,
    open_questions,
    with_answer,
)
from ...drafting.documents import Page
from ...errors import OpedError
from ..adding import Adding, Outcome, Outcomes
from ..bringing import brought_all, sources, status_of
from ..changing import settle
from ..main import INTERRUPTED
from ..opened import open_store
from ..output import give
from ..request import Request
from ..streams import answered, can_ask, tell


def run(request: Request) -> int:
    """Each of the texts as a document with a draft of what is in it; told one by one at the end.

    What is in stays in when the command is stopped, and the same command goes on from there.
    """
    opened = open_store(request)
    adding = Adding(opened, request.flags)
    done: list[Outcome] = []
    status = 0
    try:
        for brought in _brought(request, adding):
            done.append(adding.add(brought))
    except KeyboardInterrupt:
        tell(f"stopped; {len(done)} are done, and the same command goes on with the others")
        status = INTERRUPTED
    finally:
        settle(opened.store)
    outcomes = Outcomes(tuple(done))
    give(request.as_json, data=outcomes.data, shown=lambda: outcomes)
    for outcome in done:
        tell(outcome.fault)
    return status or status_of(outcome.fault for outcome in done)


def _brought(request: Request, adding: Adding) -> Iterator[Brought]:
    wish = Wish(
        published=request.published,
        title=request.title,
        authors=request.authors,
        outlet=request.outlet,
        allows_private="private" in request.flags,
        model=request.model,
    )
    found = sources(request.words, pastes="clipboard" in request.flags)
    if len(found) == 1 and can_ask():
        return iter([_asked_about(fetch(found[0], wish), request.model)])
    return brought_all(found, wish, frozenset(adding.sums))


def _asked_about(brought: Brought, model: str) -> Brought:
    """Whoever brings one text in is asked what it does not say of itself."""
    page = brought.page
    if page is None:
        return brought
    for name in list(open_questions(page)):
        page = _asked(page, name)
    return drafted(Brought(brought.source, page), model)


def _asked(page: Page, name: str) -> Page:
    """Asked again until the answer is one, or there is none."""
    while said := answered(QUESTIONS[name]):
        try:
            return with_answer(page, name, said)
        except OpedError as error:
            tell(str(error))
    return page

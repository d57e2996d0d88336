"""`opedtui actor Russia`"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ...model.refs import REF, Ref
from ...reading.following.actor_page import Naming, Office, Row
from ...reading.following.actors import actor_called
from ...reading.library import Library
from ...reading.ties import Tie
from ...render.actor_page import PrintedPage, printed
from ...render.labels import label
from ..opened import as_stored, open_store
from ..output import give
from ..request import Request, split_ref


def run(request: Request) -> int:
    """Everything that an actor has to do with."""
    asked = _asked(request)
    library = open_store(asked).library
    page = library.actor_pages.page(actor_called(library, asked.name))
    give(
        request.as_json,
        data=lambda: (
            as_stored(library[page.actor])
            | {
                "page": {
                    group.part.value: [_as_data(library, page.actor, row) for row in group.rows]
                    for group in page.groups
                }
            }
        ),
        shown=lambda: PrintedPage(library, page),
    )
    return 0


def _asked(request: Request) -> Request:
    """`db.json#a3` names the store too."""
    store, ref = split_ref(request.name)
    if ref is None or not REF.fullmatch(ref):
        return request
    return replace(request, store=store or request.store, name=ref)


def _as_data(library: Library, actor: Ref, row: Row) -> dict[str, Any]:
    match row:
        case Ref():
            date, _, terms, who, what = printed(library, actor, row)
            return {"ref": str(row), "date": date, "terms": terms, "who": who, "label": what}
        case Tie():
            relation = str(row.relation) if row.relation else None
            name = label(library, row.other)
            tie = {"label": row.label, "other": str(row.other), "relation": relation}
            return tie | {"other_label": name}
        case Office():
            return {"holder": str(row.holder), **row.role.to_dict()}
        case Naming():
            return {"text": row.text, "kind": row.kind, "times": row.times}

"""`opedtui config`"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from ...render.sheets import Sheet
from ...render.visible import visible
from ...settings.choices import SETTINGS
from ...settings.file import chosen, settings_file
from ...ui.commands import KEYMAP
from ..output import give
from ..request import Request
from ..streams import tell

if TYPE_CHECKING:
    from rich.text import Text

    from ...render.palette import Palette

FOUND_FAULTS = 1


def run(request: Request) -> int:
    """Show the settings and where each comes from, or their file, or what is wrong with them."""
    return {"show": _show, "path": _path, "check": _check}[request.name or "show"](request)


def _show(request: Request) -> int:
    for problem in _problems():
        tell(problem)
    give(request.as_json, data=lambda: [_setting(name) for name in chosen().origins], shown=_table)
    return 0


def _setting(name: str) -> dict[str, Any]:
    return {
        "name": name,
        "value": getattr(chosen().settings, name),
        "from": chosen().origins[name],
    }


def _table() -> Sheet:
    rows = (
        (setting.name, _shown(getattr(chosen().settings, setting.name)),
         chosen().origins[setting.name], setting.help)
        for setting in SETTINGS
    )  # fmt: skip
    return Sheet(("setting", "value", "from", "what it does"), tuple(rows), roomy=("from",))


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_shown(held)}" for name, held in value.items())
    if isinstance(value, tuple):
        return " ".join(value)
    return str(value)


def _path(request: Request) -> int:
    """Bare, for `$EDITOR "$(opedtui config path)"`."""
    path = settings_file()
    give(
        request.as_json,
        data=lambda: {"path": str(path), "exists": path.exists()},
        shown=lambda: Lines((str(path),)),
    )
    return 0


def _check(request: Request) -> int:
    problems, given_up = _problems(), KEYMAP.given_up
    give(
        request.as_json,
        data=lambda: {"problems": problems, "given_up": given_up},
        shown=lambda: Lines((*problems, *given_up) or (f"{settings_file()}: nothing is wrong",)),
    )
    return FOUND_FAULTS if problems else 0


def _problems() -> tuple[str, ...]:
    return (*chosen().problems, *KEYMAP.problems)


class Lines(NamedTuple):
    """Said as they are, on a terminal too."""

    said: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        yield from map(visible, self.said)

    def drawn(self, palette: Palette, width: int) -> Text:
        # Rich is asked for only where somebody looks.
        from rich.text import Text

        return Text("\n".join(self.lines()), no_wrap=True, overflow="ignore")

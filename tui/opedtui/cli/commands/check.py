"""`opedtui check`"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...model.frozen import frozen
from ...render.visible import visible
from ...store.check import Finding, check
from ...store.contents import Contents
from ..opened import Opened
from ..output import Shown, give
from ..request import Request
from ..streams import tell

if TYPE_CHECKING:
    from rich.console import Group

    from ...render.palette import Palette

FOUND_FAULTS = 1


@frozen
class Report:
    """What was found among so many records."""

    findings: tuple[Finding, ...]
    records: int

    @classmethod
    def on(cls, contents: Contents) -> Report:
        """The records that were set aside count too."""
        return cls(check(contents), len(contents.records) + len(contents.faults))

    def lines(self) -> Iterator[str]:
        """`c12  message` for each, and what it comes to."""
        for finding in self.findings:
            yield f"{finding.ref}  {_message(finding)}"
        yield self.summary

    def drawn(self, palette: Palette, width: int) -> Group:
        """The same, with faults standing out."""
        # Rich is asked for only where somebody looks.
        from rich.console import Group
        from rich.text import Text

        def line(finding: Finding) -> Text:
            style = palette.text if finding.is_fault else palette.dim
            ref = (f"{finding.ref}  ", palette.strong)
            return Text.assemble(ref, (_message(finding), style))

        return Group(*map(line, self.findings), Text(self.summary, palette.strong))

    def data(self) -> list[dict[str, object]]:
        """An object for each."""
        return [_found(finding) for finding in self.findings]

    @property
    def faults(self) -> int:
        return sum(finding.is_fault for finding in self.findings)

    @property
    def summary(self) -> str:
        if not self.findings:
            return f"{_count(self.records, 'record')}, nothing to mend"
        oddities = len(self.findings) - self.faults
        faults = _count(self.faults, "fault")
        return f"{_count(self.records, 'record')}, {faults}, {_count(oddities, 'oddity')}"


@frozen
class Repaired:
    """What was mended, and what is left to do."""

    mended: Shown | None
    report: Report

    def lines(self) -> Iterator[str]:
        """The one after the other."""
        yield from self.mended.lines() if self.mended else ()
        yield from self.report.lines()

    def drawn(self, palette: Palette, width: int) -> Group:
        """The one under the other."""
        from rich.console import Group

        parts = (self.mended, self.report)
        return Group(*(part.drawn(palette, width) for part in parts if part))


def _found(finding: Finding) -> dict[str, object]:
    fault = finding.is_fault
    return {"ref": str(finding.ref), "message": finding.message, "fault": fault}


def _message(finding: Finding) -> str:
    """Oddities say that they are no more than that."""
    return visible(finding.message if finding.is_fault else f"odd: {finding.message}")


def _count(number: int, noun: str) -> str:
    """`1 oddity`, `2 oddities`"""
    plural = f"{noun.removesuffix('y')}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number} {noun if number == 1 else plural}"


def run(request: Request) -> int:
    """What is wrong with a store, or odd about it; the status says whether it has faults."""
    opened = Opened.of(request)
    for notice in (opened.origin, *opened.notices):
        tell(notice)
    if "repair" in request.flags:
        return _repair(request, opened)
    report = Report.on(opened.contents)
    give(request.as_json, data=report.data, shown=lambda: report)
    return FOUND_FAULTS if report.faults else 0


def _repair(request: Request, opened: Opened) -> int:
    """Mend first; what is told then is what is left."""
    # Looking again for the words is much to load, and seldom asked for.
    from ..mending import mend

    mended = mend(opened)
    if mended:
        tell(f"{mended.copy} is a copy of what was before")
    report = Report.on(opened.again().contents)
    whole = Repaired(mended.done if mended else None, report)
    give(
        request.as_json,
        data=lambda: {"mended": mended and mended.data(), "left": report.data()},
        shown=lambda: whole,
    )
    return FOUND_FAULTS if report.faults else 0

"""Measure drafting: `python -m bench.drafting` writes the tables of docs/drafting.md.

It exits 1 when a figure undercuts its floor; a goal that is missed is marked on the page.
"""

from __future__ import annotations

import sys

from .goals import fallen
from .measuring import measured
from .page import PAGE, drawn, redrawn


def main() -> int:
    figures = measured()
    PAGE.write_text(redrawn(PAGE.read_text("utf-8"), figures), "utf-8")
    print(drawn(figures))
    lost = fallen(figures)
    for line in lost:
        print(line, file=sys.stderr)
    return int(bool(lost))


if __name__ == "__main__":
    sys.exit(main())

"""`opedtui completion bash`"""

from __future__ import annotations

from pathlib import Path

from ..request import Request
from ..streams import write

SHELLS = Path(__file__).parent.parent / "shells"


def run(request: Request) -> int:
    """The script that asks the program what may follow."""
    write((SHELLS / f"opedtui.{request.name}").read_text("utf-8"), "utf-8")
    return 0

"""How long a reader waits."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from opedtui.drafting.draft import draft

from .gold import GoldText
from .shares import Figures

TUI = Path(__file__).parent.parent.parent / "tui"
LENGTH = 10_000
TEXTS = 3
TIMES = 7
STARTS = 5
SENTENCE = "The committee met in Geneva on 3 March 2023.\n"


def speed_figures(texts: Sequence[GoldText]) -> Figures:
    """Milliseconds for a text of ten thousand characters, and until a short one is drafted."""
    return {"10,000 characters": min(map(_median, _long(texts))), "start-up": min(start_ups())}


def _long(texts: Sequence[GoldText]) -> list[str]:
    """Some texts of ten thousand characters, joined of shorter ones."""
    joined = "\n\n".join(text.text for text in texts)
    return [joined[at * LENGTH : (at + 1) * LENGTH] for at in range(TEXTS)]


def _median(text: str) -> float:
    """Of the processor's time: what other programs take is not counted."""
    draft(text)
    return median(_ms(lambda: draft(text), TIMES, time.process_time))


def start_ups() -> list[float]:
    """How long `opedtui draft` takes for a sentence: all but the least waited for others."""
    with TemporaryDirectory() as folder:
        source = Path(folder, "sentence.txt")
        source.write_text(SENTENCE, "utf-8")
        command = [sys.executable, "-m", "opedtui", "draft", str(source), "--json"]
        surroundings = os.environ | {"PYTHONPATH": str(TUI), "HOME": folder}

        def start() -> None:
            subprocess.run(command, env=surroundings, check=True, capture_output=True)

        start()
        return _ms(start, STARTS)


def _ms(
    work: Callable[[], object], times: int, clock: Callable[[], float] = time.perf_counter
) -> list[float]:
    taken = []
    for _ in range(times):
        start = clock()
        work()
        taken.append((clock() - start) * 1000)
    return taken

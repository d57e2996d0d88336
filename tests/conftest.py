"""What every test may ask for."""

from __future__ import annotations

import os
import signal

import pytest

# Whoever runs the tests may have keys and colours of their own.
os.environ["OPEDTUI_CONFIG"] = os.devnull

# Programs started in the background ignore some of these, and so would those they start.
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGQUIT, signal.SIG_DFL)
signal.signal(signal.SIGHUP, signal.SIG_DFL)


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-looks` keeps what is seen now as what is to be seen (tests/ui/test_looks.py)."""
    parser.addoption("--update-looks", action="store_true", help="draw tests/ui/looks again")

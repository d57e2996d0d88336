"""What every test may ask for."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-looks` keeps what is seen now as what is to be seen (tests/ui/test_looks.py)."""
    parser.addoption("--update-looks", action="store_true", help="draw tests/ui/looks again")

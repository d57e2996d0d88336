"""The folders of this machine that the program may write to."""

from __future__ import annotations

from pathlib import Path

import platformdirs

APP = "opedtui"


def data_folder() -> Path:
    """Where the reader's own store lives."""
    return Path(platformdirs.user_data_dir(APP, appauthor=False))


def state_folder() -> Path:
    """Where it is remembered which page was open; nothing of value to others."""
    return Path(platformdirs.user_state_dir(APP, appauthor=False))


def config_folder() -> Path:
    """Where the reader's settings are; the program only reads them."""
    return Path(platformdirs.user_config_dir(APP, appauthor=False))

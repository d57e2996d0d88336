"""Where the settings are kept."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from ..folders import config_folder
from .parsing import Chosen, choose

VARIABLE = "OPEDTUI_CONFIG"
FILE_NAME = "config.toml"


def settings_file(environ: Mapping[str, str] = os.environ) -> Path:
    """The file that is read, whether it is there or not."""
    named = environ.get(VARIABLE)
    return Path(named) if named else config_folder() / FILE_NAME


@cache
def chosen() -> Chosen:
    """The settings in force; they are read once, and hold until the program ends."""
    return read_choice()


def read_choice(environ: Mapping[str, str] = os.environ) -> Chosen:
    """What the file and the environment say now; a file that cannot be read is a problem told."""
    path = settings_file(environ)
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return choose("", str(path), environ)
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        nothing = choose("", str(path), environ)
        problem = f"{path}: it cannot be read ({reason}), and is ignored"
        return Chosen(nothing.settings, nothing.origins, (problem, *nothing.problems))
    return choose(text, str(path), environ)

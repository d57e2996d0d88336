"""Arrows point one way: what each layer loads, and what it may import."""

from __future__ import annotations

import json
import pkgutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

import opedtui
from tests.making import ROOT

LOUD = {"textual", "rich", "tinydb", "orjson"}
"""The libraries that not every layer may know."""


def modules_of(*layers: str) -> list[str]:
    """Every module of the layers, by name, without loading any."""
    package = Path(opedtui.__file__).parent
    found = []
    for layer in layers:
        found.append(f"opedtui.{layer}")
        folder = package / layer
        if folder.is_dir():
            inner = pkgutil.walk_packages([str(folder)], f"opedtui.{layer}.")
            found += [module.name for module in inner]
    return found


@cache
def loaded_by(*modules: str) -> set[str]:
    """The top-level packages that a fresh Python has loaded after importing these."""
    code = (
        "import importlib, json, sys\n"
        f"for name in {modules!r}: importlib.import_module(name)\n"
        "print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout))


@pytest.mark.parametrize(
    ("layer", "libraries"),
    [
        ("errors", set()),
        ("files", set()),
        ("folders", set()),
        ("model", set()),
        ("reading", set()),
        ("store", {"tinydb", "orjson"}),
        ("render", {"rich"}),
    ],
)
def test_a_layer_loads_no_more_than_it_may(layer: str, libraries: set[str]) -> None:
    """The model and the reading know no library, the store no screen, the rendering no file."""
    assert loaded_by(*modules_of(layer)) & LOUD <= libraries


def test_the_command_line_loads_no_textual() -> None:
    """It answers in a tenth of the time that the app takes to load."""
    assert "textual" not in loaded_by(*modules_of("cli"))
    assert "textual" not in loaded_by("opedtui.__main__", "opedtui.cli.main")


def test_the_package_itself_loads_nothing() -> None:
    """Asking for its version is free."""
    assert not loaded_by("opedtui") & LOUD


def test_the_app_is_where_textual_is() -> None:
    """So the tests above would notice it."""
    assert "textual" in loaded_by("opedtui.ui.app")


def test_imports_follow_the_layers() -> None:
    """The contracts in `pyproject.toml` are kept, deferred imports included."""
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]

    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)

    assert done.returncode == 0, done.stdout

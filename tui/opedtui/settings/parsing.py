"""From TOML and the environment to settings; what makes no sense is explained, and ignored."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from ..errors import quoted
from ..model.frozen import frozen
from .choices import BY_NAME, SETTINGS, NoChoice, Setting, Settings

DEFAULT = "as it comes"
"""The origin of a setting that nobody has chosen."""


@frozen
class Chosen:
    """The settings in force, where each comes from, and what was not understood."""

    settings: Settings
    origins: Mapping[str, str]
    """The name of a setting → the file or the variable that says it, or that nobody does."""
    problems: tuple[str, ...] = ()
    """A line for each thing that was ignored: where, and what was expected."""


class _Said(NamedTuple):
    """A setting as it stands somewhere."""

    setting: Setting
    read: Callable[[Any], Any]
    held: Any
    origin: str


def choose(text: str, name: str, environ: Mapping[str, str]) -> Chosen:
    """The settings of this TOML, called by this name, and of the environment, which comes first."""
    table, problems = _parsed(text, name)
    problems += [
        f"{name}: no setting is called {_named(key)}" for key in table if key not in BY_NAME
    ]
    values: dict[str, Any] = {}
    origins = dict.fromkeys(BY_NAME, DEFAULT)
    for setting, read, held, origin in (*_in_file(table, name), *_in_environment(environ)):
        try:
            values[setting.name] = read(held)
            origins[setting.name] = origin
        except NoChoice as error:
            problems.append(f"{origin}: {setting.name} = {quoted(str(held))}: {error}")
    return Chosen(Settings(**values), origins, tuple(problems))


def _in_file(table: Mapping[str, Any], name: str) -> Iterator[_Said]:
    for setting in SETTINGS:
        if setting.name in table:
            yield _Said(setting, setting.read, table[setting.name], name)


def _in_environment(environ: Mapping[str, str]) -> Iterator[_Said]:
    for setting in SETTINGS:
        if setting.read_text and setting.variable in environ:
            held = environ[setting.variable]
            yield _Said(setting, setting.read_text, held, f"${setting.variable}")


def _parsed(text: str, name: str) -> tuple[dict[str, Any], list[str]]:
    if not text.strip():
        return {}, []
    # Half of the cost of reading settings is to load what reads them.
    from tomllib import TOMLDecodeError, loads

    try:
        return loads(text), []
    except TOMLDecodeError as error:
        return {}, [f"{name}: this is no TOML, and all of it is ignored: {error}"]


def _named(key: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(key, BY_NAME, n=1)
    return quoted(key) + (f"; is {near[0]} meant?" if near else f"; there are {', '.join(BY_NAME)}")

"""Actors of a text: their names, aliases, and where they are mentioned."""

from .actors import names

__all__ = ["names"]

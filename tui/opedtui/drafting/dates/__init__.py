"""Dates in a text: the words that name a time, and the time in EDTF."""

from __future__ import annotations

from .finding import dates, mod_of

__all__ = ["dates", "mod_of"]

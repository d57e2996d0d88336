"""What cannot be done to a library, said before anything is changed."""

from __future__ import annotations

from ...errors import OpedError


class ChangeError(OpedError):
    """The message says why not, and what to do instead."""

"""In which order the parts of a date are said."""

from __future__ import annotations

DAY_FIRST, MONTH_FIRST, ISO = ORDERS = ("day", "month", "iso")
"""`6 March 2023`, `March 6, 2023`, `2023-03-06`."""

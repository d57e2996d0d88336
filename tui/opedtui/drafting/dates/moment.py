"""From where a relative date is seen."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ...model.dates import Edtf

LONGEST = {"day": 0, "weekend": 6, "week": 6, "fortnight": 6, "month": 30, "quarter": 91}
"""How many days a publication may be spread over for the unit to be told from it."""
YEAR = 365
REMEMBERED = 5


@dataclass(slots=True)
class Moment:
    """When the text was published, and the dates that it told."""

    published: Edtf | None
    told: list[Edtf] = field(default_factory=list)
    """What `the same year` and `two weeks later` are counted from, in order."""
    paragraph: int = 0
    """The year that this paragraph tells of, where it is not that of the publication."""

    def here(self, unit: str = "day") -> date | None:
        """The first day of the publication, if it is known well enough for this unit."""
        return _known(self.published, LONGEST.get(unit, YEAR))

    def there(self, unit: str = "day") -> date | None:
        """The last date told that is as exact as the unit."""
        known = (
            _known(when, LONGEST.get(unit, YEAR)) for when in reversed(self.told[-REMEMBERED:])
        )
        return next(filter(None, known), None)

    @property
    def last(self) -> Edtf | None:
        """What was told last."""
        return self.told[-1] if self.told else None


def _known(when: Edtf | None, longest: int) -> date | None:
    """The first of its days, which must not be spread over more than these."""
    if not when or not when.lower or not when.upper or not 0 < when.lower.year < 9990:
        return None
    if when.upper.ordinal - when.lower.ordinal > longest:
        return None
    return date.fromordinal(when.lower.ordinal)

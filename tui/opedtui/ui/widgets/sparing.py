"""Painting only the widgets that have something new to show."""

from __future__ import annotations

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.widget import Widget


class SparingCompositor(Compositor):
    """Leaves alone what lies between the places that have changed.

    Textual (8.2.8) renders every widget of the screen when two of them are to be painted that
    lie far apart, such as a list and the line in which its filter is typed.
    """

    _changed: tuple[Region, ...] = ()
    """What is being painted, while it is not the whole screen."""

    def render_partial_update(self) -> ChopsUpdate | None:
        # Where widgets begin and end is worked out once for the whole screen, and of all of them.
        assert len(self.cuts) == self.size.height
        self._changed = tuple(self._dirty_regions)
        try:
            return super().render_partial_update()
        finally:
            self._changed = ()

    @property
    def visible_widgets(self) -> dict[Widget, tuple[Region, Region]]:
        every = super().visible_widgets
        if not self._changed:
            return every
        return {
            widget: (region, clip)
            for widget, (region, clip) in every.items()
            if any(area.overlaps(region.intersection(clip)) for area in self._changed)
        }

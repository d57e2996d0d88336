"""The rows of the library at every width."""

from __future__ import annotations

import pytest

from opedtui.model.dates import Edtf
from opedtui.model.refs import Ref
from opedtui.reading.shelf import Shelved
from opedtui.render.palette import MONOCHROME
from opedtui.render.shelf import ShelfRows, shelf_head

ONE = Shelved(
    Ref.parse("d1"), "The bridge [b]must[/b] go", "Ann Lee", "The Daily Post",
    Edtf.parse("2023-03-06"), (34, 4, 7, 14), 12, 0.5, (), "",
)  # fmt: skip


@pytest.mark.parametrize(
    ("width", "told"),
    [
        (80, ("Ann Lee", "2023-03-06", "12 drafts", "50%")),
        (120, ("Ann Lee", "The Daily Post", "34", "12 drafts")),
        (180, ("6 March 2023", "34", "4", "7", "14")),
    ],
)
def test_a_wide_window_tells_more(width: int, told: tuple[str, ...]) -> None:
    """Under heads of the same widths; the title is data, not markup."""
    row, head = ShelfRows([ONE], MONOCHROME).line(0, width), shelf_head(width, MONOCHROME)

    assert row.plain.startswith("  d1  The bridge [b]must[/b] go")
    assert all(words in row.plain for words in told)
    assert row.plain.index("12 drafts") == head.plain.index("drafts")
    assert row.cell_len == head.cell_len == width

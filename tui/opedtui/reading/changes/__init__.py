"""What a reader does to a library: pure functions that each return a `Change`.

Nothing here saves, applies or tells the time: the caller gives `now` for the stamps, and for a
new record the `ref` that the store says is free. A `Change` without edits changes nothing.
"""

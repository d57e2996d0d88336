"""Dialogs that make a change: each is dismissed with a `Change`, or with None.

None of them saves. The screen does; if that fails it pushes `dialog.again(reason)`, which
holds what was typed.
"""

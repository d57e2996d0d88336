"""Temporary."""


def run(arguments: list[str]) -> int:
    import gc

    gc.disable()
    from ..reading.library import Library
    from ..store.locate import find_store
    from ..store.store import Store

    found = find_store(arguments[0] if arguments else None)
    contents = Store(found.path).load()
    from ..ui.app import OpedApp
    from ..ui.session_file import load_session

    OpedApp(Library(contents.records), load_session(found.path), found.path).run()
    return 0

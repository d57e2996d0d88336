"""`python tui` runs a bare clone."""

from opedtui.__main__ import main

if __name__ == "__main__":
    main()

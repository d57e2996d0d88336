"""The command line. Loads Textual only to open the app."""

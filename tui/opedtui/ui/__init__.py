"""The app. Everything that imports Textual is in here."""

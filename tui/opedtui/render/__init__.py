"""A record → something to look at. Pure functions, used by the app and the command line alike."""

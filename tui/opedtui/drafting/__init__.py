"""Text in, draft records out: what a rule saw in a text, and how sure it is."""

"""A small typed query, and which records of a list it leaves."""

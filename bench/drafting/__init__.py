"""How well drafting does on texts in which people marked the right answers."""

"""Where a reader may go from here: to an actor, along the trail, to a mark, to what is in view."""

"""Charts: a result goes in, a figure comes out; nothing here asks or saves anything."""

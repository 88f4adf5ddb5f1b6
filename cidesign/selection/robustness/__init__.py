"""Whether a ranking would hold: exactly, by linear programs, and in how many of many draws."""

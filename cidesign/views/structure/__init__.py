"""What the page shows: Which backbone structure fits us?"""

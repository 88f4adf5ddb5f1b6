"""What the page shows: Who leads, where do we differ, and would it hold?"""

"""What the page shows: What will we need over the years, and when does the money run out?"""

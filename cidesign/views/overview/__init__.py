"""What the page shows: Where are we, what is decided, what is next?"""

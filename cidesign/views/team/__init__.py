"""What the page shows: Whom do we hire, what do we buy, and what does each function get?"""

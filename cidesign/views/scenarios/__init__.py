"""What the page shows: What does more or less money buy?"""

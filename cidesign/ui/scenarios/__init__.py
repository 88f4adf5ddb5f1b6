"""The parts of the page: What does more or less money buy?"""

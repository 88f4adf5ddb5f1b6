"""The parts of the page: Where are we, what is decided, what is next?"""

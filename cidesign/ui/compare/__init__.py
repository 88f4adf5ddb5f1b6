"""The parts of the page: Who leads, where do we differ, and would it hold?"""

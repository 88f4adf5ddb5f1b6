"""The parts of the page: What will we need over the years, and when does the money run out?"""

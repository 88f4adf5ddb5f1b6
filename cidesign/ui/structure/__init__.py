"""The parts of the page: Which backbone structure fits us?"""

"""The parts of the page: How do we choose a host?"""

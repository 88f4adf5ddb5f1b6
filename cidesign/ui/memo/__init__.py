"""The parts of the page: What do we hand out?"""

"""The parts of the page: How do I rate them?"""

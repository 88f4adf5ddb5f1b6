"""The parts of the page: Who are we, and how ready are we?"""

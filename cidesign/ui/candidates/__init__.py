"""The parts of the page: Who applied, who is eligible, who has a conflict?"""

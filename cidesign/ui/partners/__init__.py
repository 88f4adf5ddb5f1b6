"""Who does what with whom, and how will we see it?"""

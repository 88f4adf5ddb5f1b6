"""The parts of the page: Who is here, who is done, and what happens next?"""

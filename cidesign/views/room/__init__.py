"""Who is here, who is done, and what happens next?"""

"""What the page shows: Who applied, who is eligible, who has a conflict?"""

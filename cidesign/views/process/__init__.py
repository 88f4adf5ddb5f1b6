"""What the page shows: How do we choose a host?"""

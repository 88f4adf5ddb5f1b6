"""What the page shows: How do I rate them?"""

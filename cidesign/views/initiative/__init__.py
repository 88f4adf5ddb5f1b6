"""What the page shows: Who are we, and how ready are we?"""

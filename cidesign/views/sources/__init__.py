"""What the page shows: Where does every number come from, and how is each result computed?"""

"""The parts of the page: Where does every number come from, and how is each result computed?"""

"""What the page shows: What do we hand to the board, the candidates and the public?"""

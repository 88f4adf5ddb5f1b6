"""What the world is: frozen values and results, no reading and no writing."""

"""A member's own sheet for her phone: conflicts, weights and scores, hers alone."""

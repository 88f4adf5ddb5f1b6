"""One module per page: composes the rooms' answers and holds no formula of its own."""

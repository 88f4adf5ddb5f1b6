"""What each page shows, and its words; no formula of its own."""

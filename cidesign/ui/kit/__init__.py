"""What pages are made of: widgets that return domain values, the session, looks, calm messages."""

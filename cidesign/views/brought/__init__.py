"""What the part of a page shows that brings in a table."""

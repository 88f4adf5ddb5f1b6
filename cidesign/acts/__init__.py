"""Everything that changes a workshop; reads the record, never the disk."""

"""What our house costs beside a plain one: ratios measured in one run, never asserted."""

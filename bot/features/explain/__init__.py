"""The feature `explain`."""

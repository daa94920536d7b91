"""The feature `cost`."""

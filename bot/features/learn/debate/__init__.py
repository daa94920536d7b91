"""The feature `debate`."""

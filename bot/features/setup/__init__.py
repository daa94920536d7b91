"""The feature `setup`."""

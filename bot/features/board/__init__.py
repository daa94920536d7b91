"""The feature `board`."""

"""The feature `lesson`."""

"""The feature `guess`."""

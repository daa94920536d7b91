"""The feature `prompt`."""

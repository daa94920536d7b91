"""The feature `ask`."""

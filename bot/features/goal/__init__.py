"""The feature `goal`."""

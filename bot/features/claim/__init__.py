"""The feature `claim`."""

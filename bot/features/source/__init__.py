"""The feature `source`."""

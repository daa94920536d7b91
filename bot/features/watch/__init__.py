"""The feature `watch`."""

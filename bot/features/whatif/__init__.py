"""The feature `whatif`."""

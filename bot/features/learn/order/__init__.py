"""The feature `order`."""
